import QtQuick
import Rapport

// The wax on what few may read.
Image {
    id: root

    property bool on: true
    property real size: 60

    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    source: "image://wax/" + (on ? Theme.colors.sensitive : Theme.colors.control).toString().slice(1)
    Accessible.ignored: true

    Icon {
        anchors.centerIn: parent
        name: "lock"
        size: Math.round(root.size * 0.46)
        stroke: 2.2
        color: root.on ? Theme.colors.sensitiveInk : Theme.colors.card
    }
}
