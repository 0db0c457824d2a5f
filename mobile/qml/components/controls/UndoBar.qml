import QtQuick
import Rapport

// Says what will be undone and how old it is.
Press {
    id: root

    property string detail

    text: qsTr("Undo last")
    Accessible.name: text + ", " + detail
    implicitHeight: 84
    corner: 18
    edge: enabled ? Theme.colors.ink : Theme.colors.control
    edgeWidth: 2

    contentItem: Item {
        Icon {
            id: icon

            anchors.left: parent.left
            anchors.leftMargin: 20
            anchors.verticalCenter: parent.verticalCenter
            name: "arrow-back-up"
            size: 34
            color: root.enabled ? Theme.colors.ink : Theme.colors.inkDisabled
        }
        Column {
            anchors.left: icon.right
            anchors.leftMargin: 14
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter

            Phrase {
                width: parent.width
                text: root.text
                textStyle: Theme.figure
                font.weight: Font.Bold
                line: 24
                color: root.enabled ? Theme.colors.ink : Theme.colors.inkDisabled
            }
            Phrase {
                width: parent.width
                text: root.enabled ? root.detail : qsTr("Nothing to undo")
                textStyle: Theme.support
                font.weight: Font.Medium
                color: root.enabled ? Theme.colors.inkMuted : Theme.colors.inkDisabled
                elide: Text.ElideRight
            }
        }
    }
}
