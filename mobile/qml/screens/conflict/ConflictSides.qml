pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Whose version stands in which column.
Item {
    id: root

    required property RowList sides
    required property real indent
    readonly property real columnWidth: (width - indent - 16) / 2

    implicitHeight: 52

    Repeater {
        model: root.sides

        Item {
            id: head

            required property int side
            required property bool mine
            required property string name
            required property string initial
            required property int tone
            required property string detail
            required property bool sent

            anchors.left: parent ? parent.left : undefined
            anchors.leftMargin: root.indent + side * (root.columnWidth + 16)
            width: root.columnWidth
            height: 52

            Avatar {
                id: face

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                initial: head.initial
                tone: head.tone
            }
            Column {
                anchors.left: face.right
                anchors.leftMargin: 12
                anchors.right: chip.left
                anchors.rightMargin: 8
                anchors.verticalCenter: parent.verticalCenter

                Phrase {
                    width: parent.width
                    text: head.name
                    textStyle: Theme.title3
                    font.pixelSize: 19
                    line: 24
                }
                Phrase {
                    width: parent.width
                    text: head.detail
                    textStyle: Theme.support
                    line: 21
                    color: Theme.colors.inkMuted
                    wrapMode: Text.Wrap
                }
            }
            Chip {
                id: chip

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                text: head.sent ? qsTr("Applied") : qsTr("Not sent yet")
                iconName: head.sent ? "check" : ""
                tone: head.sent ? Chip.Success : Chip.Plain
            }
        }
    }
}
