import QtQuick
import Rapport

// Two leaves that overlap: theirs, ours, shared.
Image {
    id: root

    property real size: 44
    property color front: Theme.colors.markFront
    property color back: Theme.colors.markBack
    property color overlap: Theme.colors.markOverlap

    width: size
    height: size
    source: "image://mark/" + front.toString().slice(1) + "/" + back.toString().slice(1) + "/" + overlap.toString().slice(1)
    sourceSize.width: size
    sourceSize.height: size
    Accessible.ignored: true
}
