pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The stations of this event, and a way to add one.
Sheet {
    id: root

    required property RowList stations

    signal picked(string stationId)
    signal added(string name)

    title: qsTr("Where are you counting?")
    bodyHeight: Math.min(560, places.implicitHeight)
    onOpenChanged: newName.clear()
    onPicked: closed()
    onAdded: closed()

    Column {
        id: places

        width: parent.width
        spacing: 12

        Repeater {
            model: root.stations

            Pick {
                required property string stationId
                required property string name
                required property bool chosen

                objectName: "station:" + name
                width: parent ? parent.width : 0
                stretched: true
                text: name
                on: chosen
                onClicked: root.picked(stationId)
            }
        }
        Item {
            width: parent.width
            height: 64

            LineField {
                id: newName

                objectName: "stationName"
                anchors.left: parent.left
                anchors.right: add.left
                anchors.rightMargin: 12
                hint: qsTr("Another station, for example Gate")
            }
            Btn {
                id: add

                objectName: "stationAdd"
                anchors.right: parent.right
                implicitHeight: 60
                kind: Btn.Tonal
                enabled: newName.text.trim() !== ""
                iconName: "plus"
                text: qsTr("Add")
                onClicked: root.added(newName.text)
            }
        }
    }
}
