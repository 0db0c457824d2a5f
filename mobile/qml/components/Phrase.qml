import QtQuick
import Rapport

// Text in one of the theme's styles.
Text {
    id: root

    property TextStyle textStyle: Theme.body

    font.family: textStyle.family
    font.pixelSize: textStyle.size
    font.weight: textStyle.weight
    font.letterSpacing: textStyle.tracking
    font.hintingPreference: Font.PreferNoHinting
    lineHeight: textStyle.line
    lineHeightMode: Text.FixedHeight
    color: Theme.colors.ink
    textFormat: Text.PlainText
    // Half of the leading above a line, half below (Qt puts all of it below), and the baseline on a
    // whole pixel.
    transform: Translate {
        readonly property real ascent: Math.round(root.textStyle.ascent)
        readonly property real descent: Math.round(root.textStyle.descent)

        y: root.lineHeightMode === Text.FixedHeight ? Math.floor((root.lineHeight - ascent - descent) / 2) + ascent - root.textStyle.ascent : 0
    }
}
