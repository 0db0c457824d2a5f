pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The day at a glance, and everything one tap away.
Item {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24
    readonly property real sideWidth: upright ? content.width : Math.round((content.width - 28) * 458 / 1108)
    readonly property real mainWidth: upright ? content.width : content.width - 28 - sideWidth

    signal syncOpened
    signal tallyOpened(string eventId)
    signal sessionOpened(bool quote)
    signal feedbackOpened
    signal promiseOpened
    signal settingsOpened
    signal eventOpened(string eventId, bool twoVersions)
    signal receiptsOpened
    signal fixOpened(string recordId, string counter)
    signal findOpened
    signal kioskOpened

    TodayModel {
        id: today

        desk: root.desk
    }
    TodayReceipts {
        id: receipts

        desk: root.desk
        awake: root.visible
    }
    KioskStartModel {
        id: pulse

        desk: root.desk
    }
    PageBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        title: qsTr("Today")
        subtitle: today.dateLine
        sync: root.sync
        onSyncOpened: root.syncOpened()

        IconBtn {
            objectName: "find"
            iconName: "search"
            text: qsTr("Find or write down")
            onClicked: root.findOpened()
        }
        Btn {
            objectName: "sun"
            visible: !root.upright
            implicitHeight: 56
            corner: 16
            leftPadding: 18
            rightPadding: 18
            kind: Btn.Outline
            iconName: Theme.sun ? "sun" : "sun-high"
            text: Theme.sun ? qsTr("Shade") : qsTr("Sun")
            onClicked: root.desk.choices.toggleSun()
        }
        IconBtn {
            objectName: "uprightSun"
            visible: root.upright
            iconName: Theme.sun ? "sun" : "sun-high"
            text: Theme.sun ? qsTr("Shade") : qsTr("Sun")
            onClicked: root.desk.choices.toggleSun()
        }
        IconBtn {
            objectName: "uprightSettings"
            visible: root.upright
            iconName: "settings"
            text: qsTr("Settings")
            onClicked: root.settingsOpened()
        }
    }
    Banner {
        id: problem

        anchors.top: bar.bottom
        anchors.left: bar.left
        anchors.right: bar.right
        tone: Banner.Danger
        text: today.problem
        dismissable: true
        onDismissed: today.dismissProblem()
    }
    Flickable {
        id: content

        anchors.top: problem.bottom
        anchors.topMargin: problem.visible ? 12 : 0
        anchors.bottom: capture.top
        anchors.left: bar.left
        anchors.right: bar.right
        contentWidth: width
        contentHeight: (root.upright ? side.y + side.height : main.y + Math.max(main.height, side.height)) + (root.upright ? 12 : 0)
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height

        TodayTidings {
            id: tidings

            width: parent.width
            receipts: receipts
            upright: root.upright
            onSyncOpened: root.receiptsOpened()
            onFixOpened: (recordId, counter) => root.fixOpened(recordId, counter)
        }
        TodayEvents {
            id: main

            anchors.left: parent.left
            y: tidings.height
            width: root.mainWidth
            today: today
            onTallyOpened: root.tallyOpened(today.open.eventId)
            onSessionOpened: root.sessionOpened(false)
            onEventOpened: (eventId, twoVersions) => root.eventOpened(eventId, twoVersions)
        }
        TodayDuties {
            id: side

            anchors.right: parent.right
            y: root.upright ? main.y + main.height + 16 : main.y
            width: root.sideWidth
            today: today
            canTell: !root.sync.volunteer
            onPromiseOpened: root.promiseOpened()
        }
    }
    CaptureBar {
        id: capture

        anchors.left: bar.left
        anchors.right: bar.right
        anchors.bottom: parent.bottom
        upright: root.upright
        volunteer: root.sync.volunteer
        pulsing: pulse.wave !== ""
        onFeedbackOpened: root.feedbackOpened()
        onPromiseOpened: root.promiseOpened()
        onQuoteOpened: root.sessionOpened(true)
        onKioskOpened: root.kioskOpened()
        onCountOpened: root.tallyOpened(today.open.eventId)
    }
}
