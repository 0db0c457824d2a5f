pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// All promises by how far they have come.
Item {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24

    signal syncOpened
    signal promiseOpened
    signal conflictOpened(string recordId)

    PromisesModel {
        id: list

        desk: root.desk
    }
    PageBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        title: qsTr("Promises")
        subtitle: qsTr("Finished when they were told")
        sync: root.sync
        onSyncOpened: root.syncOpened()

        Btn {
            objectName: "newPromise"
            visible: !root.upright
            implicitHeight: 56
            iconName: "plus"
            text: qsTr("New promise")
            onClicked: root.promiseOpened()
        }
    }
    Banner {
        id: problem

        anchors.top: bar.bottom
        anchors.left: bar.left
        anchors.right: bar.right
        tone: Banner.Danger
        text: list.problem
        dismissable: true
        onDismissed: list.dismissProblem()
    }
    Row {
        id: filters

        anchors.top: problem.bottom
        anchors.left: bar.left
        spacing: 8

        Pick {
            objectName: "openPromises"
            showCheck: false
            text: qsTr("Open %1").arg(list.open)
            on: list.filter === PromisesModel.Open
            onClicked: list.filter = PromisesModel.Open
        }
        Pick {
            objectName: "promisesToTell"
            showCheck: false
            text: qsTr("Kept, tell them %1").arg(list.toTell)
            on: list.filter === PromisesModel.ToTell
            onClicked: list.filter = PromisesModel.ToTell
        }
        Pick {
            objectName: "theirPromises"
            showCheck: false
            text: qsTr("They owe %1").arg(list.theirs)
            on: list.filter === PromisesModel.Theirs
            onClicked: list.filter = PromisesModel.Theirs
        }
        Pick {
            objectName: "finishedPromises"
            showCheck: false
            text: qsTr("Finished")
            on: list.filter === PromisesModel.Finished
            onClicked: list.filter = PromisesModel.Finished
        }
    }
    ListView {
        id: promises

        anchors.top: filters.bottom
        anchors.topMargin: 12
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        anchors.left: bar.left
        anchors.right: bar.right
        clip: true
        spacing: 12
        model: list.promises
        boundsBehavior: Flickable.StopAtBounds

        delegate: PromiseCard {
            required property string promiseId

            objectName: "promiseRow:" + text
            width: ListView.view.width
            upright: root.upright
            onKept: list.markKept(promiseId)
            onTold: list.markTold(promiseId)
            onConflictOpened: root.conflictOpened(promiseId)
        }
    }
    EmptyState {
        anchors.top: promises.top
        anchors.left: promises.left
        width: Math.min(promises.width, 560)
        visible: list.shown && promises.count === 0
        iconName: "heart-handshake"
        title: qsTr("Nothing here")
        text: list.filter === PromisesModel.ToTell ? qsTr("When you keep a promise, it waits here until you told them.")
            : qsTr("When you promise something, it shows here until you keep it and tell them.")
        action: qsTr("New promise")
        onActed: root.promiseOpened()
    }
}
