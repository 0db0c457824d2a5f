import QtQuick
import Rapport

// Text in one of the theme's styles. It begins at the start side, whatever script it is in.
Text {
    id: root

    property TextStyle textStyle: Theme.body
    property real line: textStyle.line
    // Why this text may be cut short, where it may. The checks of the pictures ask for it.
    property string mayElide
    // The same for standing outside the box that it is in.
    property string mayOverhang

    horizontalAlignment: Text.AlignLeft
    font.family: textStyle.family
    font.pixelSize: textStyle.size
    font.weight: textStyle.weight
    font.letterSpacing: textStyle.tracking
    font.hintingPreference: Font.PreferNoHinting
    lineHeight: Math.round(line * Theme.leading)
    lineHeightMode: Text.FixedHeight
    color: Theme.colors.ink
    textFormat: Text.PlainText
    // Half of the leading above a line, half below (Qt puts all of it below), and the baseline on a
    // whole pixel, the same for every script.
    transform: Translate {
        readonly property real ascent: Math.round(root.textStyle.ascent)
        readonly property real descent: Math.round(root.textStyle.descent)

        y: Math.floor((root.lineHeight - ascent - descent) / 2) + ascent - root.baselineOffset
    }
}
