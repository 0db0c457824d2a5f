pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// One question, and what can be said to it.
Item {
    id: root

    required property KioskModel kiosk
    readonly property bool upright: width < 840
    readonly property real across: Math.floor((width - 64) / 5)

    signal stopped

    Column {
        anchors.left: parent.left
        anchors.right: parent.right
        y: Math.max(0, (foot.y - height) / 2)
        spacing: root.upright ? 20 : 24

        Column {
            width: parent.width
            spacing: 8

            Phrase {
                objectName: "question"
                width: Math.min(parent.width, 1000)
                anchors.left: parent.left
                text: root.kiosk.question
                textStyle: root.upright ? Theme.display : Theme.kiosk
                wrapMode: Text.Wrap
                Accessible.role: Accessible.Heading
            }
            Phrase {
                width: parent.width
                text: qsTr("Tap one. There is no wrong answer.")
                textStyle: Theme.figure
                font.weight: Font.Normal
                color: Theme.colors.inkMuted
                wrapMode: Text.Wrap
            }
        }
        Grid {
            width: parent.width
            columns: root.upright ? 1 : 5
            spacing: root.upright ? 12 : 16

            Repeater {
                model: root.kiosk.choices

                LevelChoice {
                    required property string value
                    required property string label
                    required property bool chosen

                    objectName: "level" + value
                    width: root.upright ? root.width : root.across
                    height: root.upright ? 108 : 268
                    lying: !root.upright
                    text: label
                    on: chosen
                    onClicked: root.kiosk.choose(value)
                }
            }
        }
        Flow {
            width: parent.width
            spacing: 12

            Btn {
                objectName: "notForMe"
                visible: text !== ""
                kind: Btn.Outline
                text: root.kiosk.notForMe
                onClicked: root.kiosk.chooseNotForMe()
            }
            Btn {
                objectName: "skipQuestion"
                kind: Btn.Outline
                text: qsTr("Prefer not to say")
                onClicked: root.kiosk.skip()
            }
        }
    }
    Item {
        id: foot

        anchors.bottom: parent.bottom
        width: parent.width
        height: root.upright ? 152 : 104

        Row {
            id: progress

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: root.upright ? -44 : 0
            spacing: 6

            Repeater {
                model: root.kiosk.total

                Rectangle {
                    required property int index
                    readonly property bool over: index + 1 < root.kiosk.number
                    readonly property bool now: index + 1 === root.kiosk.number

                    anchors.verticalCenter: parent.verticalCenter
                    width: 22
                    height: 10
                    radius: 5
                    color: over ? Theme.colors.primary : now ? Theme.colors.accent : Theme.colors.track
                    border.width: over ? 0 : Theme.edgeControl
                    border.color: now ? Theme.colors.accentInk : Theme.colors.control
                }
            }
            Phrase {
                objectName: "kioskProgress"
                anchors.verticalCenter: parent.verticalCenter
                leftPadding: 8
                rightPadding: 8
                text: qsTr("Question %1 of %2").arg(root.kiosk.number).arg(root.kiosk.total)
                color: Theme.colors.inkMuted
            }
        }
        Row {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: root.upright ? 24 : 0
            spacing: 12

            Btn {
                objectName: "kioskBack"
                visible: root.kiosk.number > 1
                kind: Btn.Outline
                iconName: "arrow-left"
                text: qsTr("Back")
                onClicked: root.kiosk.back()
            }
            Btn {
                objectName: "kioskNext"
                visible: root.kiosk.answered
                kind: Btn.Tonal
                text: qsTr("Next")
                onClicked: root.kiosk.next()
            }
            Btn {
                objectName: "kioskStop"
                kind: Btn.Outline
                iconName: "x"
                text: qsTr("Stop")
                onClicked: root.stopped()
            }
        }
    }
}
