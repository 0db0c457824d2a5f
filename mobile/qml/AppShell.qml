import QtQuick
import QtQuick.Controls.Basic
import Rapport
import Rapport.Desk

// What is behind the lock: five places, and the tasks that are laid over them. Not bound: a
// StackView of Qt 6.4 cannot make bound components, so the linter takes every id in them for
// unqualified.
// qmllint disable unqualified
Item {
    id: root

    required property FrontDesk desk
    property int place: 0
    property string shownEvent
    readonly property bool upright: width < 840
    readonly property alias depth: tasks.depth

    function openTask(task: Component, facts: var) {
        tasks.push(task, facts);
    }
    function openEvent(eventId: string, twoVersions: bool) {
        twoVersions ? tasks.push(conflictTask, { "recordId": eventId }) : showEvent(eventId);
    }
    function showEvent(eventId: string) {
        shownEvent = eventId;
        place = 1;
    }
    // What has a screen of its own is begun there.
    function begin(typeName: string, aboutId: string) {
        const own = { "feedback": feedbackTask, "commitment": promiseTask, "listening_session": sessionTask };
        if (aboutId !== "")
            tasks.pop();  // back to what it is about
        if (own[typeName])
            openTask(own[typeName], typeName === "commitment" ? { "partnerId": aboutId } : {});
        else
            openTask(recordTask, { "typeName": typeName, "aboutId": aboutId });
    }
    function openFound(typeName: string, recordId: string) {
        if (typeName !== "event")
            return openTask(recordTask, { "recordId": recordId });
        tasks.pop(null);
        showEvent(recordId);
    }
    // From the pill: a conflict opens itself, everything else is told under Sync.
    function openSync() {
        syncing.state === SyncModel.TwoVersions ? tasks.push(conflictTask) : leaveFor(4);
    }
    function leaveFor(next: int) {
        tasks.pop(null);
        place = next;
    }

    SyncModel {
        id: syncing

        desk: root.desk
    }
    StackView {
        id: tasks

        anchors.fill: parent
        initialItem: places
        pushEnter: null
        pushExit: null
        popEnter: null
        popExit: null
    }
    Toast {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: tasks.depth > 1 ? 108 : root.upright ? 196 : 108
        z: 20
        text: root.desk.toast.text
        undoable: root.desk.toast.undoable
        onUndone: root.desk.toast.undo()
    }
    SettingsSheet {
        id: settings

        desk: root.desk
        onClosed: open = false
        onLockOpened: lockSheet.open = true
    }
    Sheet {
        id: lockSheet

        title: qsTr("PIN and lock")
        bodyHeight: lockSettings.height + 16
        z: 11
        onClosed: open = false

        PinSettings {
            id: lockSettings

            width: parent.width
            lock: root.desk.lock
            onPinAsked: (aim) => pinSheet.ask(aim)
        }
    }
    PinSheet {
        id: pinSheet

        desk: root.desk
    }
    Component {
        id: places

        Places {
            desk: root.desk
            sync: syncing
            place: root.place
            shownEvent: root.shownEvent
            onPlaceChosen: (next) => root.place = next
            onSettingsOpened: settings.open = true
            onSyncOpened: root.openSync()
            onTallyOpened: (eventId) => root.openTask(tallyTask, { "eventId": eventId })
            onSessionOpened: (quote) => root.openTask(sessionTask, { "quote": quote })
            onFeedbackOpened: root.openTask(feedbackTask, {})
            onPromiseOpened: root.openTask(promiseTask, {})
            onEventOpened: (eventId, twoVersions) => root.openEvent(eventId, twoVersions)
            onConflictOpened: (recordId) => root.openTask(conflictTask, { "recordId": recordId })
            onEditOpened: (recordId, counter) => root.openTask(recordTask, { "recordId": recordId, "counter": counter })
            onFilesOpened: (recordId) => root.openTask(filesTask, { "recordId": recordId })
            onFindOpened: (aboutId) => root.openTask(findTask, { "aboutId": aboutId })
            onKioskOpened: (eventId) => root.openTask(kioskTask, { "eventId": eventId })
        }
    }
    Component {
        id: kioskTask

        KioskStartScreen {
            objectName: "kioskStartScreen"
            desk: root.desk
            sync: syncing
            onFinished: tasks.pop()
            onSyncOpened: root.openSync()
        }
    }
    Component {
        id: tallyTask

        TallyScreen {
            objectName: "tallyScreen"
            desk: root.desk
            sync: syncing
            onFinished: tasks.pop()
            onSyncOpened: root.openSync()
            onFeedbackOpened: root.openTask(feedbackTask, {})
        }
    }
    Component {
        id: feedbackTask

        FeedbackScreen {
            objectName: "feedbackScreen"
            desk: root.desk
            sync: syncing
            onFinished: tasks.pop()
            onSyncOpened: root.openSync()
        }
    }
    Component {
        id: promiseTask

        PromiseScreen {
            objectName: "promiseScreen"
            desk: root.desk
            sync: syncing
            onFinished: tasks.pop()
            onSyncOpened: root.openSync()
        }
    }
    Component {
        id: sessionTask

        SessionScreen {
            objectName: "sessionScreen"
            desk: root.desk
            sync: syncing
            onFinished: tasks.pop()
            onSyncOpened: root.openSync()
        }
    }
    Component {
        id: conflictTask

        ConflictScreen {
            objectName: "conflictScreen"
            desk: root.desk
            sync: syncing
            onFinished: tasks.pop()
            onSyncOpened: root.leaveFor(4)
        }
    }
    Component {
        id: recordTask

        RecordScreen {
            objectName: "recordScreen"
            desk: root.desk
            sync: syncing
            onFinished: tasks.pop()
            onSyncOpened: root.openSync()
            onDescribed: (recordId) => root.openTask(recordTask, { "recordId": recordId })
        }
    }
    Component {
        id: findTask

        FindScreen {
            objectName: "findScreen"
            desk: root.desk
            sync: syncing
            onFinished: tasks.pop()
            onSyncOpened: root.openSync()
            onBegun: (typeName) => root.begin(typeName, aboutId)
            onOpened: (typeName, recordId) => root.openFound(typeName, recordId)
        }
    }
    Component {
        id: filesTask

        FilesScreen {
            objectName: "filesScreen"
            desk: root.desk
            sync: syncing
            onFinished: tasks.pop()
            onSyncOpened: root.openSync()
            onDescribed: (recordId) => root.openTask(recordTask, { "recordId": recordId })
        }
    }
}
