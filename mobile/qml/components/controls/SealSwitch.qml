import QtQuick
import QtQuick.Templates as T
import Rapport

// Keeps something for few eyes. Whether it does, the view model says, not the finger.
T.AbstractButton {
    id: root

    required property bool on
    property bool ringShown: visualFocus
    property string reason  // why it is not available

    implicitWidth: 84
    implicitHeight: 56
    focusPolicy: Qt.StrongFocus
    hoverEnabled: false
    Accessible.role: Accessible.CheckBox
    Accessible.name: text
    Accessible.checkable: true
    Accessible.checked: on

    background: Item {
        FocusRing {
            corner: 28
            shown: root.ringShown
        }
    }
    contentItem: Item {
        Rectangle {
            anchors.centerIn: parent
            width: 76
            height: 44
            radius: 22
            color: root.on ? Theme.colors.sensitive : Theme.colors.track
            opacity: root.enabled ? 1 : 0.55
            border.width: root.on && !Theme.sun ? 0 : 2
            border.color: root.on ? Theme.colors.ink : Theme.colors.control

            Rectangle {
                anchors.fill: parent
                visible: root.down
                radius: parent.radius
                color: Qt.rgba(Theme.colors.ink.r, Theme.colors.ink.g, Theme.colors.ink.b, Theme.sun ? 0.4 : 0.12)
            }
            Rectangle {
                x: root.on !== root.mirrored ? parent.width - width - 4 : 5
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
        ReasonLine {
            text: root.enabled ? "" : root.reason
        }
    }
}
