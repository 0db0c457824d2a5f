import QtQuick
import Rapport

// One thing that is done about the tablet: what it does, and its button.
Column {
    id: root

    required property string title
    required property string meaning
    required property string action
    required property string iconName
    required property bool free  // nothing is being done just now

    signal acted

    spacing: 8

    Phrase {
        width: parent.width
        text: root.title
        textStyle: Theme.label
        line: 24
    }
    Phrase {
        width: parent.width
        text: root.meaning
        textStyle: Theme.support
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
    Btn {
        objectName: "act"
        anchors.left: parent.left
        implicitHeight: 56
        kind: Btn.Outline
        iconName: root.iconName
        text: root.action
        enabled: root.free
        onClicked: root.acted()
    }
}
