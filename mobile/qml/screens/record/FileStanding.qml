import QtQuick
import Rapport

// How far a file has come: in megabytes while it moves, in words where it lies, and why it came back.
Item {
    id: root

    required property string standing
    required property string standingIcon
    required property string bytes
    required property string bytesDetail
    required property real share
    required property string sentBack

    implicitHeight: bar.visible ? bar.height : words.implicitHeight

    ByteBar {
        id: bar

        anchors.left: parent.left
        width: parent.width
        visible: root.bytes !== ""
        text: root.bytes
        detail: root.bytesDetail
        share: root.share
    }
    Icon {
        id: mark

        anchors.left: parent.left
        y: 1
        visible: !bar.visible
        name: root.sentBack !== "" ? "alert-circle" : root.standingIcon
        size: 22
        color: root.sentBack !== "" ? Theme.colors.warningText : Theme.colors.inkMuted
    }
    Phrase {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: 8
        width: parent.width - mark.width - 8
        visible: !bar.visible
        text: root.sentBack !== "" ? root.sentBack : root.standing
        textStyle: Theme.support
        color: root.sentBack !== "" ? Theme.colors.warningText : Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
}
