import QtQuick
import Rapport

// What was just done, with the way back. Never carries an error.
Rectangle {
    id: root

    required property string text
    property bool undoable: false

    signal undone

    width: Math.min(parent.width - 48, 560)
    height: 64
    radius: Theme.radiusCard
    color: Theme.colors.ink
    visible: opacity > 0
    opacity: text === "" ? 0 : 1
    Accessible.role: Accessible.AlertMessage
    Accessible.name: said.text

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.time(Theme.motionState)
            easing.type: Easing.OutCubic
        }
    }

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: 20
        anchors.verticalCenter: parent.verticalCenter
        name: "check"
        stroke: 2.6
        color: Theme.colors.page
    }
    Phrase {
        id: said

        anchors.left: icon.right
        anchors.leftMargin: 14
        anchors.right: undo.left
        anchors.verticalCenter: parent.verticalCenter
        text: root.text
        color: Theme.colors.page
        wrapMode: Text.Wrap
        maximumLineCount: 2
        elide: Text.ElideRight
        line: 24
    }
    Btn {
        id: undo

        objectName: "toastUndo"
        anchors.right: parent.right
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        visible: root.undoable
        width: visible ? implicitWidth : 0
        implicitHeight: 56
        kind: Btn.Ghost
        leftPadding: 20
        rightPadding: 20
        inkColor: Theme.variant === Theme.Dark ? Theme.light.accentText : Theme.colors.accent
        text: qsTr("Undo")
        onClicked: root.undone()
    }
}
