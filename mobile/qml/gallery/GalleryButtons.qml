import QtQuick
import Rapport

// Actions and choices.
Column {
    id: root

    property bool upright: false

    spacing: 8

    GalleryRow {
        id: main

        width: root.width
        upright: root.upright
        name: qsTr("Main action")
        detail: qsTr("64 high")

        GalleryCell {
            width: main.cellWidth
            title: qsTr("Default")

            Btn {
                width: parent.width
                text: qsTr("Save promise")
            }
        }
        GalleryCell {
            width: main.cellWidth
            title: qsTr("Pressed")

            Btn {
                width: parent.width
                text: qsTr("Save promise")
                down: true
            }
        }
        GalleryCell {
            width: main.cellWidth
            title: qsTr("Focused")

            Btn {
                width: parent.width
                text: qsTr("Save promise")
                ringShown: true
            }
        }
        GalleryCell {
            width: main.cellWidth
            title: qsTr("Not available")
            below: 30

            Btn {
                width: parent.width
                text: qsTr("Save promise")
                enabled: false
                reason: qsTr("Say who it is for first")
            }
        }
        GalleryCell {
            width: main.cellWidth
            title: qsTr("Done")

            Btn {
                width: parent.width
                iconName: "check"
                text: qsTr("Saved here")
            }
        }
    }
    GalleryRow {
        id: second

        width: root.width
        upright: root.upright
        name: qsTr("Second action")
        detail: qsTr("56 to 64 high")

        GalleryCell {
            width: second.cellWidth
            title: qsTr("Default")

            Btn {
                width: parent.width
                kind: Btn.Outline
                text: qsTr("Undo last")
            }
        }
        GalleryCell {
            width: second.cellWidth
            title: qsTr("Pressed")

            Btn {
                width: parent.width
                kind: Btn.Outline
                text: qsTr("Undo last")
                down: true
            }
        }
        GalleryCell {
            width: second.cellWidth
            title: qsTr("Focused")

            Btn {
                width: parent.width
                kind: Btn.Outline
                text: qsTr("Undo last")
                ringShown: true
            }
        }
        GalleryCell {
            width: second.cellWidth
            title: qsTr("Not available")
            below: 30

            Btn {
                width: parent.width
                kind: Btn.Outline
                text: qsTr("Undo last")
                enabled: false
                reason: qsTr("Needs a connection")
            }
        }
        GalleryCell {
            width: second.cellWidth
            title: qsTr("For few eyes")

            Btn {
                width: parent.width
                kind: Btn.Seal
                iconName: "lock"
                text: qsTr("Save")
            }
        }
    }
    GalleryRow {
        id: tint

        width: root.width
        upright: root.upright
        name: qsTr("Tint and marigold")
        detail: qsTr("64 high")

        GalleryCell {
            width: tint.cellWidth
            title: qsTr("Default")

            Btn {
                width: parent.width
                kind: Btn.Tonal
                text: qsTr("Told them")
            }
        }
        GalleryCell {
            width: tint.cellWidth
            title: qsTr("Pressed")

            Btn {
                width: parent.width
                kind: Btn.Tonal
                text: qsTr("Told them")
                down: true
            }
        }
        GalleryCell {
            width: tint.cellWidth
            title: qsTr("Focused")

            Btn {
                width: parent.width
                kind: Btn.Tonal
                text: qsTr("Told them")
                ringShown: true
            }
        }
        GalleryCell {
            width: tint.cellWidth
            title: qsTr("Not available")
            below: 0

            Btn {
                width: parent.width
                kind: Btn.Tonal
                text: qsTr("Told them")
                enabled: false
            }
        }
        GalleryCell {
            width: tint.cellWidth
            title: qsTr("For you, now")

            Btn {
                width: parent.width
                kind: Btn.Accent
                iconName: "users-group"
                leftPadding: 8
                rightPadding: 8
                text: qsTr("Open tally")
            }
        }
    }
    GalleryPills {
        width: parent.width
        upright: root.upright
    }
}
