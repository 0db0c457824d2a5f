pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// What was promised and is due, and the answers that somebody waits for.
Column {
    id: root

    required property TodayModel today
    property bool canTell: true

    signal promiseOpened

    spacing: 8

    SectionHead {
        width: parent.width
        title: qsTr("Promises due")
        count: root.today.promisesDue > 0 ? root.today.promisesDue : ""
    }
    Card {
        width: parent.width
        height: rows.height
        visible: root.today.promises.count > 0

        Column {
            id: rows

            width: parent.width

            Repeater {
                model: root.today.promises

                PromiseRow {
                    required property string promiseId
                    required property int index

                    objectName: "promise:" + text
                    width: rows.width
                    last: index === root.today.promises.count - 1
                    onKept: root.today.markKept(promiseId)
                }
            }
        }
    }
    EmptyState {
        width: parent.width
        visible: root.today.shown && root.today.promises.count === 0
        iconName: "heart-handshake"
        title: qsTr("No promises due")
        text: qsTr("When you promise something, it shows here until you keep it and tell them.")
        action: qsTr("New promise")
        onActed: root.promiseOpened()
    }
    SectionHead {
        width: parent.width
        height: 50
        visible: root.today.answers.count > 0
        title: qsTr("Answers to bring back")
        count: root.today.answersWaiting
    }
    Repeater {
        model: root.today.answers

        AnswerCard {
            required property string responseId

            objectName: "answer:" + youSaid
            width: root.width
            canTell: root.canTell
            onTold: root.today.markTold(responseId)
        }
    }
}
