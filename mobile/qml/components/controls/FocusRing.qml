import QtQuick
import Rapport

// Shows where the keyboard is. Fills its control and draws around it.
Rectangle {
    id: root

    required property real corner
    property bool shown: false

    anchors.fill: parent
    anchors.margins: -5
    visible: shown
    color: "transparent"
    radius: corner + 5
    border.width: 3
    border.color: Theme.colors.focus
}
