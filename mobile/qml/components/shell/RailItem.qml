import QtQuick
import QtQuick.Templates as T
import Rapport

// One place of the app in the rail or the bottom bar.
T.AbstractButton {
    id: root

    required property string iconName
    property bool current: false
    property int badge: 0

    implicitWidth: 96
    implicitHeight: 76
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.PageTab
    Accessible.name: badge > 0 ? qsTr("%1, %2 waiting").arg(text).arg(badge) : text
    Accessible.selected: current

    background: Item {
        FocusRing {
            anchors.margins: 2
            corner: 14
            shown: root.visualFocus
            border.color: Theme.colors.navInk
        }
    }
    contentItem: Item {
        Rectangle {
            id: pill

            anchors.horizontalCenter: parent.horizontalCenter
            y: 8
            width: 64
            height: 38
            radius: 19
            color: root.current ? Theme.colors.navSelected
                : root.pressed ? Qt.rgba(1, 1, 1, 0.12) : "transparent"

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                size: 28
                color: root.current ? Theme.colors.navSelectedInk : Theme.colors.navMuted
            }
            Rectangle {
                anchors.right: parent.right
                y: -9
                visible: root.badge > 0
                width: Math.max(22, number.implicitWidth + 8)
                height: 22
                radius: 11
                color: Theme.colors.accent
                border.width: Theme.sun ? 2 : 0

                Phrase {
                    id: number

                    anchors.centerIn: parent
                    text: root.badge > 99 ? "99+" : root.badge
                    textStyle: Theme.chip
                    font.weight: Font.Bold
                    color: Theme.colors.accentInk
                    mayOverhang: "a badge sits on the edge of its icon"
                }
            }
        }
        Phrase {
            anchors.top: pill.bottom
            anchors.topMargin: 4
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.text
            textStyle: Theme.rail
            font.weight: root.current ? Font.DemiBold : Font.Medium
            color: root.current ? Theme.colors.navInk : Theme.colors.navMuted
        }
    }
}
