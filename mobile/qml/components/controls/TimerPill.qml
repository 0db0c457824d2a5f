import QtQuick
import Rapport
import Rapport.Desk

// How long the session has lasted; the button pauses.
Rectangle {
    id: root

    required property SessionClock clock

    implicitWidth: icon.width + digits.width + 56 + 18 + 10 + 14
    implicitHeight: 56
    radius: Theme.radiusCard
    color: Theme.colors.ink

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        name: "clock"
        color: Theme.colors.page
    }
    DigitRow {
        id: digits

        anchors.left: icon.right
        anchors.leftMargin: 10
        anchors.verticalCenter: parent.verticalCenter
        text: root.clock.text
        textStyle: Theme.timer
        color: root.clock.paused ? Theme.colors.accent : Theme.colors.page
    }
    IconBtn {
        objectName: "pause"
        anchors.right: parent.right
        anchors.rightMargin: 4
        outlined: false
        iconName: root.clock.paused ? "player-play" : "player-pause"
        inkColor: Theme.colors.page
        text: root.clock.paused ? qsTr("Go on") : qsTr("Pause")
        onClicked: root.clock.toggle()
    }
}
