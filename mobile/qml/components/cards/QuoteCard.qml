import QtQuick
import Rapport

// What somebody said, with whether it may be shared.
VoiceCard {
    id: root

    required property string text
    required property string consent
    required property bool shareable
    default property alias more: chips.data

    implicitHeight: words.implicitHeight + 28
    Accessible.role: Accessible.ListItem
    Accessible.name: text + ", " + consent

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 18
        anchors.right: parent.right
        anchors.rightMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        spacing: 8

        Phrase {
            width: parent.width
            text: qsTr("“%1”").arg(root.text)
            textStyle: Theme.voice
            wrapMode: Text.Wrap
        }
        Flow {
            id: chips

            width: parent.width
            spacing: 8

            ConsentChip {
                text: root.consent
                shareable: root.shareable
            }
        }
    }
}
