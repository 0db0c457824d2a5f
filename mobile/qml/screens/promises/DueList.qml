pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Open promises between us and a partner.
Column {
    id: root

    required property RowList promises

    visible: promises.count > 0
    spacing: 8

    SectionHead {
        width: parent.width
        title: qsTr("Promises")
        count: root.promises.count
    }
    Rectangle {
        width: parent.width
        height: rows.height
        radius: Theme.radiusControl
        color: Theme.colors.card
        border.width: Theme.edgeHairline
        border.color: Theme.colors.hairline

        Column {
            id: rows

            width: parent.width

            Repeater {
                model: root.promises

                PromiseRow {
                    required property int index

                    width: rows.width
                    canKeep: false
                    last: index === root.promises.count - 1
                }
            }
        }
    }
}
