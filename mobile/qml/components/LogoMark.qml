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
    source: "image://mark/" + [front, back, overlap].map((each) => each.toString().slice(1)).join("/")
    sourceSize: Qt.size(size, size)
    Accessible.ignored: true
}
