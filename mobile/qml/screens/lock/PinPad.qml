pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Digits for a thumb or a keyboard. How many were typed is to be seen, and not which.
PinKeys {
    id: root

    required property PinModel pin

    implicitWidth: 320
    implicitHeight: pad.height
    focus: true
    activeFocusOnTab: true
    Accessible.role: Accessible.EditableText
    Accessible.passwordEdit: true
    Accessible.name: pin.title
    Component.onCompleted: forceActiveFocus()
    onVisibleChanged: visible && forceActiveFocus()
    onTyped: (digits) => pin.type(digits)
    onErased: pin.erase()
    onEntered: pin.enter()

    Column {
        id: pad

        width: parent.width
        spacing: 12

        Phrase {
            objectName: "pinTitle"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: root.pin.title
            textStyle: Theme.title2
            wrapMode: Text.Wrap
            Accessible.role: Accessible.Heading
        }
        Row {
            objectName: "pinDots"
            anchors.horizontalCenter: parent.horizontalCenter
            height: 28
            spacing: 10
            LayoutMirroring.enabled: false

            Repeater {
                model: Math.max(4, root.pin.entered)

                Rectangle {
                    required property int index

                    y: 6
                    width: 16
                    height: 16
                    radius: 8
                    color: index < root.pin.entered ? Theme.colors.primary : "transparent"
                    border.width: Theme.edgeControl
                    border.color: index < root.pin.entered ? Theme.colors.primary : Theme.colors.control
                }
            }
        }
        Item {
            width: parent.width
            height: 56

            Phrase {
                objectName: "pinSaid"
                anchors.centerIn: parent
                width: parent.width
                horizontalAlignment: Text.AlignHCenter
                text: root.pin.busy ? qsTr("One moment") : root.pin.said
                textStyle: Theme.supportStrong
                color: root.pin.busy ? Theme.colors.inkMuted : Theme.colors.dangerText
                wrapMode: Text.Wrap
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text
            }
        }
        // A pad of digits looks the same in every language.
        Grid {
            anchors.horizontalCenter: parent.horizontalCenter
            columns: 3
            spacing: 12
            LayoutMirroring.enabled: false
            LayoutMirroring.childrenInherit: true

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9"]

                Btn {
                    required property string modelData

                    objectName: "digit" + modelData
                    width: 98
                    height: 68
                    kind: Btn.Outline
                    focusPolicy: Qt.TabFocus
                    textStyle: Theme.title2
                    text: modelData
                    onClicked: root.pin.type(modelData)
                }
            }
            IconBtn {
                objectName: "eraseDigit"
                width: 98
                height: 68
                focusPolicy: Qt.TabFocus
                iconName: "backspace"
                text: qsTr("Erase the last digit")
                onClicked: root.pin.erase()
            }
            Btn {
                objectName: "digit0"
                width: 98
                height: 68
                kind: Btn.Outline
                focusPolicy: Qt.TabFocus
                textStyle: Theme.title2
                text: "0"
                onClicked: root.pin.type("0")
            }
            Btn {
                objectName: "enterPin"
                width: 98
                height: 68
                focusPolicy: Qt.TabFocus
                enabled: root.pin.enough
                text: qsTr("OK")
                onClicked: root.pin.enter()
            }
        }
    }
}
