import QtQuick
import Rapport
import Rapport.Desk

// The top of a place: its name, a line under it, and the pill.
Item {
    id: root

    required property string title
    required property string subtitle
    required property SyncModel sync
    default property alias actions: actionRow.data

    signal syncOpened

    implicitHeight: 80

    Column {
        anchors.left: parent.left
        anchors.right: right.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter

        Phrase {
            width: parent.width
            text: root.title
            textStyle: Theme.title1
            lineHeight: 34
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
        }
        Phrase {
            width: parent.width
            text: root.subtitle
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
        }
    }
    Row {
        id: right

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12

        Row {
            id: actionRow

            spacing: 12
        }
        SyncPill {
            objectName: "syncPill"
            sync: root.sync
            onClicked: root.syncOpened()
        }
    }
}
