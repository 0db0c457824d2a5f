import QtQuick
import Rapport

// A component and its states, side by side.
Item {
    id: root

    required property string name
    property string detail
    property bool upright: false
    property int cells: 5
    default property alias states: flow.data
    readonly property real cellWidth: upright ? (width - 32) / 3 : (width - 156 - 16 * (cells - 1)) / cells

    implicitHeight: (upright ? flow.y + flow.height : Math.max(label.height, flow.height)) + 18

    Column {
        id: label

        anchors.left: parent.left
        y: root.upright ? 0 : 30
        width: root.upright ? root.width : 140

        Phrase {
            width: parent.width
            text: root.name
            textStyle: Theme.label
            wrapMode: Text.Wrap
        }
        Phrase {
            width: parent.width
            visible: text !== ""
            text: root.detail
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
    }
    Flow {
        id: flow

        anchors.left: parent.left
        anchors.leftMargin: root.upright ? 0 : 156
        y: root.upright ? label.height + 8 : 0
        width: root.upright ? root.width : root.width - 156
        spacing: 16
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 4
        width: parent.width
        height: Theme.edgeHairline
        color: Theme.colors.hairline
    }
}
