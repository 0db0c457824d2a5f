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

    implicitHeight: Math.max(80, words.implicitHeight + 8)

    Column {
        id: words

        anchors.left: parent.left
        anchors.right: right.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter

        Phrase {
            width: parent.width
            text: root.title
            textStyle: Theme.title1
            line: 34
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
        }
        Phrase {
            width: parent.width
            text: root.subtitle
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
            maximumLineCount: 2
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
            stage: root.sync.state
            word: root.sync.word
            detail: root.sync.detail
            onClicked: root.syncOpened()
        }
    }
}
