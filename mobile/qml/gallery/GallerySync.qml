pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// How data is doing, said in one place; and what else tells of it.
Column {
    id: root

    property bool upright: false

    spacing: 8

    SectionHead {
        width: parent.width
        title: qsTr("The only place that says how data is doing")
    }
    Flow {
        width: parent.width
        spacing: 12

        SyncPill {
            stage: SyncModel.Waiting
            word: qsTr("Saved here")
            detail: qsTr("%1 waiting").arg(3)
        }
        SyncPill {
            stage: SyncModel.Sending
            word: qsTr("Sending")
            detail: qsTr("%1 of %2").arg(2).arg(3)
        }
        SyncPill {
            stage: SyncModel.AllSent
            word: qsTr("All sent")
            detail: "17:05"
        }
        SyncPill {
            stage: SyncModel.NoConnection
            word: qsTr("Saved here")
            detail: qsTr("no connection")
        }
        SyncPill {
            stage: SyncModel.SentBack
            word: qsTr("Sent back")
            detail: qsTr("%1 to fix").arg(1)
        }
        SyncPill {
            stage: SyncModel.TwoVersions
            word: qsTr("Two versions")
            detail: qsTr("pick one")
        }
        SyncPill {
            stage: SyncModel.TabletFull
            word: qsTr("Tablet is full")
            detail: qsTr("free up space")
        }
        SyncPill {
            stage: SyncModel.SignInAgain
            word: qsTr("Sign in again")
            detail: qsTr("all safe here")
        }
        SyncPill {
            stage: SyncModel.Waiting
            word: qsTr("Saved here")
            detail: qsTr("%1 waiting").arg(3)
            down: true
        }
        SyncPill {
            stage: SyncModel.Waiting
            word: qsTr("Saved here")
            detail: qsTr("%1 waiting").arg(3)
            ringShown: true
        }
    }
    SectionHead {
        width: parent.width
        title: qsTr("Thread and bytes")
    }
    Grid {
        width: parent.width
        columns: root.upright ? 1 : 2
        columnSpacing: 24
        rowSpacing: 12

        Thread {
            width: root.upright ? root.width : (root.width - 24) / 2
            labels: [qsTr("Saved here"), qsTr("Uploaded"), qsTr("Applied"), qsTr("Reviewed")]
            times: ["16:02", "17:41", "17:41", ""]
            done: 3
        }
        Thread {
            width: root.upright ? root.width : (root.width - 24) / 2
            labels: [qsTr("Promised"), qsTr("Doing"), qsTr("Kept"), qsTr("Told back")]
            done: 1
            showNow: true
        }
        ByteBar {
            width: root.upright ? root.width : (root.width - 24) / 2
            text: qsTr("Paused at %1 of %2 MB").arg("3.1").arg("7.8")
            detail: qsTr("carries on by itself")
            share: 3.1 / 7.8
        }
        Toast {
            width: root.upright ? root.width : (root.width - 24) / 2
            text: qsTr("Promise saved here")
            undoable: true
        }
    }
    SectionHead {
        width: parent.width
        title: qsTr("Stays until it is solved")
    }
    Banner {
        width: parent.width
        tone: Banner.Danger
        title: qsTr("Could not save.")
        text: qsTr("The tablet has no space left. Your text is still here. Delete old photos, then save again.")
    }
    Grid {
        width: parent.width
        columns: root.upright ? 1 : 2
        columnSpacing: 16
        rowSpacing: 8

        Repeater {
            model: [
                { "tone": Banner.Info, "text": qsTr("Numbers from other tablets come by themselves.") },
                { "tone": Banner.Warning, "text": qsTr("The date is in the past. Choose a new date.") },
                { "tone": Banner.Conflict, "text": qsTr("Two versions, pick one") },
                { "tone": Banner.Success, "text": qsTr("Everything adds up.") }
            ]

            Banner {
                required property var modelData

                width: root.upright ? root.width : (root.width - 16) / 2
                tone: modelData.tone
                text: modelData.text
            }
        }
    }
}
