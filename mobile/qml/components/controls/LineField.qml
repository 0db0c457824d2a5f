import QtQuick
import QtQuick.Templates as T
import Rapport

// One line to type in.
T.TextField {
    id: root

    property string hint
    property bool wrong: false
    property bool strong: false
    property bool ringShown: activeFocus && (focusReason === Qt.TabFocusReason || focusReason === Qt.BacktabFocusReason)
    property bool pressedLook: false
    readonly property real corner: strong ? 14 : Theme.radiusControl

    signal edited(string text)

    implicitHeight: 60
    leftPadding: 16
    rightPadding: 16
    horizontalAlignment: TextInput.AlignLeft
    verticalAlignment: TextInput.AlignVCenter
    color: enabled ? Theme.colors.ink : Theme.colors.inkDisabled
    selectionColor: Theme.colors.primary
    selectedTextColor: Theme.colors.primaryInk
    font.family: Theme.body.family
    font.pixelSize: strong ? 20 : Theme.body.size
    font.hintingPreference: Font.PreferNoHinting
    selectByMouse: true
    Accessible.name: hint
    onTextEdited: root.edited(root.text)

    cursorDelegate: Rectangle {
        width: 2
        color: Theme.colors.primaryText
        visible: parent && parent.activeFocus
    }
    background: Item {
        Rectangle {
            anchors.fill: parent
            visible: root.enabled
            radius: root.corner
            color: Theme.colors.card
            border.width: root.wrong || root.activeFocus || root.strong ? Theme.snapped(Theme.sun ? 3 : 2) : Theme.edgeControl
            border.color: root.wrong ? Theme.colors.danger : root.activeFocus || root.strong ? Theme.colors.primary : Theme.colors.control

            Rectangle {
                anchors.fill: parent
                visible: root.pressedLook
                radius: root.corner
                color: Qt.rgba(Theme.colors.ink.r, Theme.colors.ink.g, Theme.colors.ink.b, 0.12)
            }
        }
        DashFrame {
            anchors.fill: parent
            visible: !root.enabled
            corner: root.corner
        }
        FocusRing {
            corner: root.corner
            shown: root.ringShown
        }
        Phrase {
            anchors.left: parent.left
            anchors.leftMargin: 16
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 32
            visible: root.text === "" && root.preeditText === ""
            text: root.hint
            color: root.enabled ? Theme.colors.inkMuted : Theme.colors.inkDisabled
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
