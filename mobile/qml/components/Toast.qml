import QtQuick
import Rapport
import Rapport.Desk

// What was just done, with the way back. Never carries an error.
Rectangle {
    id: root

    required property UndoToast toast

    width: Math.min(parent.width - 48, 560)
    height: 64
    radius: Theme.radiusCard
    color: Theme.colors.ink
    visible: opacity > 0
    opacity: toast.text === "" ? 0 : 1
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

        x: 20
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
        text: root.toast.text
        color: Theme.colors.page
        elide: Text.ElideRight
    }
    Btn {
        id: undo

        objectName: "toastUndo"
        anchors.right: parent.right
        anchors.rightMargin: 4
        anchors.verticalCenter: parent.verticalCenter
        visible: root.toast.undoable
        width: visible ? implicitWidth : 0
        implicitHeight: 56
        kind: Btn.Ghost
        leftPadding: 20
        rightPadding: 20
        inkColor: Theme.variant === Theme.Dark ? "#6B4300" : Theme.colors.accent
        text: qsTr("Undo")
        onClicked: root.toast.undo()
    }
}
