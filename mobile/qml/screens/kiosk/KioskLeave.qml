import QtQuick
import Rapport
import Rapport.Desk

// Whoever lent the tablet takes it back.
FocusScope {
    id: root

    required property FrontDesk desk

    signal stayed

    PinModel {
        id: pin

        desk: root.desk
        aim: PinModel.LeaveKiosk
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 48, 560)
        spacing: 16

        PinPad {
            anchors.horizontalCenter: parent.horizontalCenter
            pin: pin
        }
        Btn {
            objectName: "stayInKiosk"
            anchors.horizontalCenter: parent.horizontalCenter
            kind: Btn.Outline
            iconName: "arrow-left"
            text: qsTr("Back to the questions")
            onClicked: root.stayed()
        }
    }
}
