import QtQuick
import Rapport
import Rapport.Desk

// The tablet in the hand of a participant: no clock, no pill, no names, and no way to the rest. Not
// bound: a Loader of Qt 6.4 cannot make bound components, so the linter takes every id in them for
// unqualified.
// qmllint disable unqualified
FocusScope {
    id: root

    required property FrontDesk desk
    readonly property real margin: width < 840 ? 28 : 48

    KioskModel {
        id: pulse

        desk: root.desk
        onChanged: stopping.open = stopping.open && stage !== KioskModel.Welcome
    }
    KioskBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        visible: !pulse.leaving
        kiosk: pulse
    }
    Loader {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.left: bar.left
        anchors.right: bar.right
        active: !pulse.leaving
        sourceComponent: [null, welcome, question, finish, thanks][pulse.stage]
    }
    Loader {
        anchors.fill: parent
        active: pulse.leaving
        focus: true
        sourceComponent: PinGate {
            desk: root.desk
            aim: PinModel.LeaveKiosk
            wayBack: qsTr("Back to the questions")
            onStayed: pulse.leaving = false
        }
    }
    Sheet {
        id: stopping

        title: qsTr("Stop here?")
        bodyHeight: 150
        onClosed: open = false

        Column {
            width: parent.width
            spacing: 20

            Phrase {
                width: parent.width
                text: qsTr("Your answers so far are thrown away.")
                wrapMode: Text.Wrap
            }
            Flow {
                width: parent.width
                spacing: 16

                Btn {
                    objectName: "throwAway"
                    iconName: "trash"
                    text: qsTr("Throw away and stop")
                    onClicked: pulse.startOver()
                }
                Btn {
                    objectName: "goOn"
                    kind: Btn.Outline
                    text: qsTr("Go on")
                    onClicked: stopping.open = false
                }
            }
        }
    }
    Sheet {
        objectName: "stillThere"
        open: pulse.secondsLeft > 0
        title: qsTr("Are you still there?")
        bodyHeight: 150
        z: 11
        onClosed: pulse.look()

        Column {
            width: parent.width
            spacing: 20

            Phrase {
                width: parent.width
                text: qsTr("Your answers are thrown away in %n s.", "", pulse.secondsLeft)
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
            Btn {
                objectName: "stillHere"
                anchors.left: parent.left
                text: qsTr("I am still here")
                onClicked: pulse.look()
            }
        }
    }
    Component {
        id: welcome

        KioskWelcome {
            kiosk: pulse
        }
    }
    Component {
        id: question

        KioskQuestion {
            kiosk: pulse
            onStopped: pulse.given > 0 ? stopping.open = true : pulse.startOver()
        }
    }
    Component {
        id: finish

        KioskFinish {
            kiosk: pulse
            onStopped: stopping.open = true
        }
    }
    Component {
        id: thanks

        KioskThanks {
            kiosk: pulse
        }
    }
}
