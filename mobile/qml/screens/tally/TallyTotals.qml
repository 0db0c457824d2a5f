pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// How many are known so far, from which tablet; when they came; and the way back.
Item {
    id: root

    required property TallyModel tally
    property bool upright: false

    signal stationOpened
    signal feedbackOpened

    Card {
        id: total

        anchors.left: parent.left
        width: root.upright ? (root.width - 12) / 2 : root.width
        height: root.upright ? root.height : 109 + tablets.height + 14

        DigitRow {
            id: figure

            anchors.left: parent.left
            anchors.leftMargin: 20
            y: root.upright ? 14 : 16
            text: root.tally.people
            textStyle: Theme.total
            color: Theme.colors.primaryText
        }
        Column {
            anchors.left: figure.right
            anchors.leftMargin: root.upright ? 16 : 12
            anchors.right: parent.right
            anchors.rightMargin: 8
            y: root.upright ? 32 : 42

            Phrase {
                width: parent.width
                text: qsTr("people", "after their number", root.tally.people)
                textStyle: Theme.label
                line: 24
            }
            Phrase {
                width: parent.width
                text: qsTr("known so far")
                textStyle: Theme.label
                line: 24
            }
        }
        StationPick {
            visible: root.upright
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 20
            y: 108
            station: root.tally.station
            onClicked: root.stationOpened()
        }
    }
    Card {
        visible: root.upright
        anchors.left: parent.left
        anchors.leftMargin: total.width + 12
        width: total.width
        height: root.height
    }
    Column {
        id: tablets

        anchors.left: parent.left

        anchors.leftMargin: root.upright ? total.width + 32 : 20
        y: root.upright ? (root.height - height) / 2 : 109
        width: total.width - 40

        Repeater {
            model: root.tally.tablets

            TabletLine {
                required property int index

                width: tablets.width
                first: root.upright && index === 0
            }
        }
    }
    ArrivalBars {
        visible: !root.upright && height > 110
        anchors.top: total.bottom
        anchors.topMargin: 12
        anchors.bottom: someone.top
        anchors.bottomMargin: 12
        width: root.width
        arrivals: root.tally.arrivals
    }
    Btn {
        id: someone

        objectName: "someoneSaid"
        anchors.bottom: undo.top
        anchors.bottomMargin: 12
        visible: !root.upright
        width: root.width
        implicitHeight: 60
        corner: 16
        kind: Btn.Outline
        iconName: "message-circle"
        text: qsTr("Someone said something")
        onClicked: root.feedbackOpened()
    }
    UndoBar {
        id: undo

        objectName: "undo"
        anchors.bottom: parent.bottom
        visible: !root.upright
        width: root.width
        enabled: root.tally.undoWord !== ""
        detail: root.tally.undoWord
        onClicked: root.tally.undo()
    }
}
