import QtQuick
import Rapport

// A kind of record: a tap shows what is here of it, or begins one where none can be shown.
Press {
    id: root

    required property string label
    required property string mark

    implicitHeight: 72
    corner: Theme.radiusCard
    fill: Theme.colors.card
    edge: Theme.colors.hairline
    edgeWidth: Theme.edgeHairline
    text: label

    contentItem: Item {
        Icon {
            id: sign

            anchors.left: parent.left
            anchors.leftMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            name: root.mark
            size: 26
            color: Theme.colors.primaryText
        }
        Phrase {
            anchors.left: sign.right
            anchors.leftMargin: 14
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            text: root.label
            textStyle: Theme.control
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
    }
}
