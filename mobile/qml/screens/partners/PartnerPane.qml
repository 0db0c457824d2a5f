pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// One partner: how they do things, what we owe each other, when we meet.
Card {
    id: root

    required property FrontDesk desk
    required property string partnerId
    property bool closable: false
    property bool canEdit: true

    signal closed
    signal conflictOpened
    signal editOpened
    signal filesOpened
    signal findOpened

    PartnerModel {
        id: partner

        desk: root.desk
        partnerId: root.partnerId
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
                text: partner.name
                textStyle: Theme.title2
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }
            Fact {
                width: parent.width
                iconName: "building-community"
                text: partner.line
            }
            Fact {
                width: parent.width
                visible: text !== ""
                iconName: "language"
                text: partner.languages
            }
            Phrase {
                width: parent.width
                visible: text !== ""
                text: partner.description
                wrapMode: Text.Wrap
            }
            Btn {
                objectName: "partnerConflict"
                width: parent.width
                visible: partner.twoVersions
                kind: Btn.Outline
                iconName: "arrows-split-2"
                text: qsTr("Two versions, pick one")
                onClicked: root.conflictOpened()
            }
            FilesButton {
                width: parent.width
                desk: root.desk
                recordId: root.partnerId
                onOpened: root.filesOpened()
            }
            TitledText {
                width: parent.width
                visible: text !== ""
                title: qsTr("How they do things")
                text: partner.cultureNote
            }
            DueList {
                width: parent.width
                promises: partner.promises
            }
            SectionHead {
                width: parent.width
                visible: partner.events.count > 0
                title: qsTr("When we meet")
            }
            Repeater {
                model: partner.events

                Column {
                    id: meeting

                    required property string title
                    required property string when
                    required property string place

                    width: facts.width

                    Phrase {
                        width: parent.width
                        text: meeting.title
                        textStyle: Theme.controlStrong
                        elide: Text.ElideRight
                    }
                    Phrase {
                        width: parent.width
                        text: meeting.place === "" ? meeting.when : qsTr("%1 · %2").arg(meeting.when).arg(meeting.place)
                        textStyle: Theme.support
                        color: Theme.colors.inkMuted
                        elide: Text.ElideRight
                    }
                }
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
    Btn {
        objectName: "writeDown"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 18
        anchors.left: parent.left
        anchors.leftMargin: 20
        kind: Btn.Tonal
        iconName: "plus"
        text: qsTr("Write down")
        onClicked: root.findOpened()
    }
    Btn {
        objectName: "editPartner"
        visible: root.canEdit
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 18
        anchors.right: parent.right
        anchors.rightMargin: 20
        kind: Btn.Outline
        iconName: "pencil"
        text: qsTr("Change")
        onClicked: root.editOpened()
    }
}
