import QtQuick
import Rapport

// What will appear here, and the one thing to do about it.
Card {
    id: root

    required property string iconName
    required property string title
    required property string text
    property string action

    signal acted

    implicitHeight: words.implicitHeight + 40

    Column {
        id: words

        x: 20
        y: 20
        width: parent.width - 40
        spacing: 8

        Icon {
            name: root.iconName
            size: 36
            color: Theme.colors.primaryText
        }
        Phrase {
            width: parent.width
            text: root.title
            textStyle: Theme.title3
            wrapMode: Text.Wrap
        }
        Phrase {
            width: parent.width
            text: root.text
            textStyle: Theme.control
            font.weight: Font.Normal
            lineHeight: 24
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
        Btn {
            width: parent.width
            visible: root.action !== ""
            kind: Btn.Tonal
            text: root.action
            onClicked: root.acted()
        }
    }
}
