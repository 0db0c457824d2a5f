pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// A promise: what, to whom, who does it, by when, and how they will be told.
Rectangle {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    property string partnerId  // to whom, where that is known
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24

    signal finished
    signal syncOpened

    color: Theme.colors.page
    Component.onCompleted: partnerId !== "" && promise.choosePartner(partnerId)

    PromiseModel {
        id: promise

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
        title: qsTr("New promise")
        subtitle: qsTr("Only promise what you or your team can do")
        sync: root.sync
        onFinished: root.finished()
        onSyncOpened: root.syncOpened()

        PromiseSides {
            visible: !root.upright
            promise: promise
        }
    }
    Banner {
        id: problem

        anchors.top: bar.bottom
        anchors.left: bar.left
        anchors.right: bar.right
        tone: Banner.Danger
        text: promise.problem
    }
    Flickable {
        id: scroller

        anchors.top: problem.bottom
        anchors.bottom: root.upright ? slip.top : parent.bottom
        anchors.bottomMargin: root.upright ? 16 : 0
        anchors.left: root.upright || !Theme.leftHand ? bar.left : slip.right
        anchors.leftMargin: root.upright || !Theme.leftHand ? 0 : 28
        anchors.right: root.upright || Theme.leftHand ? bar.right : slip.left
        anchors.rightMargin: root.upright || Theme.leftHand ? 0 : 28
        contentWidth: width
        contentHeight: questions.height + 24
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        interactive: contentHeight > height

        PromiseQuestions {
            id: questions

            width: scroller.width
            promise: promise
            sidesShown: root.upright
            onAllPartnersOpened: partnerSheet.open = true
            onAllPeopleOpened: peopleSheet.open = true
            onOtherDayOpened: daySheet.open = true
            onHeardOpened: heardSheet.open = true
        }
    }
    PromiseSlipCard {
        id: slip

        anchors.top: root.upright ? undefined : problem.bottom
        anchors.bottom: save.top
        anchors.bottomMargin: 16
        anchors.left: !root.upright && Theme.leftHand ? bar.left : undefined
        anchors.right: root.upright || !Theme.leftHand ? bar.right : undefined
        width: root.upright ? bar.width : 424
        height: root.upright ? Math.max(360, needed) : undefined
        slip: promise.slip
    }
    Btn {
        id: save

        objectName: "savePromise"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        anchors.left: slip.left
        anchors.right: slip.right
        implicitHeight: 72
        corner: 16
        iconName: "heart-handshake"
        iconSize: 28
        textStyle: Theme.figure
        enabled: promise.missing === "" && !promise.saving
        text: enabled || promise.saving ? qsTr("Save promise") : promise.missing
        onClicked: promise.save()
    }
    ChoiceSheet {
        id: partnerSheet

        title: qsTr("To whom?")
        choices: promise.allPartners
        single: true
        onClosed: open = false
        onPicked: (id) => promise.choosePartner(id)
    }
    ChoiceSheet {
        id: peopleSheet

        title: qsTr("Who will do it?")
        choices: promise.allPeople
        single: true
        onClosed: open = false
        onPicked: (id) => promise.choosePerson(id)
    }
    ChoiceSheet {
        id: heardSheet

        title: qsTr("What is it answering?")
        choices: promise.heard
        single: true
        onClosed: open = false
        onPicked: (id) => promise.answer(id)
    }
    DaySheet {
        id: daySheet

        today: root.desk.today()
        locale: root.desk.choices.locale
        onClosed: open = false
        onPicked: (day) => promise.chooseDue(day)
    }
}
