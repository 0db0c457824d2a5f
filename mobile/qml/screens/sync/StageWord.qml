import QtQuick
import Rapport

// What one bead of a thread means.
Row {
    id: root

    required property string word
    required property string meaning

    spacing: 5

    Rectangle {
        width: 22
        height: 22
        radius: 11
        color: Theme.colors.primary

        Icon {
            anchors.centerIn: parent
            name: "check"
            size: 14
            stroke: 3
            color: Theme.colors.primaryInk
        }
    }
    Item {
        width: 5
        height: 1
    }
    Phrase {
        text: root.word
        textStyle: Theme.supportStrong
    }
    Phrase {
        text: root.meaning
        textStyle: Theme.support
        color: Theme.colors.inkMuted
    }
}
