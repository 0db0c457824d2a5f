import QtQuick
import Rapport

// A sheet from the bottom over the screen, for one choice. The scrim closes it.
Item {
    id: root

    required property string title
    property bool open: false
    default property alias content: body.data
    property real bodyHeight: 480

    signal closed

    anchors.fill: parent
    visible: open
    z: 10
    Accessible.role: Accessible.Dialog
    Accessible.name: title

    Rectangle {
        anchors.fill: parent
        color: Theme.sun ? Theme.colors.page : Qt.rgba(0.09, 0.13, 0.12, 0.48)

        TapHandler {
            onTapped: root.closed()
        }
    }
    Rectangle {
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: -Theme.radiusSheet
        width: Math.min(parent.width, 720)
        height: Math.min(parent.height - 40, root.bodyHeight + 92) + Theme.radiusSheet
        radius: Theme.radiusSheet
        color: Theme.colors.card
        border.width: Theme.edgeHairline
        border.color: Theme.colors.hairline

        // Taps on the sheet stay on the sheet.
        TapHandler {}

        Phrase {
            anchors.left: parent.left
            anchors.leftMargin: 24
            y: 24
            text: root.title
            textStyle: Theme.title2
        }
        IconBtn {
            objectName: "closeSheet"
            anchors.right: parent.right
            anchors.rightMargin: 16
            y: 12
            outlined: false
            iconName: "x"
            text: qsTr("Close")
            onClicked: root.closed()
        }
        Item {
            id: body

            anchors.left: parent.left
            anchors.leftMargin: 24
            y: 80
            width: parent.width - 48
            height: parent.height - 92 - Theme.radiusSheet
        }
    }
}
