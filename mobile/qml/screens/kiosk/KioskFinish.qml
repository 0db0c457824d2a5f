import QtQuick
import Rapport
import Rapport.Desk

// All questions were shown: nothing is kept until this is tapped.
Item {
    id: root

    required property KioskModel kiosk

    signal stopped

    Column {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(parent.width, 900)
        spacing: 24

        Phrase {
            width: parent.width
            text: root.kiosk.given > 0 ? qsTr("Hand in your answers?") : qsTr("You answered none of them")
            textStyle: Theme.kiosk
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
        Phrase {
            width: parent.width
            text: root.kiosk.given > 0 ? qsTr("You answered %1 of %2. Once they are handed in, nobody can find yours again to change it, you neither.").arg(root.kiosk.given).arg(root.kiosk.total)
                : qsTr("That is fine. Nothing is kept.")
            textStyle: Theme.title3
            font.weight: Font.Normal
            line: 32
            wrapMode: Text.Wrap
        }
        Banner {
            width: parent.width
            tone: Banner.Danger
            text: root.kiosk.problem
        }
        Flow {
            width: parent.width
            spacing: 16

            Btn {
                objectName: "kioskHandIn"
                implicitHeight: 80
                corner: 20
                iconName: "check"
                textStyle: Theme.title2
                text: root.kiosk.given > 0 ? qsTr("Hand in") : qsTr("Done")
                onClicked: root.kiosk.handIn()
            }
            Btn {
                objectName: "kioskBack"
                implicitHeight: 80
                corner: 20
                kind: Btn.Outline
                iconName: "arrow-left"
                text: qsTr("Back")
                onClicked: root.kiosk.back()
            }
            Btn {
                objectName: "kioskStop"
                visible: root.kiosk.given > 0
                implicitHeight: 80
                corner: 20
                kind: Btn.Outline
                iconName: "x"
                text: qsTr("Throw away")
                onClicked: root.stopped()
            }
        }
    }
}
