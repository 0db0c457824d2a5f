import QtQuick
import Rapport

// What one tablet counted, and how old that news is.
Item {
    id: root

    required property string name
    required property string heard
    required property string people
    property bool first: false

    implicitHeight: heard === "" ? 40 : 59

    Rectangle {
        width: parent.width
        height: Theme.edgeHairline
        visible: !root.first
        color: Theme.colors.hairline
    }
    Icon {
        id: icon

        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        name: "device-tablet"
        size: 22
    }
    Column {
        anchors.left: icon.right
        anchors.leftMargin: 10
        anchors.right: number.left
        anchors.rightMargin: 10
        anchors.verticalCenter: parent.verticalCenter

        Phrase {
            width: parent.width
            text: root.name
            textStyle: Theme.support
            line: 21
            elide: Text.ElideRight
        }
        Phrase {
            width: parent.width
            visible: root.heard !== ""
            text: root.heard
            textStyle: Theme.caption
            font.weight: Font.Normal
            line: 19
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
        }
    }
    DigitRow {
        id: number

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        text: root.people
        textStyle: Theme.rowHead
        color: root.people === "?" ? Theme.colors.inkMuted : Theme.colors.ink
    }
}
