import QtQuick
import Rapport

// A button that is only an icon: back, close, search, more. `text` names it for those who listen.
Press {
    id: root

    property real iconSize: 28
    property bool outlined: true

    corner: 16
    swaps: true
    width: Theme.touchMinTarget
    height: Theme.touchMinTarget
    fill: outlined ? Theme.colors.card : "transparent"
    edge: Theme.colors.hairline
    edgeWidth: outlined ? Theme.edgeControl : 0

    contentItem: Item {
        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: root.iconSize
            color: !root.enabled ? Theme.colors.inkDisabled : root.swapped ? Theme.colors.card : root.inkColor
        }
    }
}
