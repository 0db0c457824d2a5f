pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Quick feedback: kind, channel, words, save.
Rectangle {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24
    readonly property real choiceWidth: upright ? (width - 2 * margin - 16) / 2 : 252

    signal finished
    signal syncOpened

    color: Theme.colors.page

    FeedbackModel {
        id: feedback

        desk: root.desk
        onDone: root.finished()
    }
    TaskBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        leaveIcon: "x"
        leaveName: qsTr("Close, the draft stays")
        title: qsTr("Quick feedback")
        subtitle: qsTr("Draft is kept on this tablet until you save")
        sync: root.sync
        onFinished: root.finished()
        onSyncOpened: root.syncOpened()
    }
    Banner {
        id: problem

        anchors.top: bar.bottom
        anchors.left: bar.left
        anchors.right: bar.right
        tone: Banner.Danger
        text: feedback.problem
    }
    FeedbackChoices {
        id: kinds

        anchors.top: problem.bottom
        anchors.left: bar.left
        width: root.choiceWidth
        height: root.upright ? 52 + 8 * 68 : root.height - y - 24
        number: "1"
        title: qsTr("What kind?")
        choices: feedback.kinds
        onPicked: (name) => feedback.kind = name
    }
    FeedbackChoices {
        id: channels

        anchors.top: kinds.top
        anchors.left: kinds.right
        anchors.leftMargin: root.upright ? 16 : 24
        width: root.choiceWidth
        height: kinds.height
        number: "2"
        title: qsTr("How did it reach us?")
        choices: feedback.channels
        onPicked: (name) => feedback.channel = name
    }
    FeedbackWords {
        anchors.top: root.upright ? kinds.bottom : kinds.top
        anchors.topMargin: root.upright ? 8 : 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        anchors.left: root.upright ? bar.left : channels.right
        anchors.leftMargin: root.upright ? 0 : 24
        anchors.right: bar.right
        feedback: feedback
    }
}
