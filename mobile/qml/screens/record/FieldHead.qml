import QtQuick
import Rapport

// What a field asks, whether it is still to be asked, and a sentence where a person would wonder.
Column {
    id: root

    required property string label
    property string hint
    property bool missing: false

    spacing: 2

    Item {
        width: parent.width
        height: words.height

        Phrase {
            id: words

            anchors.left: parent.left
            width: Math.min(implicitWidth, parent.width - (ask.visible ? ask.width + 12 : 0))
            text: root.label
            textStyle: Theme.label
            line: 24
            wrapMode: Text.Wrap
        }
        Chip {
            id: ask

            anchors.left: words.right
            anchors.leftMargin: 12
            anchors.verticalCenter: words.verticalCenter
            visible: root.missing
            small: true
            tone: Chip.Accent
            text: qsTr("Ask for it")
        }
    }
    Phrase {
        width: parent.width
        visible: text !== ""
        text: root.hint
        textStyle: Theme.support
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
}
