pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// The places of the app at the start side.
Rectangle {
    id: root

    required property var places  // { icon, text, badge }
    required property int current
    required property string person

    signal chosen(int place)
    signal personTapped

    implicitWidth: 96
    color: Theme.colors.navBack

    LogoMark {
        anchors.horizontalCenter: parent.horizontalCenter
        y: 22
        size: 44
    }
    Column {
        y: 86
        width: parent.width
        spacing: 4

        Repeater {
            model: root.places

            RailItem {
                required property var modelData
                required property int index

                objectName: "place" + index
                width: root.width
                iconName: modelData.icon
                text: modelData.text
                badge: modelData.badge
                current: root.current === index
                onClicked: root.chosen(index)
            }
        }
    }
    // Whoever holds the tablet; behind it the settings.
    Press {
        objectName: "settings"
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        width: 56
        height: 56
        corner: 28
        fill: "transparent"
        edgeWidth: 0
        text: qsTr("Settings")
        onClicked: root.personTapped()

        contentItem: Item {
            Avatar {
                anchors.centerIn: parent
                visible: root.person !== ""
                initial: root.person.charAt(0)
                tone: Avatar.Me
            }
        }
    }
    Rectangle {
        anchors.right: parent.right
        width: Theme.edgeHairline
        height: parent.height
        visible: Theme.sun
        color: Theme.colors.ink
    }
}
