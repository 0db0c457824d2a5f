import QtQuick
import Rapport

// Where nothing is to be shown yet, or any more.
Column {
    id: root

    property bool upright: false

    spacing: 8

    Grid {
        id: grid

        readonly property real cell: root.upright ? (root.width - 16) / 2 : (root.width - 48) / 4

        width: parent.width
        columns: root.upright ? 2 : 4
        columnSpacing: 16
        rowSpacing: 16

        EmptyState {
            width: grid.cell
            iconName: "heart-handshake"
            title: qsTr("No promises due")
            text: qsTr("When you promise something, it shows here until you keep it and tell them.")
            action: qsTr("New promise")
        }
        LoadingCard {
            width: grid.cell
            title: qsTr("Opening partners")
            detail: qsTr("Grey bars for 1 second, then words. No spinner alone.")
        }
        EmptyState {
            width: grid.cell
            kind: EmptyState.Error
            iconName: "alert-circle"
            title: qsTr("This photo will not open")
            text: qsTr("The file is damaged. The note beside it is fine.")
            action: qsTr("Take it again")
        }
        EmptyState {
            width: grid.cell
            kind: EmptyState.Offline
            iconName: "cloud-off"
            title: qsTr("Last known, %1").arg("09:05")
            text: qsTr("Other tablets may have more. Numbers update by themselves.")
            action: qsTr("Keep working")
        }
    }
    SectionHead {
        width: parent.width
        title: qsTr("Where you are")
    }
    Item {
        width: parent.width
        height: bar.height

        BottomBar {
            id: bar

            anchors.left: parent.left
            width: Math.min(parent.width, 760)
            current: 1
            places: [
                { "icon": "home", "text": qsTr("Today"), "badge": 0 },
                { "icon": "calendar-event", "text": qsTr("Events"), "badge": 0 },
                { "icon": "heart-handshake", "text": qsTr("Promises"), "badge": 0 },
                { "icon": "building-community", "text": qsTr("Partners"), "badge": 0 },
                { "icon": "cloud-up", "text": qsTr("Sync"), "badge": 3 }
            ]
        }
    }
}
