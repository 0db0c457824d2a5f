import QtQuick
import QtQuick.Templates as T
import Rapport

// A worry about somebody's safety goes to few eyes. Says whose.
Rectangle {
    id: root

    required property bool on

    signal switched(bool on)

    implicitHeight: 100
    radius: Theme.radiusCard
    color: on ? Theme.colors.sensitiveTint : Theme.colors.card
    border.width: on ? Theme.edgeSelected : Theme.edgeControl
    border.color: on ? Theme.colors.sensitive : Theme.colors.hairline

    Icon {
        id: icon

        x: 28
        anchors.verticalCenter: parent.verticalCenter
        name: "shield-lock"
        size: 36
        color: root.on ? Theme.colors.sensitive : Theme.colors.inkMuted
    }
    Column {
        anchors.left: icon.right
        anchors.leftMargin: 26
        anchors.right: toggle.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter

        Phrase {
            text: qsTr("Safety worry")
            textStyle: Theme.title3
            font.pixelSize: 19
            font.weight: Font.Bold
            lineHeight: 24
            color: root.on ? Theme.colors.sensitiveTintInk : Theme.colors.ink
        }
        Phrase {
            width: parent.width
            text: root.on ? qsTr("Only the safety leads at the office read it.")
                : qsTr("Is somebody unsafe? Turn this on, and only the safety leads read it.")
            textStyle: Theme.support
            color: root.on ? Theme.colors.sensitiveTintInk : Theme.colors.inkMuted
            wrapMode: Text.Wrap
            maximumLineCount: 3
        }
    }
    T.AbstractButton {
        id: toggle

        objectName: "sensitive"
        anchors.right: parent.right
        anchors.rightMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        width: 84
        height: 56
        focusPolicy: Qt.StrongFocus
        text: qsTr("This is a safety worry")
        Accessible.role: Accessible.CheckBox
        Accessible.name: text
        Accessible.checkable: true
        Accessible.checked: root.on
        onClicked: root.switched(!root.on)

        background: Item {
            FocusRing {
                corner: 28
                shown: toggle.visualFocus
            }
        }
        contentItem: Item {
            Rectangle {
                anchors.centerIn: parent
                width: 76
                height: 44
                radius: 22
                color: root.on ? Theme.colors.sensitive : Theme.colors.track
                border.width: root.on ? 0 : 2
                border.color: Theme.colors.control

                Rectangle {
                    x: root.on ? parent.width - width - 4 : 5
                    anchors.verticalCenter: parent.verticalCenter
                    width: root.on ? 36 : 34
                    height: width
                    radius: width / 2
                    color: root.on ? Theme.colors.sensitiveInk : Theme.colors.control

                    Behavior on x {
                        NumberAnimation {
                            duration: Theme.time(Theme.motionState)
                            easing.type: Easing.OutCubic
                        }
                    }
                }
            }
        }
    }
}
