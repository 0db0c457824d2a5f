import QtQuick
import Rapport

// One thing that was saved, and how far it has come.
Item {
    id: root

    required property string iconName
    required property string title
    required property string context
    required property bool sensitive
    required property int stage
    required property string savedAt
    required property string appliedAt
    required property string reviewed  // who read it, and when
    required property string bytes     // of a photo that is on its way: "Paused at 3.1 of 7.8 MB"
    required property string bytesDetail
    required property real share
    required property string fileSentBack  // why the office does not take the photo
    property bool last: false
    property bool upright: false

    // Words in two scripts may take four tall lines.
    implicitHeight: upright ? 150 : Math.max(103, words.implicitHeight + 20)

    Rectangle {
        id: badge

        anchors.left: parent.left
        anchors.leftMargin: 14
        y: root.upright ? 12 : (parent.height - height) / 2
        width: 48
        height: 48
        radius: 14
        color: root.sensitive ? Theme.colors.sensitiveTint : Theme.colors.primaryTint

        Icon {
            anchors.centerIn: parent
            name: root.iconName
            size: 26
            color: root.sensitive ? Theme.colors.sensitiveTintInk : Theme.colors.primaryTintInk
        }
    }
    Column {
        id: words

        anchors.left: badge.right
        anchors.leftMargin: 14
        anchors.verticalCenter: badge.verticalCenter
        width: root.upright ? parent.width - 92 : 212

        Phrase {
            width: parent.width
            text: root.title
            textStyle: Theme.label
            line: 23
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            mayElide: "two lines; what was saved has the whole itself"
        }
        Phrase {
            width: parent.width
            text: root.context
            textStyle: Theme.support
            line: 21
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
            mayElide: "two lines; the time stands under the first bead"
        }
    }
    Thread {
        anchors.left: root.upright ? parent.left : words.right
        anchors.leftMargin: 14
        anchors.right: parent.right
        anchors.rightMargin: 14
        y: root.upright ? 72 : 16
        visible: root.bytes === "" && root.fileSentBack === ""
        labels: [qsTr("Saved here"), qsTr("Uploaded"), qsTr("Applied"), qsTr("Reviewed")]
        done: root.stage + 1
        times: [root.savedAt, root.appliedAt, root.appliedAt, root.reviewed]
    }
    ByteBar {
        id: fileBytes

        anchors.left: root.upright ? parent.left : words.right
        anchors.leftMargin: 14
        anchors.right: parent.right
        anchors.rightMargin: 14
        y: root.upright ? 78 : (parent.height - height) / 2
        visible: root.bytes !== ""
        text: root.bytes
        detail: root.bytesDetail
        share: root.share
    }
    Row {
        anchors.left: fileBytes.left
        anchors.right: fileBytes.right
        y: root.upright ? 78 : (parent.height - height) / 2
        visible: root.fileSentBack !== ""
        spacing: 10

        Icon {
            id: mark

            name: "alert-circle"
            color: Theme.colors.warningText
        }
        Phrase {
            width: parent.width - mark.width - 10
            text: root.fileSentBack
            textStyle: Theme.support
            color: Theme.colors.warningText
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.edgeHairline
        visible: !root.last
        color: Theme.colors.hairline
    }
}
