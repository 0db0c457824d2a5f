import QtQuick
import Rapport

// What is typed and switched.
Column {
    id: root

    property bool upright: false

    spacing: 8

    GalleryRow {
        id: line

        width: root.width
        upright: root.upright
        name: qsTr("Text field")
        detail: qsTr("60 high, label above")

        GalleryCell {
            width: line.cellWidth
            title: qsTr("Default")

            LineField {
                width: parent.width
                hint: qsTr("Add a note")
            }
        }
        GalleryCell {
            width: line.cellWidth
            title: qsTr("Pressed")

            LineField {
                width: parent.width
                hint: qsTr("Add a note")
                pressedLook: true
            }
        }
        GalleryCell {
            width: line.cellWidth
            title: qsTr("Focused")

            LineField {
                width: parent.width
                hint: qsTr("Add a note")
                ringShown: true
                text: qsTr("Chairs and water")
            }
        }
        GalleryCell {
            width: line.cellWidth
            title: qsTr("Not available")
            below: 0

            LineField {
                width: parent.width
                enabled: false
                hint: qsTr("Only Noor can edit")
            }
        }
        GalleryCell {
            width: line.cellWidth
            title: qsTr("Error")

            Column {
                width: parent.width
                spacing: 6

                LineField {
                    width: parent.width
                    wrong: true
                    text: "12/11"
                }
                ErrorLine {
                    width: parent.width
                    text: qsTr("Choose a date after today")
                }
            }
        }
    }
    GalleryRow {
        id: seal

        width: root.width
        upright: root.upright
        name: qsTr("Seal switch")
        detail: qsTr("84 × 56")

        GalleryCell {
            width: seal.cellWidth
            title: qsTr("Default")

            SealSwitch {
                anchors.left: parent.left
                on: false
                text: qsTr("Safety worry")
            }
        }
        GalleryCell {
            width: seal.cellWidth
            title: qsTr("Pressed")

            SealSwitch {
                anchors.left: parent.left
                on: false
                text: qsTr("Safety worry")
                down: true
            }
        }
        GalleryCell {
            width: seal.cellWidth
            title: qsTr("Focused")

            SealSwitch {
                anchors.left: parent.left
                on: false
                text: qsTr("Safety worry")
                ringShown: true
            }
        }
        GalleryCell {
            width: seal.cellWidth
            title: qsTr("Not available")
            below: 60

            SealSwitch {
                anchors.left: parent.left
                on: false
                text: qsTr("Safety worry")
                enabled: false
                reason: qsTr("What is sealed stays sealed")
            }
        }
        GalleryCell {
            width: seal.cellWidth
            title: qsTr("On")

            SealSwitch {
                anchors.left: parent.left
                on: true
                text: qsTr("Safety worry")
            }
        }
    }
    GalleryRow {
        id: consent

        width: root.width
        upright: root.upright
        cells: 2
        name: qsTr("Consent")
        detail: qsTr("Nothing is chosen for them")

        GalleryCell {
            width: root.upright ? root.width : consent.cellWidth
            title: qsTr("Default")

            ConsentPicker {
                width: parent.width
                consent: 0
            }
        }
        GalleryCell {
            width: root.upright ? root.width : consent.cellWidth
            title: qsTr("Chosen")

            ConsentPicker {
                width: parent.width
                consent: 2
            }
        }
    }
    GalleryRow {
        id: others

        width: root.width
        upright: root.upright
        cells: 3
        name: qsTr("Two ways of one thing")

        GalleryCell {
            width: root.upright ? root.width : others.cellWidth
            title: qsTr("Chosen")

            Segmented {
                anchors.left: parent.left
                labels: [qsTr("Note"), qsTr("Quote")]
                icons: ["notes", "quote"]
                current: 1
            }
        }
        GalleryCell {
            width: others.cellWidth
            title: qsTr("Default")

            Stepper {
                anchors.left: parent.left
                people: 14
            }
        }
        GalleryCell {
            width: others.cellWidth
            title: qsTr("For few eyes")

            WaxMark {}
        }
    }
    SensitivePanel {
        width: parent.width
        on: true
        sealing: true
    }
    SensitivePanel {
        width: parent.width
        on: false
        sealing: true
    }
    SensitivePanel {
        width: parent.width
        on: true
        sealing: false
    }
}
