import QtQuick
import Rapport

// One line with its icon.
Item {
    id: root

    required property string iconName
    required property string text

    implicitHeight: Math.max(26, words.implicitHeight)

    Icon {
        y: 2
        name: root.iconName
        size: 22
        color: Theme.colors.inkMuted
    }
    Phrase {
        id: words

        x: 32
        width: parent.width - 32
        text: root.text
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
}
