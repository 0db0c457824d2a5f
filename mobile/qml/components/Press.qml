import QtQuick
import QtQuick.Templates as T
import Rapport

// What every button of ours is: at least a thumb large, pressed at once, reachable by keyboard.
T.AbstractButton {
    id: root

    property string iconName
    property real corner: 14
    property color fill: Theme.colors.card
    property color edge: Theme.colors.control
    property real edgeWidth: Theme.edgeControl
    property color inkColor: Theme.colors.ink
    // Chosen among several. Whether it is, the view model says, not the finger.
    property bool choice: false
    property bool on: false

    implicitWidth: Math.max(Theme.touchMinTarget, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.touchMinTarget, implicitContentHeight + topPadding + bottomPadding)
    hoverEnabled: false
    focusPolicy: Qt.StrongFocus
    Accessible.role: choice ? Accessible.RadioButton : Accessible.Button
    Accessible.name: text
    Accessible.checkable: choice
    Accessible.checked: on

    background: Item {
        Rectangle {
            anchors.fill: parent
            visible: root.enabled
            radius: Math.min(root.corner, height / 2)
            color: root.pressed && Theme.sun ? root.inkColor : root.fill
            border.width: root.edgeWidth
            border.color: root.edge

            Rectangle {
                anchors.fill: parent
                visible: root.pressed && !Theme.sun
                radius: parent.radius
                color: Qt.rgba(Theme.colors.ink.r, Theme.colors.ink.g, Theme.colors.ink.b, 0.12)
            }
        }
        DashFrame {
            anchors.fill: parent
            visible: !root.enabled
            corner: root.corner
        }
        FocusRing {
            corner: Math.min(root.corner, root.height / 2)
            shown: root.visualFocus
        }
    }
}
