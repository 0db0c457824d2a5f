import QtQuick
import Rapport
import Rapport.Desk

// Whether the tablet is locked is not known yet: for a moment, or because its disk fails.
Item {
    id: root

    required property ScreenLock lock

    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 48, 560)
        visible: root.lock.problem !== ""
        spacing: 16

        Banner {
            width: parent.width
            tone: Banner.Danger
            title: qsTr("This tablet cannot be opened")
            text: root.lock.problem
        }
        Btn {
            objectName: "readLockAgain"
            width: parent.width
            iconName: "refresh"
            text: qsTr("Try again")
            onClicked: root.lock.refresh()
        }
    }
}
