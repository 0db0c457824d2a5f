import QtQuick
import Rapport
import Rapport.Desk

// A PIN stands between the glass and the app. Nothing of what is behind it is here, and nobody's
// name. Not bound: a Loader of Qt 6.4 cannot make bound components, so the linter takes every id in
// them for unqualified.
// qmllint disable unqualified
FocusScope {
    id: root

    required property FrontDesk desk
    required property int aim
    property string heading
    property string note
    property string wayBack  // the words of the button that leads back; empty: nothing does
    property bool lost: false

    signal stayed

    PinModel {
        id: pin

        desk: root.desk
        aim: root.aim
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
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: root.heading
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
            visible: text !== ""
            horizontalAlignment: Text.AlignHCenter
            text: root.note
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
        Btn {
            objectName: "stayInKiosk"
            anchors.horizontalCenter: parent.horizontalCenter
            visible: text !== ""
            kind: Btn.Outline
            iconName: "arrow-left"
            text: root.wayBack
            onClicked: root.stayed()
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
