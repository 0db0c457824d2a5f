pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Counting: one tap, one person.
Rectangle {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    property string eventId
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24

    signal finished
    signal syncOpened
    signal feedbackOpened

    color: Theme.colors.page

    TallyModel {
        id: tally

        desk: root.desk
        eventId: root.eventId
    }
    TaskBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        implicitHeight: root.upright ? 84 : 80
        title: tally.title
        subtitle: tally.subtitle
        sync: root.sync
        onFinished: root.finished()
        onSyncOpened: root.syncOpened()

        StationPick {
            visible: !root.upright
            station: tally.station
            onClicked: stations.open = true
        }
    }
    Banner {
        id: problem

        anchors.top: bar.bottom
        anchors.left: bar.left
        anchors.right: bar.right
        tone: Banner.Danger
        text: tally.problem
    }
    TallyTotals {
        id: totals

        anchors.top: problem.bottom
        anchors.left: root.upright || !Theme.leftHand ? bar.left : undefined
        anchors.right: !root.upright && Theme.leftHand ? bar.right : undefined
        width: root.upright ? bar.width : 312
        height: root.upright ? 180 : root.height - y - 20
        upright: root.upright
        tally: tally
        onStationOpened: stations.open = true
        onFeedbackOpened: root.feedbackOpened()
    }
    TallyGrid {
        anchors.top: root.upright ? totals.bottom : problem.bottom
        anchors.topMargin: root.upright ? 14 : 0
        anchors.bottom: root.upright ? actions.top : parent.bottom
        anchors.bottomMargin: root.upright ? 0 : 20
        anchors.left: root.upright || Theme.leftHand ? bar.left : totals.right
        anchors.leftMargin: root.upright || Theme.leftHand ? 0 : 24
        anchors.right: root.upright || !Theme.leftHand ? bar.right : totals.left
        anchors.rightMargin: root.upright || !Theme.leftHand ? 0 : 24
        upright: root.upright
        tally: tally
    }
    Item {
        id: actions

        anchors.left: bar.left
        anchors.right: bar.right
        anchors.bottom: parent.bottom
        height: root.upright ? 116 : 0
        visible: root.upright

        UndoBar {
            anchors.left: parent.left
            anchors.right: someone.left
            anchors.rightMargin: 12
            y: 16
            enabled: tally.undoWord !== ""
            detail: tally.undoWord
            onClicked: tally.undo()
        }
        Btn {
            id: someone

            anchors.right: parent.right
            y: 16
            width: 220
            implicitHeight: 84
            corner: 18
            iconName: "message-circle"
            text: qsTr("Feedback")
            onClicked: root.feedbackOpened()
        }
    }
    StationSheet {
        id: stations

        stations: tally.stations
        onClosed: open = false
        onPicked: (stationId) => tally.chooseStation(stationId)
        onAdded: (name) => tally.addStation(name)
    }
}
