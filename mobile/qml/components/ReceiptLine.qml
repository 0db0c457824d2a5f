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
    property bool last: false
    property bool upright: false

    implicitHeight: upright ? 150 : 103

    Rectangle {
        id: badge

        x: 14
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
            lineHeight: 23
            elide: Text.ElideRight
        }
        Phrase {
            width: parent.width
            text: root.context
            textStyle: Theme.support
            lineHeight: 21
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
        }
    }
    Thread {
        x: root.upright ? 14 : words.x + words.width + 14
        y: root.upright ? 72 : 16
        width: parent.width - x - 14
        labels: [qsTr("Saved here"), qsTr("Uploaded"), qsTr("Applied"), qsTr("Reviewed")]
        done: root.stage + 1
        times: [root.savedAt, root.appliedAt, root.appliedAt, ""]
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Theme.edgeHairline
        visible: !root.last
        color: Theme.colors.hairline
    }
}
