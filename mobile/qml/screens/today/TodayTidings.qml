pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// What became of what was saved here: nothing at all while there is nothing of it.
Item {
    id: root

    required property TodayReceipts receipts
    property bool upright: false
    readonly property int columns: Math.max(1, Math.min(receipts.tidings.count, upright ? 2 : 4))

    signal syncOpened
    signal fixOpened(string recordId, string counter)

    implicitHeight: tiles.visible ? tiles.height + 16 : 0

    Grid {
        id: tiles

        width: parent.width
        visible: root.receipts.tidings.count > 0
        columns: root.columns
        spacing: 12

        Repeater {
            model: root.receipts.tidings

            TidingTile {
                required property string recordId
                required property string counter

                objectName: "tiding:" + kind
                width: (root.width - 12 * (root.columns - 1)) / root.columns
                onClicked: recordId === "" ? root.syncOpened() : root.fixOpened(recordId, counter)
            }
        }
    }
}
