import QtQuick
import Rapport

// A worded button. Not available: a dashed edge, and the reason under it.
Press {
    id: root

    enum Kind { Main, Tonal, Outline, Capture, Accent, Seal, Ghost }

    property int kind: Btn.Main
    property string reason
    property real iconSize: 26
    property TextStyle textStyle: Theme.label
    readonly property bool plain: kind === Btn.Ghost
    readonly property color inkNow: !enabled ? Theme.colors.inkDisabled : !swapped ? inkColor : plain ? Theme.colors.page : fill

    swaps: true
    leftPadding: plain ? 12 : 22
    rightPadding: leftPadding
    implicitHeight: Theme.touchPrimary
    fill: kind === Btn.Main ? Theme.colors.primary
        : kind === Btn.Tonal ? Theme.colors.primaryTint
        : kind === Btn.Accent ? Theme.colors.accent
        : kind === Btn.Seal ? Theme.colors.sensitive
        : plain ? "transparent" : Theme.colors.card
    edge: kind === Btn.Capture ? (Theme.sun ? Theme.colors.ink : Theme.colors.primary)
        : kind === Btn.Outline ? Theme.colors.control : Theme.sun && !plain ? Theme.colors.ink : "transparent"
    edgeWidth: plain ? 0 : kind === Btn.Outline || kind === Btn.Capture || Theme.sun ? Theme.edgeControl : 0
    inkColor: kind === Btn.Main ? Theme.colors.primaryInk
        : kind === Btn.Tonal ? Theme.colors.primaryTintInk
        : kind === Btn.Accent ? Theme.colors.accentInk
        : kind === Btn.Seal ? Theme.colors.sensitiveInk
        : kind === Btn.Outline ? Theme.colors.ink : Theme.colors.primaryText

    contentItem: Item {
        implicitWidth: line.implicitWidth
        implicitHeight: line.implicitHeight

        Row {
            id: line

            anchors.centerIn: parent
            spacing: 12

            Icon {
                name: root.iconName
                size: root.iconSize
                color: root.inkNow
                visible: root.iconName !== ""
                anchors.verticalCenter: parent.verticalCenter
            }
            Phrase {
                text: root.text
                textStyle: root.textStyle
                color: root.inkNow
                visible: root.text !== ""
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        ReasonLine {
            text: root.enabled ? "" : root.reason
        }
    }
}
