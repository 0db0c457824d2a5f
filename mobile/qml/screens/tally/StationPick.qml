import QtQuick
import Rapport

// Which station is counted at.
Press {
    id: root

    required property string station

    objectName: "station"
    corner: 16
    leftPadding: 16
    rightPadding: 14
    text: qsTr("Station %1").arg(station)

    contentItem: Item {
        implicitWidth: 24 + 10 + words.implicitWidth + 10 + 22

        Icon {
            id: pin

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            name: "map-pin"
        }
        Row {
            id: words

            anchors.left: pin.right
            anchors.leftMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            spacing: 5

            Phrase {
                text: qsTr("Station")
                textStyle: Theme.control
            }
            Phrase {
                width: Math.min(implicitWidth, 220)
                text: root.station
                textStyle: Theme.controlStrong
                elide: Text.ElideRight
            }
        }
        Icon {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            name: "chevron-down"
            size: 22
        }
    }
}
