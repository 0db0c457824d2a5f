import QtQuick
import Rapport

// A name and its value on the slip.
Item {
    id: root

    required property string name
    required property string value

    implicitHeight: 32

    Phrase {
        id: label

        anchors.left: parent.left
        width: 96
        text: root.name
        line: 24
        color: Theme.colors.inkMuted
    }
    Phrase {
        anchors.left: label.right
        anchors.right: parent.right
        text: root.value === "" ? "–" : root.value
        textStyle: Theme.label
        line: 24
        color: root.value === "" ? Theme.colors.inkMuted : Theme.colors.ink
        elide: Text.ElideRight
    }
}
