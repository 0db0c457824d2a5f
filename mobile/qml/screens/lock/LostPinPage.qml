pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The way back: the office gives a code for the person of this tablet, as for a new one.
Item {
    id: root

    required property FrontDesk desk

    signal closed

    EnrolModel {
        id: proving

        desk: root.desk
        lostPin: true
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 48, 640)
        spacing: 16

        EnrolWords {
            width: parent.width
            visible: proving.state === EnrolModel.Waiting
            words: proving.words
            onGaveUp: proving.giveUp()
        }
        Card {
            width: parent.width
            implicitHeight: form.implicitHeight + 52
            visible: proving.state !== EnrolModel.Waiting

            Column {
                id: form

                anchors.left: parent.left
                anchors.leftMargin: 26
                y: 26
                width: parent.width - 52
                spacing: 14

                Phrase {
                    width: parent.width
                    text: qsTr("A lost PIN")
                    textStyle: Theme.title2
                    Accessible.role: Accessible.Heading
                }
                Phrase {
                    width: parent.width
                    text: qsTr("Ask your coordinator for a link or a code with your name, as for a new tablet. It takes the PIN away, and nothing else: all that is saved here stays, sent or not. This needs a connection.")
                    color: Theme.colors.inkMuted
                    wrapMode: Text.Wrap
                }
                LineField {
                    objectName: "lostPinCode"
                    width: parent.width
                    focus: true
                    enabled: proving.state !== EnrolModel.Working
                    wrong: proving.problem !== ""
                    hint: qsTr("Link or code")
                    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                    onEdited: (text) => proving.code = text
                    onAccepted: proving.enrol()
                }
                LineField {
                    objectName: "lostPinOffice"
                    width: parent.width
                    visible: proving.asksOffice
                    enabled: proving.state !== EnrolModel.Working
                    wrong: proving.problem !== ""
                    hint: qsTr("Address of the office")
                    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhUrlCharactersOnly
                    onEdited: (text) => proving.office = text
                    onAccepted: proving.enrol()
                }
                Banner {
                    width: parent.width
                    tone: Banner.Danger
                    text: proving.problem
                }
                Btn {
                    objectName: "dropPin"
                    width: parent.width
                    enabled: proving.state === EnrolModel.Ready
                    iconName: "key"
                    text: proving.state === EnrolModel.Working ? qsTr("Talking to the office") : qsTr("Take the PIN away")
                    onClicked: proving.enrol()
                }
                Btn {
                    objectName: "backToPin"
                    width: parent.width
                    kind: Btn.Outline
                    enabled: proving.state !== EnrolModel.Working
                    text: qsTr("Back to the PIN")
                    onClicked: root.closed()
                }
            }
        }
    }
}
