pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// A line sewn from start to end, or drawn through. Made of plain rectangles: a Shape that has been scrolled out of a
// clipped area is still painted where Qt draws without a graphics processor.
Item {
    id: root

    property bool sewn: false
    property color color: Theme.colors.control
    readonly property real stitch: 6
    readonly property real step: 10

    height: 3
    Accessible.ignored: true

    Rectangle {
        anchors.fill: parent
        visible: root.sewn
        color: root.color
    }
    Repeater {
        model: root.sewn ? 0 : Math.ceil(Math.max(0, root.width) / root.step)

        Rectangle {
            required property int index

            x: index * root.step
            width: Math.min(root.stitch, root.width - x)
            height: root.height
            color: root.color
        }
    }
}
