import QtQuick
import Rapport

Rectangle {
    id: root

    property bool on: false

    width: 32
    height: 32
    radius: 16
    color: on ? Theme.colors.primary : "transparent"
    border.width: Theme.edgeSelected
    border.color: on ? Theme.colors.primary : Theme.colors.control

    Icon {
        anchors.centerIn: parent
        visible: root.on
        name: "check"
        size: 20
        stroke: 3
        color: Theme.colors.primaryInk
    }
}
