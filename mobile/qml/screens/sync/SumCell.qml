import QtQuick
import Rapport

// A large word and what it is.
Item {
    id: root

    required property string value
    required property string detail
    property bool first: false

    implicitHeight: 92

    Rectangle {
        anchors.left: parent.left
        y: 14
        width: Theme.edgeHairline
        height: parent.height - 28
        visible: !root.first
        color: Theme.colors.hairline
    }
    Column {
        anchors.left: parent.left
        anchors.leftMargin: 20
        width: parent.width - 28
        anchors.verticalCenter: parent.verticalCenter

        Phrase {
            width: parent.width
            text: root.value
            textStyle: Theme.summary
            elide: Text.ElideRight
        }
        Phrase {
            width: parent.width
            text: root.detail
            textStyle: Theme.support
            line: 21
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
        }
    }
}
