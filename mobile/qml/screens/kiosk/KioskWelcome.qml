pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Before anybody answers: what it is about, and what becomes of the answers.
Item {
    id: root

    required property KioskModel kiosk

    Column {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        anchors.verticalCenterOffset: -24
        width: Math.min(parent.width, 900)
        spacing: 20

        Phrase {
            width: parent.width
            text: qsTr("How are we doing?")
            textStyle: Theme.kiosk
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
        Phrase {
            width: parent.width
            text: qsTr("%n short sentences about our team. For each one, tap how much you agree. You may skip any of them, and stop at any time.", "", root.kiosk.total)
            textStyle: Theme.title3
            font.weight: Font.Normal
            line: 32
            wrapMode: Text.Wrap
        }
        Repeater {
            model: [
                { "icon": "user", "text": qsTr("Your name is neither asked nor kept. Kept with your answers: your group, this week and your language.") },
                { "icon": "eye-off", "text": qsTr("The app shows your answers to nobody on this tablet. At the office it shows what several people said, together.") },
                { "icon": "users-group", "text": qsTr("Where few people answer, somebody may still guess. Say only what you want to say.") }
            ]

            Item {
                id: fact

                required property var modelData

                width: parent ? parent.width : 0
                height: words.height

                Icon {
                    anchors.left: parent.left
                    anchors.verticalCenter: parent.verticalCenter
                    name: fact.modelData.icon
                    size: 28
                    color: Theme.colors.primaryText
                }
                Phrase {
                    id: words

                    anchors.left: parent.left
                    anchors.leftMargin: 44
                    width: parent.width - 44
                    text: fact.modelData.text
                    color: Theme.colors.inkMuted
                    wrapMode: Text.Wrap
                }
            }
        }
        Btn {
            objectName: "kioskBegin"
            anchors.left: parent.left
            implicitHeight: 80
            implicitWidth: 280
            corner: 20
            textStyle: Theme.title2
            text: qsTr("Begin")
            onClicked: root.kiosk.begin()
        }
    }
}
