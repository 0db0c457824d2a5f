pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// One step of choices that share the height there is.
Item {
    id: root

    required property string number
    required property string title
    required property RowList choices
    readonly property real gap: choices.count > 6 ? 8 : 10
    readonly property real tileHeight: Math.max(56, (height - 54 + gap) / Math.max(1, choices.count) - gap)

    signal picked(string name)

    StepHead {
        anchors.left: parent.left
        number: root.number
        text: root.title
    }
    Repeater {
        model: root.choices

        OptionTile {
            required iconName
            required chosen
            required property string name
            required property string label
            required property int index

            objectName: "choice:" + name
            y: 54 + index * (root.tileHeight + root.gap)
            width: root.width
            height: root.tileHeight
            text: label
            onClicked: root.picked(name)
        }
    }
}
