import QtQuick
import QtQuick.Shapes
import Rapport

// A card for what somebody said: its bottom-start corner is square.
Item {
    id: root

    property color fill: Theme.colors.card
    property color edge: Theme.colors.hairline
    property real edgeWidth: Theme.edgeHairline

    Shape {
        anchors.fill: parent
        transform: Scale {
            xScale: root.LayoutMirroring.enabled ? -1 : 1
            origin.x: root.width / 2
        }

        ShapePath {
            id: path

            readonly property real inset: root.edgeWidth / 2
            readonly property real r: Theme.radiusCard - inset
            readonly property real small: Theme.radiusVoiceCorner - inset
            readonly property real w: root.width - inset
            readonly property real h: root.height - inset

            fillColor: root.fill
            strokeColor: root.edge
            strokeWidth: root.edgeWidth
            startX: inset + r
            startY: inset

            PathLine { x: path.w - path.r; y: path.inset }
            PathArc { x: path.w; y: path.inset + path.r; radiusX: path.r; radiusY: path.r }
            PathLine { x: path.w; y: path.h - path.r }
            PathArc { x: path.w - path.r; y: path.h; radiusX: path.r; radiusY: path.r }
            PathLine { x: path.inset + path.small; y: path.h }
            PathArc { x: path.inset; y: path.h - path.small; radiusX: path.small; radiusY: path.small }
            PathLine { x: path.inset; y: path.inset + path.r }
            PathArc { x: path.inset + path.r; y: path.inset; radiusX: path.r; radiusY: path.r }
        }
    }
}
