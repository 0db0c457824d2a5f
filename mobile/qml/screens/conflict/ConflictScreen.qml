pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Two versions of one record: nothing is chosen at first.
Rectangle {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    property string recordId
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24

    signal finished
    signal syncOpened

    color: Theme.colors.page

    ConflictModel {
        id: conflict

        desk: root.desk
        recordId: root.recordId
        onDone: root.finished()
    }
    TaskBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        leaveIcon: "x"
        leaveName: qsTr("Close, decide later")
        title: conflict.title
        subtitle: conflict.subtitle
        sync: root.sync
        onFinished: root.finished()
        onSyncOpened: root.syncOpened()
    }
    Column {
        id: intro

        anchors.top: bar.bottom
        anchors.left: bar.left
        anchors.right: bar.right
        spacing: 12

        Banner {
            width: parent.width
            tone: Banner.Danger
            text: conflict.problem
        }
        Banner {
            width: parent.width
            tone: Banner.Conflict
            text: conflict.intro
        }
        ConflictSides {
            width: parent.width
            visible: conflict.sides.count === 2
            indent: root.upright ? 0 : 166
            sides: conflict.sides
        }
    }
    Flickable {
        anchors.top: intro.bottom
        anchors.topMargin: 14
        anchors.bottom: foot.top
        anchors.left: bar.left
        anchors.right: bar.right
        contentWidth: width
        contentHeight: rows.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height

        Column {
            id: rows

            width: parent.width
            spacing: 14

            Repeater {
                model: conflict.fields

                SideBySide {
                    required property string field

                    objectName: "field:" + field
                    width: rows.width
                    upright: root.upright
                    onChosen: (choice) => conflict.choose(field, choice)
                    onMergedEdited: (text) => conflict.setMerged(field, text)
                }
            }
            Row {
                width: parent.width
                visible: conflict.deleteContested
                spacing: 16

                Btn {
                    objectName: "keepRecord"
                    kind: Btn.Tonal
                    iconName: "check"
                    text: qsTr("Keep it")
                    onClicked: conflict.keepRecord()
                }
                Btn {
                    objectName: "removeRecord"
                    kind: Btn.Outline
                    iconName: "x"
                    text: qsTr("Remove it")
                    onClicked: conflict.deleteRecord()
                }
            }
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        anchors.left: bar.left
        anchors.right: bar.right
        height: 84

        Btn {
            anchors.left: parent.left
            objectName: "askCoordinator"
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 2
            enabled: !conflict.settled
            kind: Btn.Outline
            iconName: "message-question"
            text: qsTr("Ask the coordinator")
            onClicked: conflict.askCoordinator()
        }
        Phrase {
            anchors.right: save.left
            anchors.rightMargin: 12
            anchors.verticalCenter: save.verticalCenter
            visible: conflict.total > 0
            text: qsTr("%1 of %2 decided").arg(conflict.decided).arg(conflict.total)
            textStyle: Theme.supportStrong
            color: Theme.colors.inkMuted
        }
        Btn {
            id: save

            objectName: "saveAnswer"
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            implicitHeight: 68
            leftPadding: 34
            rightPadding: 34
            iconName: "check"
            textStyle: Theme.figure
            enabled: conflict.total > 0 && conflict.decided === conflict.total
            text: qsTr("Save my answer")
            onClicked: conflict.save()
        }
    }
}
