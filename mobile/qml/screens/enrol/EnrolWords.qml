import QtQuick
import Rapport

// Three words that two people compare aloud, until the coordinator has said that they are the same.
Card {
    id: root

    required property string words

    signal gaveUp

    implicitHeight: column.implicitHeight + 52

    Column {
        id: column

        anchors.left: parent.left
        anchors.leftMargin: 26
        y: 26
        width: parent.width - 52
        spacing: 18

        Phrase {
            width: parent.width
            text: qsTr("Read these words to your coordinator")
            textStyle: Theme.title2
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
        Rectangle {
            width: parent.width
            height: read.implicitHeight + 44
            radius: Theme.radiusCard
            color: Theme.colors.selected
            border.width: Theme.sun ? 3 : 2
            border.color: Theme.colors.primary

            Phrase {
                id: read

                objectName: "enrolWords"
                anchors.centerIn: parent
                width: parent.width - 36
                horizontalAlignment: Text.AlignHCenter
                text: root.words
                textStyle: Theme.display
                line: 58
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
        Phrase {
            width: parent.width
            text: qsTr("They must see the same three words. Once they say so, this goes on by itself.")
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
        Btn {
            objectName: "giveUp"
            width: parent.width
            kind: Btn.Outline
            text: qsTr("Stop waiting")
            onClicked: root.gaveUp()
        }
    }
}
