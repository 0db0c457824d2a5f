pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// One event before and while it is open.
Card {
    id: root

    required property FrontDesk desk
    required property string eventId
    property bool closable: false
    property bool canEdit: true

    signal closed
    signal tallyOpened
    signal sessionOpened
    signal conflictOpened
    signal editOpened
    signal filesOpened
    signal findOpened
    signal kioskOpened

    EventModel {
        id: event

        desk: root.desk
        eventId: root.eventId
    }
    KioskStartModel {
        id: pulse

        desk: root.desk
        eventId: root.eventId
    }
    Flickable {
        id: scroller

        anchors.fill: parent
        anchors.margins: 20
        anchors.bottomMargin: 100
        contentWidth: width
        contentHeight: facts.height
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: facts

            width: scroller.width
            spacing: 10

            Phrase {
                width: parent.width - (root.closable ? 60 : 0)
                text: event.title
                textStyle: Theme.title2
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }
            Fact {
                width: parent.width
                iconName: "calendar"
                text: event.when
            }
            Fact {
                width: parent.width
                visible: event.where !== ""
                iconName: "map-pin"
                text: event.where
            }
            Fact {
                width: parent.width
                iconName: "users-group"
                text: event.people
            }
            Btn {
                width: parent.width
                visible: event.twoVersions
                objectName: "eventConflict"
                kind: Btn.Outline
                iconName: "arrows-split-2"
                text: qsTr("Two versions, pick one")
                onClicked: root.conflictOpened()
            }
            FilesButton {
                width: parent.width
                desk: root.desk
                recordId: root.eventId
                onOpened: root.filesOpened()
            }
            Btn {
                objectName: "startKiosk"
                width: parent.width
                visible: root.canEdit && pulse.wave !== ""
                kind: Btn.Outline
                iconName: "mood-heart"
                text: qsTr("Hand over for the pulse")
                onClicked: root.kioskOpened()
            }
            TitledText {
                width: parent.width
                visible: text !== ""
                title: qsTr("How they do things")
                text: event.cultureNote
            }
            TitledText {
                width: parent.width
                visible: text !== ""
                title: qsTr("Bring")
                text: event.bring
            }
            TitledText {
                width: parent.width
                visible: text !== ""
                title: qsTr("Notes")
                text: event.notes
            }
            DueList {
                width: parent.width
                promises: event.promises
            }
        }
    }
    IconBtn {
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 10
        visible: root.closable
        iconName: "x"
        text: qsTr("Close")
        onClicked: root.closed()
    }
    IconBtn {
        objectName: "writeDown"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 18
        anchors.left: parent.left
        anchors.leftMargin: 20
        iconName: "plus"
        text: qsTr("Write something down about it")
        onClicked: root.findOpened()
    }
    Row {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 18
        anchors.right: parent.right
        anchors.rightMargin: 20
        spacing: 12

        Btn {
            objectName: "editEvent"
            visible: root.canEdit
            kind: Btn.Outline
            iconName: "pencil"
            text: qsTr("Change")
            onClicked: root.editOpened()
        }
        Btn {
            objectName: "eventAction"
            iconName: event.listening ? "ear" : "users-group"
            text: event.listening ? qsTr("Open session") : qsTr("Open tally")
            onClicked: event.listening ? root.sessionOpened() : root.tallyOpened()
        }
    }
}
