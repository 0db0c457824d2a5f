import QtQuick
import Rapport

// A card for what somebody said: its bottom-start corner is square. Plain rectangles, as in Stitches.
Item {
    id: root

    property color fill: Theme.colors.card
    property color edge: Theme.colors.hairline
    property real edgeWidth: Theme.edgeHairline
    readonly property bool mirrored: LayoutMirroring.enabled

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusCard
        color: root.fill
        border.width: root.edgeWidth
        border.color: root.edge
    }
    // Its round edge is cut away by the parent's clip, and only the square corner stays.
    Item {
        x: root.mirrored ? root.width - width : 0
        y: root.height - height
        width: Theme.radiusCard
        height: Theme.radiusCard
        clip: true

        Rectangle {
            x: root.mirrored ? -width / 2 : 0
            y: -height / 2
            width: parent.width * 2
            height: parent.height * 2
            radius: Theme.radiusVoiceCorner
            color: root.fill
            border.width: root.edgeWidth
            border.color: root.edge
        }
    }
}
