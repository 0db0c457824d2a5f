import QtQuick
import Rapport

// An event to come: when, what, where.
Press {
    id: root

    required property string begins
    required property string ends
    required property string where
    required property string chip
    required property bool twoVersions
    property string chipIcon: "clipboard-list"
    property bool chosen: false

    implicitHeight: Math.max(108, words.implicitHeight + 24)
    corner: Theme.radiusCard
    fill: chosen ? Theme.colors.selected : Theme.colors.card
    edge: chosen ? Theme.colors.primary : Theme.colors.hairline
    edgeWidth: chosen ? Theme.edgeSelected : Theme.edgeHairline
    Accessible.name: text + ", " + begins + ", " + where + (chip === "" ? "" : ", " + chip)

    contentItem: Item {
        Column {
            id: time

            anchors.left: parent.left
            width: 108
            anchors.verticalCenter: parent.verticalCenter

            DigitRow {
                anchors.horizontalCenter: parent.horizontalCenter
                text: root.begins
                textStyle: Theme.figure
            }
            Phrase {
                width: 100
                anchors.horizontalCenter: parent.horizontalCenter
                horizontalAlignment: Text.AlignHCenter
                text: root.ends
                textStyle: Theme.support
                color: Theme.colors.inkMuted
                wrapMode: Text.Wrap
            }
        }
        Rectangle {
            anchors.left: time.right
            width: Theme.edgeHairline
            height: parent.height
            color: Theme.colors.hairline
        }
        Column {
            id: words

            anchors.left: time.right
            anchors.leftMargin: 18
            anchors.right: arrow.left
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter

            Phrase {
                width: parent.width
                text: root.text
                textStyle: Theme.label
                line: 24
                elide: Text.ElideRight
                mayElide: "one line in a list; a tap opens the whole"
            }
            Phrase {
                width: parent.width
                text: root.where
                textStyle: Theme.support
                color: Theme.colors.inkMuted
                elide: Text.ElideRight
                mayElide: "one line in a list; a tap opens the whole"
            }
            Item {
                width: 1
                height: 8
                visible: root.chip !== ""
            }
            Flow {
                width: parent.width
                visible: root.chip !== ""

                Chip {
                    text: root.chip
                    iconName: root.twoVersions ? "arrows-split-2" : root.chipIcon
                    tone: root.twoVersions ? Chip.Conflict : Chip.Primary
                }
            }
        }
        Icon {
            id: arrow

            anchors.right: parent.right
            anchors.rightMargin: 26
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-right"
            size: 28
        }
    }
}
