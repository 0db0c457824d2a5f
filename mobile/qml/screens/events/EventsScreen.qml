pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// All events, and what to know about the chosen one.
Item {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    property string chosenId
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24
    readonly property string shownId: chosenId !== "" ? chosenId : upright ? "" : list.firstId

    signal syncOpened
    signal tallyOpened(string eventId)
    signal sessionOpened
    signal conflictOpened(string recordId)
    signal editOpened(string recordId)
    signal filesOpened(string recordId)
    signal findOpened(string aboutId)
    signal kioskOpened(string eventId)

    EventsModel {
        id: list

        desk: root.desk
    }
    PageBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        title: qsTr("Events")
        subtitle: list.past ? qsTr("What was") : qsTr("What is open and what comes")
        sync: root.sync
        onSyncOpened: root.syncOpened()
    }
    Row {
        id: filters

        anchors.top: bar.bottom
        anchors.left: bar.left
        spacing: 8

        Pick {
            objectName: "comingEvents"
            showCheck: false
            text: qsTr("Coming")
            on: !list.past
            onClicked: list.past = false
        }
        Pick {
            objectName: "pastEvents"
            showCheck: false
            text: qsTr("Past")
            on: list.past
            onClicked: list.past = true
        }
    }
    ListView {
        id: events

        anchors.top: filters.bottom
        anchors.topMargin: 12
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        anchors.left: bar.left
        width: root.upright ? bar.width : Math.round((bar.width - 28) * 0.56)
        visible: !root.upright || root.chosenId === ""
        clip: true
        spacing: 12
        model: list.events
        boundsBehavior: Flickable.StopAtBounds

        delegate: EventCard {
            required property string eventId
            required property string title
            required property string day

            objectName: "eventRow:" + title
            width: ListView.view.width
            text: title
            ends: day
            chipIcon: ""
            chosen: root.shownId === eventId
            onClicked: root.chosenId = eventId
        }
    }
    EmptyState {
        anchors.top: events.top
        anchors.left: events.left
        width: events.width
        visible: list.shown && events.count === 0
        iconName: "calendar-event"
        title: list.past ? qsTr("No past events") : qsTr("Nothing planned")
        text: qsTr("Events show here as soon as the office plans them.")
    }
    EventPane {
        anchors.top: root.upright ? filters.bottom : bar.bottom
        anchors.topMargin: root.upright ? 12 : 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        anchors.right: bar.right
        width: root.upright ? bar.width : bar.width - events.width - 28
        visible: root.shownId !== ""
        desk: root.desk
        eventId: root.shownId
        closable: root.upright
        canEdit: !root.sync.volunteer
        onClosed: root.chosenId = ""
        onTallyOpened: root.tallyOpened(root.shownId)
        onSessionOpened: root.sessionOpened()
        onConflictOpened: root.conflictOpened(root.shownId)
        onEditOpened: root.editOpened(root.shownId)
        onFilesOpened: root.filesOpened(root.shownId)
        onFindOpened: root.findOpened(root.shownId)
        onKioskOpened: root.kioskOpened(root.shownId)
    }
}
