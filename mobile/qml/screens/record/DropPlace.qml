import QtQuick
import Rapport
import Rapport.Desk

// Files may be dropped anywhere on the screen that this fills.
DropArea {
    id: root

    required property FilesModel files

    enabled: files.takesFiles
    z: 11
    onDropped: (drop) => root.files.add(drop.urls)

    Rectangle {
        anchors.fill: parent
        anchors.margins: 12
        visible: root.containsDrag
        radius: Theme.radiusSheet
        color: Theme.colors.selected
        border.width: 4
        border.color: Theme.colors.primary

        Column {
            anchors.centerIn: parent
            width: Math.min(parent.width - 48, 560)
            spacing: 16

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "photo"
                size: 72
                color: Theme.colors.primaryText
            }
            Phrase {
                objectName: "dropHere"
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: qsTr("Let go here to add it")
                textStyle: Theme.title2
                wrapMode: Text.Wrap
            }
        }
    }
}
