import QtQuick
import QtQuick.Shapes
import Rapport

// A dashed edge: what is not available.
Shape {
    id: root

    required property real corner
    property color fill: Theme.colors.disabledFill
    property color edge: Theme.colors.control

    ShapePath {
        id: path

        readonly property real inset: 0.75
        readonly property real r: Math.min(root.corner, root.height / 2) - inset
        readonly property real w: root.width - inset
        readonly property real h: root.height - inset

        fillColor: root.fill
        strokeColor: root.edge
        strokeWidth: 1.5
        strokeStyle: ShapePath.DashLine
        dashPattern: [3, 2.5]
        startX: inset + r
        startY: inset

        PathLine { x: path.w - path.r; y: path.inset }
        PathArc { x: path.w; y: path.inset + path.r; radiusX: path.r; radiusY: path.r }
        PathLine { x: path.w; y: path.h - path.r }
        PathArc { x: path.w - path.r; y: path.h; radiusX: path.r; radiusY: path.r }
        PathLine { x: path.inset + path.r; y: path.h }
        PathArc { x: path.inset; y: path.h - path.r; radiusX: path.r; radiusY: path.r }
        PathLine { x: path.inset; y: path.inset + path.r }
        PathArc { x: path.inset + path.r; y: path.inset; radiusX: path.r; radiusY: path.r }
    }
}
