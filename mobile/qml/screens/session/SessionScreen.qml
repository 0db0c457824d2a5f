pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// A listening session: the stream of notes and quotes, the composer, the themes.
Rectangle {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    property string sessionId
    property bool quote: false
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24

    function saveNote() {
        stream.follow();
        session.save();
    }

    signal finished
    signal syncOpened

    color: Theme.colors.page

    SessionModel {
        id: session

        desk: root.desk
        sessionId: root.sessionId
    }
    Binding {
        target: session.draft
        property: "quote"
        value: true
        when: root.quote
        restoreMode: Binding.RestoreNone
    }
    TaskBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        leaveName: qsTr("Leave, the session keeps running")
        title: session.title
        subtitle: session.subtitle
        sync: root.sync
        onFinished: root.finished()
        onSyncOpened: root.syncOpened()

        Stepper {
            visible: session.state === SessionModel.Running && !root.upright
            people: session.people
            onStepped: (amount) => session.addPeople(amount)
        }
        TimerPill {
            visible: session.state !== SessionModel.None && !root.upright
            clock: session.clock
        }
    }
    Banner {
        id: problem

        anchors.top: bar.bottom
        anchors.left: bar.left
        anchors.right: bar.right
        tone: Banner.Danger
        text: session.problem
    }
    SessionStart {
        anchors.centerIn: parent
        width: Math.min(parent.width - 40, 640)
        visible: session.state === SessionModel.None
        session: session
    }
    Row {
        id: uprightTools

        anchors.top: problem.bottom
        anchors.left: bar.left
        height: visible ? 68 : 0
        visible: root.upright && session.state === SessionModel.Running
        spacing: 12

        Stepper {
            people: session.people
            onStepped: (amount) => session.addPeople(amount)
        }
        TimerPill {
            clock: session.clock
        }
    }
    Item {
        id: writing

        anchors.top: uprightTools.bottom
        anchors.bottom: root.upright ? side.top : parent.bottom
        anchors.bottomMargin: root.upright ? 14 : 20
        anchors.left: root.upright || !Theme.leftHand ? bar.left : side.right
        anchors.leftMargin: root.upright || !Theme.leftHand ? 0 : 24
        anchors.right: root.upright || Theme.leftHand ? bar.right : side.left
        anchors.rightMargin: root.upright || Theme.leftHand ? 0 : 24
        visible: session.state === SessionModel.Running || session.state === SessionModel.Ended

        NoteStream {
            id: stream

            anchors.top: parent.top
            anchors.bottom: composer.top
            anchors.bottomMargin: 14
            width: parent.width
            stream: session.stream
        }
        NoteComposer {
            id: composer

            anchors.bottom: parent.bottom
            width: parent.width
            visible: session.state === SessionModel.Running
            height: visible ? implicitHeight : 0
            draft: session.draft
            typeAtOnce: root.quote
            onSaved: root.saveNote()
        }
    }
    SessionSide {
        id: side

        anchors.top: root.upright ? undefined : problem.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        anchors.left: !root.upright && Theme.leftHand ? bar.left : undefined
        anchors.right: root.upright || !Theme.leftHand ? bar.right : undefined
        width: root.upright ? bar.width : 372
        height: root.upright ? 320 : undefined
        visible: writing.visible
        upright: root.upright
        session: session
        onAllThemesOpened: themes.open = true
    }
    ChoiceSheet {
        id: themes

        title: qsTr("Themes")
        choices: session.allThemes
        searchHint: qsTr("Search, or write a new theme")
        addLabel: qsTr("New theme")
        onClosed: open = false
        onPicked: (id) => session.toggleTheme(id)
        onAdded: (name) => session.addTheme(name)
    }
}
