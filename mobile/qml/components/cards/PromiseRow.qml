import QtQuick
import Rapport

// A promise that is due: the circle keeps it with one tap.
Item {
    id: root

    required property string text
    required property string partner
    required property string due
    required property int tone
    property bool canKeep: true
    property bool last: false

    signal kept
    signal opened

    implicitHeight: Math.max(80, words.implicitHeight + 24)

    Press {
        id: circle

        objectName: "keep"
        anchors.left: parent.left
        anchors.leftMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        visible: root.canKeep
        width: 56
        height: 56
        corner: 28
        fill: "transparent"
        edgeWidth: 0
        text: qsTr("Mark kept: %1").arg(root.text)
        onClicked: root.kept()

        contentItem: Item {
            Rectangle {
                anchors.centerIn: parent
                width: 32
                height: 32
                radius: 16
                color: "transparent"
                border.width: Theme.edgeSelected
                border.color: Theme.colors.control
            }
        }
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: root.canKeep ? 68 : 18
        anchors.right: parent.right
        anchors.rightMargin: 14
        anchors.verticalCenter: parent.verticalCenter

        Phrase {
            width: parent.width
            text: root.text
            textStyle: Theme.label
            line: 24
            wrapMode: Text.Wrap
        }
        Item {
            width: parent.width
            height: 26

            Phrase {
                anchors.left: parent.left
                anchors.right: chip.left
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter
                text: root.partner
                textStyle: Theme.support
                color: Theme.colors.inkMuted
                elide: Text.ElideRight
                mayElide: "one line; the partner's own page has the whole name"
            }
            Chip {
                id: chip

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                small: true
                text: root.due
                tone: root.tone === 2 ? Chip.Warning : root.tone === 1 ? Chip.Accent : Chip.Plain
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.edgeHairline
        visible: !root.last
        color: Theme.colors.hairline
    }
}
