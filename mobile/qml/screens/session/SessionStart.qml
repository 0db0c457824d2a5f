import QtQuick
import Rapport
import Rapport.Desk

// No session is going on: what is the next one about?
Card {
    id: root

    required property SessionModel session

    height: form.implicitHeight + 52

    Column {
        id: form

        anchors.left: parent.left
        anchors.leftMargin: 26
        y: 26
        width: parent.width - 52
        spacing: 14

        Flow {
            width: parent.width

            Icon {
                name: "ear"
                size: 36
                color: Theme.colors.primaryText
            }
        }
        Phrase {
            width: parent.width
            text: qsTr("No session is running")
            textStyle: Theme.title2
        }
        Phrase {
            width: parent.width
            text: qsTr("Start one, and every note and quote you save belongs to it.")
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
        Phrase {
            width: parent.width
            text: qsTr("What is it about?")
            textStyle: Theme.label
        }
        LineField {
            id: purpose

            objectName: "purpose"
            width: parent.width
            hint: qsTr("For example: rides and clinic hours")
            text: root.session.title
            onAccepted: root.session.start(text)
        }
        Btn {
            objectName: "startSession"
            width: parent.width
            implicitHeight: 72
            enabled: purpose.text.trim() !== ""
            iconName: "ear"
            text: qsTr("Start listening")
            onClicked: root.session.start(purpose.text)
        }
    }
}
