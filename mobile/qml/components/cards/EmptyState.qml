import QtQuick
import Rapport

// Where nothing is to be shown: what will appear here, or what went wrong, or how old it is; and the one thing to do.
Card {
    id: root

    enum Kind { Empty, Error, Offline }

    required property string iconName
    required property string title
    required property string text
    property string action
    property int kind: EmptyState.Empty

    signal acted

    implicitHeight: words.implicitHeight + 40

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 20
        y: 20
        width: parent.width - 40
        spacing: 8

        Flow {
            width: parent.width

            Icon {
                name: root.iconName
                size: 36
                color: root.kind === EmptyState.Error ? Theme.colors.dangerText : root.kind === EmptyState.Offline ? Theme.colors.inkMuted : Theme.colors.primaryText
            }
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
            line: 24
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
        Btn {
            width: parent.width
            visible: root.action !== ""
            kind: root.kind === EmptyState.Empty ? Btn.Tonal : Btn.Outline
            text: root.action
            onClicked: root.acted()
        }
    }
}
