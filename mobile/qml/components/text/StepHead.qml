import QtQuick
import Rapport

// A numbered step of a task.
Row {
    id: root

    required property string number
    required property string text

    height: 44
    spacing: 10
    Accessible.role: Accessible.Heading
    Accessible.name: number + ". " + text

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        width: 30
        height: 30
        radius: 15
        color: Theme.colors.primary

        Phrase {
            anchors.centerIn: parent
            text: root.number
            textStyle: Theme.supportStrong
            font.weight: Font.Bold
            color: Theme.colors.primaryInk
        }
    }
    Phrase {
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        textStyle: Theme.title3
        font.pixelSize: 19
    }
}
