pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Themes for the draft, who takes notes, and the end.
Item {
    id: root

    required property SessionModel session
    property bool upright: false
    property bool ending: false

    signal allThemesOpened

    Card {
        id: themes

        width: parent.width
        height: 66 + Math.ceil(root.session.themes.count / grid.columns) * 66 + 6

        SectionHead {
            anchors.left: parent.left
            anchors.leftMargin: 16
            y: 6
            height: 56
            title: qsTr("Themes")
            count: qsTr("tap to add")
        }
        Btn {
            objectName: "allThemes"
            anchors.right: parent.right
            anchors.rightMargin: 12
            y: 6
            implicitHeight: 56
            kind: Btn.Ghost
            iconName: "plus"
            iconSize: 22
            text: qsTr("More")
            onClicked: root.allThemesOpened()
        }
        Grid {
            id: grid

            anchors.left: parent.left
            anchors.leftMargin: 16
            y: 66
            columns: root.upright ? 3 : 2
            columnSpacing: 10
            rowSpacing: 10

            Repeater {
                model: root.session.themes

                Pick {
                    required property string codeId
                    required property string name
                    required property string uses
                    required property bool chosen

                    objectName: "theme:" + codeId
                    width: (themes.width - 32 - 10 * (grid.columns - 1)) / grid.columns
                    stretched: true
                    showCheck: false
                    text: name
                    count: uses
                    on: chosen
                    onClicked: root.session.toggleTheme(codeId)
                }
            }
        }
    }
    Card {
        anchors.top: themes.bottom
        anchors.topMargin: 14
        width: parent.width
        height: takers.implicitHeight + 16
        visible: !root.upright
        clip: true

        Column {
            id: takers

            anchors.left: parent.left
            anchors.leftMargin: 18
            y: 8
            width: parent.width - 36

            SectionHead {
                width: parent.width
                height: 40
                title: qsTr("Taking notes")
                count: root.session.takers.count
            }
            Repeater {
                model: root.session.takers

                TakerLine {
                    width: takers.width
                }
            }
            Phrase {
                width: parent.width
                topPadding: 8
                bottomPadding: 2
                visible: !root.ending
                text: qsTr("Notes from other tablets appear when they have been sent.")
                textStyle: Theme.support
                color: Theme.colors.inkMuted
                wrapMode: Text.Wrap
            }
        }
    }
    Btn {
        objectName: "endSession"
        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.session.state === SessionModel.Running && !root.ending
        kind: Btn.Outline
        iconName: "square"
        text: qsTr("End session")
        onClicked: root.ending = true
    }
    Card {
        anchors.bottom: parent.bottom
        width: parent.width
        height: ask.implicitHeight + 92
        visible: root.ending && root.session.state === SessionModel.Running

        Phrase {
            id: ask

            anchors.left: parent.left
            anchors.leftMargin: 18
            y: 12
            width: parent.width - 36
            text: qsTr("End the session now? Every note stays.")
            wrapMode: Text.Wrap
        }
        Row {
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 12
            anchors.left: parent.left
            anchors.leftMargin: 12
            spacing: 16

            Btn {
                objectName: "endNow"
                width: (root.width - 40) / 2
                implicitHeight: 56
                kind: Btn.Outline
                text: qsTr("End it")
                onClicked: root.session.end()
            }
            Btn {
                width: (root.width - 40) / 2
                implicitHeight: 56
                kind: Btn.Tonal
                text: qsTr("Go on")
                onClicked: root.ending = false
            }
        }
    }
}
