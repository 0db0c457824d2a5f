pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Their words, who may read them, and the button that saves.
Item {
    id: root

    required property FeedbackModel feedback
    readonly property color tone: feedback.sensitive ? Theme.colors.sensitive : Theme.colors.primary

    StepHead {
        id: head

        anchors.left: parent.left
        number: "3"
        text: qsTr("In their words")
    }
    Flow {
        id: givers

        anchors.top: head.bottom
        anchors.topMargin: 4
        width: parent.width
        spacing: 8

        Repeater {
            model: root.feedback.givers

            Pick {
                required property string name
                required property string label
                required property bool chosen

                objectName: "giver:" + name
                showCheck: false
                text: label
                on: chosen
                onClicked: root.feedback.giver = name
            }
        }
    }
    Rectangle {
        id: frame

        anchors.top: givers.bottom
        anchors.topMargin: 10
        anchors.bottom: panel.top
        anchors.bottomMargin: 14
        width: parent.width
        radius: 18
        color: Theme.colors.card
        border.width: Theme.edgeSelected
        border.color: area.focused || root.feedback.sensitive ? root.tone : Theme.colors.control

        Image {
            anchors.fill: parent
            anchors.margins: Theme.edgeSelected
            visible: root.feedback.sensitive
            source: "image://hatch/" + Theme.colors.sensitive.toString().slice(1)
            fillMode: Image.Tile
        }
        Rectangle {
            anchors.fill: parent
            anchors.margins: root.feedback.sensitive ? 14 : 4
            radius: 8
            color: Theme.colors.card
        }
        WordsArea {
            id: area

            anchors.fill: parent
            anchors.margins: 14
            anchors.bottomMargin: 44
            textStyle: Theme.voiceLarge
            text: root.feedback.words
            name: qsTr("In their words")
            onEdited: (text) => root.feedback.words = text
        }
        Phrase {
            anchors.left: parent.left
            anchors.leftMargin: 30
            anchors.bottom: parent.bottom
            anchors.bottomMargin: 22
            width: parent.width - 60
            text: qsTr("Leave out names, phone numbers and addresses.")
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
        }
    }
    SensitivePanel {
        id: panel

        anchors.bottom: foot.top
        anchors.bottomMargin: 14
        width: parent.width
        on: root.feedback.sensitive
        sealing: root.feedback.sealing
        onSwitched: (on) => root.feedback.sensitive = on
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: 72

        Icon {
            id: pin

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            name: "map-pin"
            color: Theme.colors.inkMuted
        }
        Phrase {
            anchors.left: pin.right
            anchors.leftMargin: 10
            anchors.right: save.left
            anchors.rightMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            text: root.feedback.missing === "" ? root.feedback.place : root.feedback.place + "\n" + root.feedback.missing
            textStyle: Theme.control
            font.weight: Font.Normal
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        Btn {
            id: save

            objectName: "saveFeedback"
            anchors.right: parent.right
            leftPadding: 34
            rightPadding: 34
            implicitHeight: 72
            corner: 16
            kind: root.feedback.sensitive ? Btn.Seal : Btn.Main
            textStyle: Theme.figure
            iconName: root.feedback.sensitive ? "shield-lock" : "message-circle"
            enabled: root.feedback.missing === "" && !root.feedback.saving
            text: root.feedback.sealing && root.feedback.sensitive ? qsTr("Seal and save") : qsTr("Save feedback")
            onClicked: root.feedback.save()
        }
    }
}
