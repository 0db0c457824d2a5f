import QtQuick
import Rapport

// One line with its icon.
Item {
    id: root

    required property string iconName
    required property string text

    implicitHeight: Math.max(26, words.implicitHeight)

    Icon {
        anchors.left: parent.left
        y: 2
        name: root.iconName
        size: 22
        color: Theme.colors.inkMuted
    }
    Phrase {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 32
        width: parent.width - 32
        text: root.text
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
}
