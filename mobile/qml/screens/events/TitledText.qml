import QtQuick
import Rapport

// A heading and what stands under it.
Rectangle {
    id: root

    required property string title
    required property string text

    implicitHeight: words.implicitHeight + 28
    radius: Theme.radiusControl
    color: Theme.colors.inset
    border.width: Theme.edgeHairline
    border.color: Theme.colors.hairline

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 14
        y: 14
        width: parent.width - 28
        spacing: 4

        Phrase {
            width: parent.width
            text: root.title
            textStyle: Theme.supportStrong
            color: Theme.colors.inkMuted
        }
        Phrase {
            width: parent.width
            text: root.text
            wrapMode: Text.Wrap
        }
    }
}
