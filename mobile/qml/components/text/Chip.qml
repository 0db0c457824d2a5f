import QtQuick
import Rapport

// A fact in a word or two. Not a button.
Rectangle {
    id: root

    enum Tone { Plain, Primary, Accent, AccentSolid, Success, Warning, Conflict, Sensitive }

    required property string text
    property string iconName
    property int tone: Chip.Plain
    property bool small: false
    readonly property color inkColor: tone === Chip.Primary ? Theme.colors.primaryTintInk
        : tone === Chip.Accent ? Theme.colors.accentTintInk
        : tone === Chip.AccentSolid ? Theme.colors.accentInk
        : tone === Chip.Success ? Theme.colors.successTintInk
        : tone === Chip.Warning ? Theme.colors.warningTintInk
        : tone === Chip.Conflict ? Theme.colors.conflictTintInk
        : tone === Chip.Sensitive ? Theme.colors.sensitiveTintInk : Theme.colors.ink

    implicitWidth: line.implicitWidth + (small ? 20 : 24)
    implicitHeight: small ? 26 : 30
    radius: height / 2
    color: tone === Chip.Primary ? Theme.colors.primaryTint
        : tone === Chip.Accent ? Theme.colors.accentTint
        : tone === Chip.AccentSolid ? Theme.colors.accent
        : tone === Chip.Success ? Theme.colors.successTint
        : tone === Chip.Warning ? Theme.colors.warningTint
        : tone === Chip.Conflict ? Theme.colors.conflictTint
        : tone === Chip.Sensitive ? Theme.colors.sensitiveTint : Theme.colors.track
    border.width: Theme.sun ? 2 : 0
    border.color: inkColor

    Row {
        id: line

        anchors.centerIn: parent
        spacing: 6

        Icon {
            visible: root.iconName !== ""
            name: root.iconName
            size: 16
            color: root.inkColor
            anchors.verticalCenter: parent.verticalCenter
        }
        Phrase {
            text: root.text
            textStyle: Theme.chip
            color: root.inkColor
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
