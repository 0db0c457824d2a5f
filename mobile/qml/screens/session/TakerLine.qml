import QtQuick
import Rapport

// Somebody who takes notes in this session.
Item {
    id: root

    required property string initial
    required property int tone
    required property string who
    required property string detail
    required property string chip
    required property bool live

    implicitHeight: 60

    Avatar {
        id: face

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        initial: root.initial
        tone: root.tone
    }
    Column {
        anchors.left: face.right
        anchors.leftMargin: 12
        anchors.right: chipBox.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter

        Phrase {
            width: parent.width
            text: root.who
            textStyle: Theme.control
            font.weight: Font.Normal
            elide: Text.ElideRight
        }
        Phrase {
            width: parent.width
            text: root.detail
            textStyle: Theme.caption
            font.weight: Font.Normal
            line: 19
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
        }
    }
    Chip {
        id: chipBox

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.chip
        tone: root.live ? Chip.Success : Chip.Plain
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.edgeHairline
        color: Theme.colors.hairline
    }
}
