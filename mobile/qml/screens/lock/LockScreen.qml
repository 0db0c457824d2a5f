import QtQuick
import Rapport
import Rapport.Desk

// Nothing of what is behind it, and nobody's name. Not bound: a Loader of Qt 6.4 cannot make
// bound components, so the linter takes every id in them for unqualified.
// qmllint disable unqualified
FocusScope {
    id: root

    required property FrontDesk desk
    property bool lost: false

    PinModel {
        id: pin

        desk: root.desk
        aim: PinModel.Unlock
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.max(24, (parent.height - height) / 2)
        width: Math.min(parent.width - 48, 560)
        visible: !root.lost
        spacing: 16

        LogoMark {
            anchors.horizontalCenter: parent.horizontalCenter
            size: 64
            back: Theme.colors.primary
        }
        Phrase {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("This tablet is locked")
            textStyle: Theme.title1
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
        PinPad {
            anchors.horizontalCenter: parent.horizontalCenter
            pin: pin
        }
        Phrase {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("What was saved still goes to the office while it is locked.")
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
        Btn {
            objectName: "lostPin"
            anchors.horizontalCenter: parent.horizontalCenter
            implicitHeight: 56
            kind: Btn.Ghost
            text: qsTr("I do not know the PIN any more")
            onClicked: root.lost = true
        }
    }
    Loader {
        anchors.fill: parent
        active: root.lost
        sourceComponent: LostPinPage {
            desk: root.desk
            onClosed: root.lost = false
        }
    }
}
