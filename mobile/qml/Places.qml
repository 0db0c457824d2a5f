import QtQuick
import Rapport
import Rapport.Desk

// The five places, one in sight, and the rail between them. Not bound: a Loader of Qt 6.4 cannot
// make bound components, so the linter takes every id in them for unqualified.
// qmllint disable unqualified
Item {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    required property int place
    property string shownEvent
    readonly property bool upright: width < 840
    readonly property var places: [
        { "icon": "home", "text": qsTr("Today"), "badge": 0 },
        { "icon": "calendar-event", "text": qsTr("Events"), "badge": 0 },
        { "icon": "heart-handshake", "text": qsTr("Promises"), "badge": 0 },
        { "icon": "building-community", "text": qsTr("Partners"), "badge": 0 },
        { "icon": "cloud-up", "text": qsTr("Sync"), "badge": sync.waiting + sync.refused }
    ]

    signal placeChosen(int place)
    signal settingsOpened
    signal syncOpened
    signal tallyOpened(string eventId)
    signal sessionOpened(bool quote)
    signal feedbackOpened
    signal promiseOpened
    signal eventOpened(string eventId, bool twoVersions)
    signal conflictOpened(string recordId)
    signal editOpened(string recordId, string counter)
    signal filesOpened(string recordId)
    signal findOpened(string aboutId)
    signal kioskOpened(string eventId)

    AppRail {
        id: rail

        anchors.left: parent.left
        height: parent.height
        visible: !root.upright
        places: root.places
        current: root.place
        person: root.sync.person
        onChosen: (next) => root.placeChosen(next)
        onPersonTapped: root.settingsOpened()
    }
    BottomBar {
        id: bar

        anchors.bottom: parent.bottom
        width: parent.width
        visible: root.upright
        places: root.places
        current: root.place
        onChosen: (next) => root.placeChosen(next)
    }
    Loader {
        anchors.top: parent.top
        anchors.bottom: root.upright ? bar.top : parent.bottom
        anchors.left: root.upright ? parent.left : rail.right
        anchors.right: parent.right
        sourceComponent: [today, events, promises, partners, syncing][root.place]
    }
    Component {
        id: today

        TodayScreen {
            objectName: "todayScreen"
            desk: root.desk
            sync: root.sync
            onSyncOpened: root.syncOpened()
            onTallyOpened: (eventId) => root.tallyOpened(eventId)
            onSessionOpened: (quote) => root.sessionOpened(quote)
            onFeedbackOpened: root.feedbackOpened()
            onPromiseOpened: root.promiseOpened()
            onSettingsOpened: root.settingsOpened()
            onEventOpened: (eventId, twoVersions) => root.eventOpened(eventId, twoVersions)
            onReceiptsOpened: root.placeChosen(4)
            onFindOpened: root.findOpened("")
            onKioskOpened: root.kioskOpened("")
            onFixOpened: (recordId, counter) => root.editOpened(recordId, counter)
        }
    }
    Component {
        id: events

        EventsScreen {
            objectName: "eventsScreen"
            desk: root.desk
            sync: root.sync
            chosenId: root.shownEvent
            onSyncOpened: root.syncOpened()
            onTallyOpened: (eventId) => root.tallyOpened(eventId)
            onSessionOpened: root.sessionOpened(false)
            onConflictOpened: (recordId) => root.conflictOpened(recordId)
            onEditOpened: (recordId) => root.editOpened(recordId, "")
            onFilesOpened: (recordId) => root.filesOpened(recordId)
            onFindOpened: (aboutId) => root.findOpened(aboutId)
            onKioskOpened: (eventId) => root.kioskOpened(eventId)
        }
    }
    Component {
        id: promises

        PromisesScreen {
            objectName: "promisesScreen"
            desk: root.desk
            sync: root.sync
            onSyncOpened: root.syncOpened()
            onPromiseOpened: root.promiseOpened()
            onConflictOpened: (recordId) => root.conflictOpened(recordId)
        }
    }
    Component {
        id: partners

        PartnersScreen {
            objectName: "partnersScreen"
            desk: root.desk
            sync: root.sync
            onSyncOpened: root.syncOpened()
            onConflictOpened: (recordId) => root.conflictOpened(recordId)
            onEditOpened: (recordId) => root.editOpened(recordId, "")
            onFilesOpened: (recordId) => root.filesOpened(recordId)
            onFindOpened: (aboutId) => root.findOpened(aboutId)
        }
    }
    Component {
        id: syncing

        SyncScreen {
            objectName: "syncScreen"
            desk: root.desk
            sync: root.sync
            onConflictOpened: root.conflictOpened("")
            onFixOpened: (recordId, counter) => root.editOpened(recordId, counter)
        }
    }
}
