pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// All kinds under the headings of their areas, side by side as there is room.
Column {
    id: root

    required property RowList kinds
    readonly property int columns: Math.max(1, Math.floor((width + 12) / 300))
    readonly property real tileWidth: Math.floor((width - 12 * (columns - 1)) / columns)

    signal chosen(string typeName, bool finds)

    spacing: 20

    Repeater {
        model: root.kinds

        Column {
            id: area

            required property string heading
            required property var kinds

            width: root.width
            spacing: 8

            SectionHead {
                anchors.left: parent.left
                title: area.heading
            }
            Flow {
                width: parent.width
                spacing: 12

                Repeater {
                    model: area.kinds

                    KindTile {
                        required property var modelData

                        objectName: "kind:" + modelData.typeName
                        width: root.tileWidth
                        label: modelData.label
                        mark: modelData.mark
                        onClicked: root.chosen(modelData.typeName, modelData.finds)
                    }
                }
            }
        }
    }
}
