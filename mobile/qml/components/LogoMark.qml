import QtQuick
import QtQuick.Shapes
import Rapport

// Two leaves that overlap: theirs, ours, shared.
Shape {
    id: root

    property real size: 44
    property color front: Theme.colors.markFront
    property color back: Theme.colors.markBack
    property color overlap: Theme.colors.markOverlap

    width: size
    height: size
    Accessible.ignored: true
    transform: Scale {
        xScale: root.size / 40
        yScale: root.size / 40
    }

    ShapePath {
        strokeWidth: -1
        fillColor: root.front
        PathSvg { path: "M3 25.6V13a9 9 0 0 1 9-9h5.6a9 9 0 0 1 9 9v5.6a9 9 0 0 1-9 9H5a2 2 0 0 1-2-2Z" }
    }
    ShapePath {
        strokeWidth: -1
        fillColor: root.back
        PathSvg { path: "M37 34V20.4a9 9 0 0 0-9-9h-5.6a9 9 0 0 0-9 9V27a9 9 0 0 0 9 9H35a2 2 0 0 0 2-2Z" }
    }
    ShapePath {
        strokeWidth: -1
        fillColor: root.overlap
        PathSvg { path: "M17.6 27.6h-4.18a9.3 9.3 0 0 1-.02-.6v-6.6a9 9 0 0 1 9-9h4.06c.09.52.14 1.05.14 1.6v5.6a9 9 0 0 1-9 9Z" }
    }
}
