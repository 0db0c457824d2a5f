import QtQuick
import Rapport

// A number of people, one fewer or one more.
Rectangle {
    id: root

    required property int people

    signal stepped(int amount)

    implicitWidth: 112 + words.implicitWidth + 4
    implicitHeight: 56
    radius: Theme.radiusCard
    color: Theme.colors.card
    border.width: Theme.edgeControl
    border.color: Theme.colors.control

    IconBtn {
        anchors.left: parent.left
        objectName: "fewer"
        outlined: false
        iconName: "minus"
        iconSize: 26
        text: qsTr("One fewer")
        onClicked: root.stepped(-1)
    }
    Row {
        id: words

        anchors.centerIn: parent
        spacing: 5

        DigitRow {
            anchors.verticalCenter: parent.verticalCenter
            text: root.people
            textStyle: Theme.rowHead
        }
        Phrase {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("people", "after their number", root.people)
            textStyle: Theme.label
        }
    }
    IconBtn {
        objectName: "more"
        anchors.right: parent.right
        outlined: false
        iconName: "plus"
        iconSize: 26
        text: qsTr("One more")
        onClicked: root.stepped(1)
    }
}
