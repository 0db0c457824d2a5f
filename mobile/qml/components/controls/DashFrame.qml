import QtQuick
import Rapport

// A dashed edge: what is not available. A drawn picture, because a Shape that has been scrolled out of a clipped area is
// still painted where Qt draws without a graphics processor.
Image {
    id: root

    required property real corner
    property color fill: Theme.colors.disabledFill
    property color edge: Theme.colors.control

    sourceSize.width: Math.ceil(width)
    sourceSize.height: Math.ceil(height)
    source: width > 0 && height > 0 ? "image://dash/" + fill.toString().slice(1) + "/" + edge.toString().slice(1) + "/" + Math.round(corner) + "/" + (Theme.sun ? 2 : 1.5) : ""
    Accessible.ignored: true
}
