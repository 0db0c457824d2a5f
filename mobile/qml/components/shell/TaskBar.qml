import QtQuick
import Rapport
import Rapport.Desk

// The top of a task: the way out at the start, what it is, and the pill.
Item {
    id: root

    required property string title
    required property string subtitle
    required property SyncModel sync
    property string leaveIcon: "arrow-left"
    property string leaveName: qsTr("Back")
    default property alias actions: actionRow.data

    signal finished
    signal syncOpened

    implicitHeight: Math.max(80, words.implicitHeight + 8)

    IconBtn {
        id: leave

        anchors.left: parent.left
        objectName: "leave"
        anchors.verticalCenter: parent.verticalCenter
        iconName: root.leaveIcon
        text: root.leaveName
        onClicked: root.finished()
    }
    Column {
        id: words

        anchors.left: leave.right
        anchors.leftMargin: 12
        anchors.right: actionRow.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter

        Phrase {
            width: parent.width
            text: root.title
            textStyle: Theme.barTitle
            elide: Text.ElideRight
            Accessible.role: Accessible.Heading
        }
        Phrase {
            width: parent.width
            visible: text !== ""
            text: root.subtitle
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
    }
    Row {
        id: actionRow

        anchors.right: pill.left
        anchors.rightMargin: visibleChildren.length > 0 ? 12 : 0
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12
    }
    SyncPill {
        id: pill

        objectName: "syncPill"
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        stage: root.sync.state
        word: root.sync.word
        detail: root.sync.detail
        onClicked: root.syncOpened()
    }
}
