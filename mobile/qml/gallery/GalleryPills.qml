import QtQuick
import Rapport

// Choices, and buttons that are only an icon.
Column {
    id: root

    property bool upright: false

    spacing: 8

    GalleryRow {
        id: pill

        width: root.width
        upright: root.upright
        name: qsTr("Choice pill")
        detail: qsTr("56 high")

        GalleryCell {
            width: pill.cellWidth
            title: qsTr("Default")

            Pick {
                width: parent.width
                text: qsTr("Bus times")
            }
        }
        GalleryCell {
            width: pill.cellWidth
            title: qsTr("Pressed")

            Pick {
                width: parent.width
                text: qsTr("Bus times")
                down: true
            }
        }
        GalleryCell {
            width: pill.cellWidth
            title: qsTr("Focused")

            Pick {
                width: parent.width
                text: qsTr("Bus times")
                ringShown: true
            }
        }
        GalleryCell {
            width: pill.cellWidth
            title: qsTr("Not available")
            below: 0

            Pick {
                width: parent.width
                text: qsTr("Bus times")
                enabled: false
            }
        }
        GalleryCell {
            width: pill.cellWidth
            title: qsTr("Chosen")

            Pick {
                width: parent.width
                text: qsTr("Bus times")
                on: true
            }
        }
    }
    GalleryRow {
        id: icons

        width: root.width
        upright: root.upright
        name: qsTr("Icon button")
        detail: qsTr("56 × 56")

        GalleryCell {
            width: icons.cellWidth
            title: qsTr("Default")

            IconBtn {
                anchors.left: parent.left
                iconName: "x"
                text: qsTr("Close")
            }
        }
        GalleryCell {
            width: icons.cellWidth
            title: qsTr("Pressed")

            IconBtn {
                anchors.left: parent.left
                iconName: "x"
                text: qsTr("Close")
                down: true
            }
        }
        GalleryCell {
            width: icons.cellWidth
            title: qsTr("Focused")

            IconBtn {
                anchors.left: parent.left
                iconName: "x"
                text: qsTr("Close")
                ringShown: true
            }
        }
        GalleryCell {
            width: icons.cellWidth
            title: qsTr("Not available")
            below: 0

            IconBtn {
                anchors.left: parent.left
                iconName: "x"
                text: qsTr("Close")
                enabled: false
            }
        }
        GalleryCell {
            width: icons.cellWidth
            title: qsTr("No edge")

            IconBtn {
                anchors.left: parent.left
                iconName: "x"
                text: qsTr("Close")
                outlined: false
            }
        }
    }
}
