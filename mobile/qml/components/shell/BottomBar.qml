pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// The places of the app below the thumb, when the tablet is held upright.
Rectangle {
    id: root

    required property var places  // { icon, text, badge }
    required property int current

    signal chosen(int place)

    implicitHeight: 88
    color: Theme.colors.navBack

    Row {
        anchors.left: parent.left
        y: 6

        Repeater {
            model: root.places

            RailItem {
                required property var modelData
                required property int index

                objectName: "place" + index
                width: root.width / root.places.length
                iconName: modelData.icon
                text: modelData.text
                badge: modelData.badge
                current: root.current === index
                onClicked: root.chosen(index)
            }
        }
    }
    Rectangle {
        width: parent.width
        height: Theme.edgeHairline
        visible: Theme.sun
        color: Theme.colors.ink
    }
}
