import QtQuick
import Rapport
import Rapport.Desk

// It is kept, and the next person may come.
Item {
    id: root

    required property KioskModel kiosk

    Column {
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        width: Math.min(parent.width, 900)
        spacing: 24

        Icon {
            anchors.left: parent.left
            name: "heart-handshake"
            size: 72
            color: Theme.colors.primaryText
        }
        Phrase {
            objectName: "kioskThanks"
            width: parent.width
            text: qsTr("Thank you")
            textStyle: Theme.kiosk
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
        Phrase {
            width: parent.width
            text: root.kiosk.given > 0 ? qsTr("Your answers are saved on this tablet. They go to the office together with those of others, without your name.")
                : qsTr("Nothing was kept.")
            textStyle: Theme.title3
            font.weight: Font.Normal
            line: 32
            wrapMode: Text.Wrap
        }
        Phrase {
            width: parent.width
            text: qsTr("Please give the tablet back, or to the next person.")
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
        Btn {
            objectName: "kioskAgain"
            anchors.left: parent.left
            implicitHeight: 80
            corner: 20
            textStyle: Theme.title2
            text: qsTr("For the next person")
            onClicked: root.kiosk.startOver()
        }
    }
}
