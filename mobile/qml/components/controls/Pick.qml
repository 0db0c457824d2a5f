import QtQuick
import Rapport

// One choice of several. Chosen: tint, thicker edge and a check, which an avatar may replace.
Press {
    id: root

    property string initial
    property int avatarTone: 0
    property string count
    property bool showCheck: true
    property bool stretched: false
    readonly property color inkNow: !enabled ? Theme.colors.inkDisabled
        : swapped ? Theme.colors.card
        : on ? (Theme.sun ? Theme.colors.ink : Theme.colors.primaryTintInk) : Theme.colors.ink

    choice: true
    swaps: true
    corner: 28
    leftPadding: initial !== "" ? 10 : stretched ? 16 : 20
    rightPadding: stretched ? 16 : 20
    fill: on ? Theme.colors.selected : Theme.colors.card
    edge: on ? Theme.colors.primary : Theme.colors.control
    edgeWidth: on ? Theme.edgeSelected : Theme.edgeControl

    contentItem: Item {
        implicitWidth: line.implicitWidth + (root.count === "" ? 0 : countText.implicitWidth + 10)
        implicitHeight: line.implicitHeight

        Row {
            id: line

            anchors.verticalCenter: parent.verticalCenter
            anchors.left: root.stretched || root.count !== "" ? parent.left : undefined
            anchors.horizontalCenter: root.stretched || root.count !== "" ? undefined : parent.horizontalCenter
            spacing: 10

            Avatar {
                visible: root.initial !== ""
                initial: root.initial
                tone: root.avatarTone
                size: 36
                anchors.verticalCenter: parent.verticalCenter
            }
            Icon {
                readonly property bool checkShown: root.on && root.showCheck && root.initial === "" && root.iconName === ""

                visible: checkShown || root.iconName !== ""
                name: checkShown ? "check" : root.iconName
                size: 22
                stroke: checkShown ? 2.6 : Theme.iconStroke
                color: root.inkNow
                anchors.verticalCenter: parent.verticalCenter
            }
            Phrase {
                width: root.stretched ? Math.min(implicitWidth, root.availableWidth - countText.width - 6) : implicitWidth
                elide: Text.ElideRight
                wrapMode: root.stretched ? Text.Wrap : Text.NoWrap
                maximumLineCount: root.stretched ? 2 : 1
                text: root.text
                textStyle: root.on ? Theme.controlStrong : Theme.control
                color: root.inkNow
                anchors.verticalCenter: parent.verticalCenter
            }
        }
        Phrase {
            id: countText

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            visible: root.count !== ""
            text: root.count
            textStyle: Theme.controlStrong
            color: root.on ? root.inkNow : Theme.colors.inkMuted
        }
    }
}
