import QtQuick
import Rapport

// A large choice with its icon; chosen: tint, thick edge, check.
Press {
    id: root

    property bool chosen: false

    corner: Theme.radiusCard
    choice: true
    on: chosen
    fill: chosen ? Theme.colors.selected : Theme.colors.card
    edge: chosen ? Theme.colors.primary : Theme.colors.control
    edgeWidth: chosen ? Theme.snapped(Theme.sun ? 4 : 3) : Theme.edgeControl

    contentItem: Item {
        Icon {
            id: icon

            anchors.left: parent.left
            anchors.leftMargin: 18
            anchors.verticalCenter: parent.verticalCenter
            name: root.iconName
            size: 30
            color: root.chosen ? Theme.colors.primaryTintInk : Theme.colors.ink
        }
        Phrase {
            anchors.left: icon.right
            anchors.leftMargin: 14
            anchors.right: tick.left
            anchors.rightMargin: 6
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            textStyle: Theme.label
            line: 23
            color: root.chosen ? Theme.colors.primaryTintInk : Theme.colors.ink
            wrapMode: Text.Wrap
            maximumLineCount: 2
        }
        Icon {
            id: tick

            anchors.right: parent.right
            anchors.rightMargin: 18
            anchors.verticalCenter: parent.verticalCenter
            visible: root.chosen
            width: visible ? 26 : 0
            name: "check"
            size: 26
            stroke: 2.8
            color: Theme.colors.primaryTintInk
        }
    }
}
