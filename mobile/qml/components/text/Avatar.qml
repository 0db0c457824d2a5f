import QtQuick
import Rapport

// A person's initial. Marigold is the person who holds the tablet.
Rectangle {
    id: root

    enum Tone { Me, Juniper, Violet, Clay }

    required property string initial
    property int tone: Avatar.Juniper
    property real size: 44

    width: size
    height: size
    radius: size / 2
    color: tone === Avatar.Me ? Theme.colors.accent
        : tone === Avatar.Violet ? Theme.colors.conflictTint
        : tone === Avatar.Clay ? Theme.colors.warningTint : Theme.colors.primaryTint
    border.width: Theme.sun ? 2 : 0
    border.color: Theme.colors.ink
    Accessible.ignored: true

    Phrase {
        anchors.centerIn: parent
        text: root.initial
        textStyle: root.size < 40 ? Theme.supportStrong : Theme.label
        font.weight: Font.Bold
        color: root.tone === Avatar.Me ? Theme.colors.accentInk
            : root.tone === Avatar.Violet ? Theme.colors.conflictTintInk
            : root.tone === Avatar.Clay ? Theme.colors.warningTintInk : Theme.colors.primaryTintInk
    }
}
