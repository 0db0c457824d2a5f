pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// Counting people, and asking them.
Column {
    id: root

    property bool upright: false

    spacing: 8

    GalleryRow {
        id: tile

        width: root.width
        upright: root.upright
        name: qsTr("Tally tile")
        detail: qsTr("at least 120 × 96")

        GalleryCell {
            width: tile.cellWidth
            title: qsTr("Default")

            TallyTile {
                width: parent.width
                height: 96
                lit: false
                people: 5
                text: qsTr("Tally")
            }
        }
        GalleryCell {
            width: tile.cellWidth
            title: qsTr("Pressed")

            TallyTile {
                width: parent.width
                height: 96
                lit: false
                people: 5
                text: qsTr("Tally")
                down: true
            }
        }
        GalleryCell {
            width: tile.cellWidth
            title: qsTr("Focused")

            TallyTile {
                width: parent.width
                height: 96
                lit: false
                people: 5
                text: qsTr("Tally")
                ringShown: true
            }
        }
        GalleryCell {
            width: tile.cellWidth
            title: qsTr("Not available")
            below: 30

            TallyTile {
                width: parent.width
                height: 96
                lit: false
                people: 5
                text: qsTr("Tally")
                enabled: false
                reason: qsTr("Event is closed")
            }
        }
        GalleryCell {
            width: tile.cellWidth
            title: qsTr("Just tapped")

            TallyTile {
                width: parent.width
                height: 96
                lit: true
                people: 6
                text: qsTr("Tally")
            }
        }
    }
    GalleryRow {
        id: undo

        width: root.width
        upright: root.upright
        cells: 3
        name: qsTr("Undo last")
        detail: qsTr("84 high")

        GalleryCell {
            width: root.upright ? root.width : undo.cellWidth
            title: qsTr("Default")

            UndoBar {
                width: parent.width
                detail: "18–39, Español"
            }
        }
        GalleryCell {
            width: root.upright ? root.width : undo.cellWidth
            title: qsTr("Focused")

            UndoBar {
                width: parent.width
                detail: "18–39, Español"
                ringShown: true
            }
        }
        GalleryCell {
            width: root.upright ? root.width : undo.cellWidth
            title: qsTr("Not available")

            UndoBar {
                width: parent.width
                enabled: false
            }
        }
    }
    GalleryRow {
        id: options

        width: root.width
        upright: root.upright
        cells: 3
        name: qsTr("Large choice")

        GalleryCell {
            width: options.cellWidth
            title: qsTr("Default")

            OptionTile {
                width: parent.width
                height: 84
                iconName: "heart"
                text: qsTr("Thanks")
            }
        }
        GalleryCell {
            width: options.cellWidth
            title: qsTr("Chosen")

            OptionTile {
                width: parent.width
                height: 84
                iconName: "help-circle"
                text: qsTr("Question")
                chosen: true
            }
        }
        GalleryCell {
            width: options.cellWidth
            title: qsTr("Not available")

            OptionTile {
                width: parent.width
                height: 84
                enabled: false
                iconName: "bulb"
                text: qsTr("Idea")
            }
        }
    }
    GalleryRow {
        id: levels

        width: root.width
        upright: root.upright
        name: qsTr("Level")
        detail: qsTr("No faces, no red and green")

        Repeater {
            model: [qsTr("Not at all"), qsTr("A little"), qsTr("Somewhat"), qsTr("Mostly"), qsTr("Completely")]

            GalleryCell {
                id: level

                required property string modelData
                required property int index

                width: levels.cellWidth
                title: modelData

                LevelGlyph {
                    anchors.left: parent.left
                    level: level.index
                    size: 106
                }
            }
        }
    }
}
