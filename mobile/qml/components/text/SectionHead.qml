import QtQuick
import Rapport

// A heading and how many.
Item {
    id: root

    required property string title
    property string count

    implicitWidth: line.implicitWidth
    implicitHeight: 36
    Accessible.role: Accessible.Heading
    Accessible.name: title + " " + count

    Row {
        id: line

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        spacing: 10

        Phrase {
            text: root.title
            textStyle: Theme.title3
        }
        Phrase {
            text: root.count
            textStyle: Theme.supportStrong
            color: Theme.colors.inkMuted
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
