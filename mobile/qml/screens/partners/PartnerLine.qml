import QtQuick
import Rapport

// A partner in the list.
Press {
    id: root

    required property string name
    required property string initial
    required property int tone
    required property string kind
    required property string areas
    required property string status
    required property bool twoVersions
    property bool chosen: false

    implicitHeight: 80
    corner: Theme.radiusCard
    fill: chosen ? Theme.colors.selected : Theme.colors.card
    edge: chosen ? Theme.colors.primary : Theme.colors.hairline
    edgeWidth: chosen ? Theme.edgeSelected : Theme.edgeHairline
    text: name

    contentItem: Item {
        Avatar {
            id: face

            anchors.left: parent.left
            anchors.leftMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            initial: root.initial
            tone: root.tone
        }
        Column {
            anchors.left: face.right
            anchors.leftMargin: 14
            anchors.right: chip.left
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter

            Phrase {
                width: parent.width
                text: root.name
                textStyle: Theme.label
                line: 24
                elide: Text.ElideRight
                mayElide: "one line in a list; a tap opens the whole"
            }
            Phrase {
                width: parent.width
                text: root.areas === "" ? root.kind : qsTr("%1 · %2").arg(root.kind).arg(root.areas)
                textStyle: Theme.support
                color: Theme.colors.inkMuted
                elide: Text.ElideRight
                mayElide: "one line in a list; a tap opens the whole"
            }
        }
        Chip {
            id: chip

            anchors.right: parent.right
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            text: root.twoVersions ? qsTr("Two versions") : root.status
            iconName: root.twoVersions ? "arrows-split-2" : ""
            tone: root.twoVersions ? Chip.Conflict : Chip.Plain
        }
    }
}
