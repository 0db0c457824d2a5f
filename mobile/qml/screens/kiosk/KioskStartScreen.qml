pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Before the tablet goes into a participant's hand.
Rectangle {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    property string eventId
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24

    signal finished
    signal syncOpened

    color: Theme.colors.page

    KioskStartModel {
        id: pulse

        desk: root.desk
        eventId: root.eventId
    }
    TaskBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        title: qsTr("Hand over for the pulse")
        subtitle: pulse.wave
        sync: root.sync
        onFinished: root.finished()
        onSyncOpened: root.syncOpened()
    }
    EmptyState {
        anchors.top: bar.bottom
        anchors.topMargin: 16
        anchors.left: bar.left
        width: bar.width
        visible: pulse.shown && pulse.wave === ""
        iconName: "mood-heart"
        title: qsTr("No pulse is asked just now")
        text: qsTr("The office opens one for some weeks. It shows here then.")
    }
    Card {
        id: card

        anchors.top: bar.bottom
        anchors.topMargin: 16
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(bar.width, 760)
        height: words.height + 52
        visible: pulse.wave !== ""

        Column {
            id: words

            anchors.left: parent.left
            anchors.leftMargin: 26
            y: 26
            width: parent.width - 52
            spacing: 16

            Phrase {
                width: parent.width
                text: qsTr("Who answers?")
                textStyle: Theme.label
            }
            Pick {
                objectName: "kioskPartner"
                width: parent.width
                stretched: true
                on: pulse.partner !== ""
                text: pulse.partner === "" ? qsTr("Choose a group") : pulse.partner
                onClicked: partnerSheet.open = true
            }
            Phrase {
                width: parent.width
                text: qsTr("From then on the tablet shows nothing but the questions, to one person after the other. You do not see their answers, and neither does this app show them to anybody here.")
                wrapMode: Text.Wrap
            }
            Phrase {
                width: parent.width
                text: qsTr("To take it back: hold the mark in the corner for three seconds, then type the PIN.")
                wrapMode: Text.Wrap
            }
            Phrase {
                width: parent.width
                visible: !root.desk.lock.hasPin
                text: qsTr("This tablet has no PIN. You choose one now; it goes again when you take the tablet back.")
                color: Theme.colors.inkMuted
                wrapMode: Text.Wrap
            }
            Banner {
                width: parent.width
                tone: Banner.Danger
                text: pulse.problem
            }
            Btn {
                objectName: "beginKiosk"
                width: parent.width
                implicitHeight: 72
                enabled: pulse.ready
                iconName: "mood-heart"
                text: root.desk.lock.hasPin ? qsTr("Start, and hand it over") : qsTr("Choose a PIN and start")
                onClicked: root.desk.lock.hasPin ? pulse.start() : pinSheet.ask(PinModel.SetForKiosk)
            }
        }
    }
    ChoiceSheet {
        id: partnerSheet

        title: qsTr("Who answers?")
        choices: pulse.partners
        single: true
        onClosed: open = false
        onPicked: (id) => pulse.choosePartner(id)
    }
    PinSheet {
        id: pinSheet

        desk: root.desk
        onDone: pulse.start()
    }
}
