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
    property bool ringShown: visualFocus
    // Pressed in the sun, fill and ink change places where the content knows about it; elsewhere the edge grows.
    property bool swaps: false
    readonly property bool swapped: swaps && down && Theme.sun

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
            color: root.swapped ? root.inkColor : root.fill
            border.width: root.down && Theme.sun && !root.swaps ? 7 : root.edgeWidth
            border.color: root.down && Theme.sun ? Theme.colors.ink : root.edge

            Rectangle {
                anchors.fill: parent
                visible: root.down && !Theme.sun
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
            shown: root.ringShown
        }
    }
}
