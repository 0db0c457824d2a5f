import QtQuick
import Rapport

// A record that was found.
Press {
    id: root

    required property string title
    required property string kind
    required property string mark

    implicitHeight: 72
    corner: Theme.radiusCard
    fill: Theme.colors.card
    edge: Theme.colors.hairline
    edgeWidth: Theme.edgeHairline
    text: title

    contentItem: Item {
        Icon {
            id: sign

            anchors.left: parent.left
            anchors.leftMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            name: root.mark
            size: 24
            color: Theme.colors.primaryText
        }
        Phrase {
            anchors.left: sign.right
            anchors.leftMargin: 14
            anchors.right: of.left
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            text: root.title
            textStyle: Theme.label
            line: 24
            elide: Text.ElideRight
            mayElide: "one line in a list; a tap opens the whole"
        }
        Phrase {
            id: of

            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, parent.width * 0.4)
            text: root.kind
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
            mayElide: "the kind, which its icon says too"
        }
    }
}
