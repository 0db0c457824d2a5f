pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The five places of the app: a rail at the start side, or a bar at the bottom when upright.
Rectangle {
    id: root

    required property int current
    required property SyncModel sync
    property bool upright: false
    readonly property var places: [
        { "icon": "home", "text": qsTr("Today") },
        { "icon": "calendar-event", "text": qsTr("Events") },
        { "icon": "heart-handshake", "text": qsTr("Promises") },
        { "icon": "building-community", "text": qsTr("Partners") },
        { "icon": "cloud-up", "text": qsTr("Sync") }
    ]

    signal chosen(int place)

    implicitWidth: 96
    implicitHeight: 88
    color: Theme.colors.navBack

    LogoMark {
        x: 26
        y: 22
        visible: !root.upright
        size: 44
    }
    Grid {
        x: 0
        y: root.upright ? 6 : 86
        columns: root.upright ? 5 : 1
        rowSpacing: 4

        Repeater {
            model: root.places

            RailItem {
                required property var modelData
                required property int index

                objectName: "place" + index
                width: root.upright ? root.width / 5 : 96
                iconName: modelData.icon
                text: modelData.text
                current: root.current === index
                badge: index === 4 ? root.sync.waiting + root.sync.refused : 0
                onClicked: root.chosen(index)
            }
        }
    }
    Avatar {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 26
        visible: !root.upright && root.sync.person !== ""
        initial: root.sync.person.charAt(0)
        tone: Avatar.Me
    }
}
