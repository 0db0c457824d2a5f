import QtQuick
import Rapport

// One age band in one language. The whole tile is the target; the last one tapped is lit.
Press {
    id: root

    required property int people
    required property bool lit
    property bool upright: false
    property string reason  // why it is not available
    // A programme with many languages has narrow tiles.
    readonly property bool narrow: !upright && width < 160
    readonly property real margin: narrow ? 12 : 20
    readonly property color numberColor: !enabled ? Theme.colors.inkDisabled
        : lit ? Theme.colors.accentInk : people === 0 ? Theme.colors.inkMuted : Theme.colors.ink

    corner: Theme.radiusTile
    fill: lit ? Theme.colors.accent : Theme.colors.card
    edge: lit ? Theme.colors.accentInk : Theme.colors.control
    edgeWidth: lit ? Theme.edgeSelected : Theme.sun ? 3 : Theme.edgeControl

    contentItem: Item {
        DigitRow {
            id: number

            x: root.upright ? (parent.width - width) / 2 : root.mirrored ? parent.width - width - root.margin : root.margin
            y: root.upright ? (parent.height - 92) / 2 : (parent.height - height) / 2
            text: root.people
            textStyle: Theme.tile
            color: root.numberColor
        }
        Rectangle {
            // The whole tile is what is tapped; a large number needs the room.
            visible: root.upright || parent.width >= number.width + width + root.margin * 2
            x: root.upright ? (parent.width - width) / 2 : root.mirrored ? root.margin - 2 : parent.width - width - root.margin + 2
            y: root.upright ? number.y + 48 : (parent.height - height) / 2
            width: root.upright ? 60 : root.narrow ? 44 : 56
            height: root.upright || root.narrow ? 44 : 56
            radius: height / 2
            color: !root.enabled ? "transparent" : root.lit ? Theme.colors.accentInk : Theme.colors.primaryTint
            border.width: Theme.sun && root.enabled ? 2.5 : 0
            border.color: Theme.colors.ink

            Phrase {
                anchors.centerIn: parent
                text: "+1"
                textStyle: Theme.figure
                font.weight: Font.Bold
                color: !root.enabled ? Theme.colors.inkDisabled : root.lit ? Theme.colors.accent : Theme.colors.primaryTintInk
                Accessible.ignored: true
            }
        }
        ReasonLine {
            text: root.enabled ? "" : root.reason
        }
    }
}
