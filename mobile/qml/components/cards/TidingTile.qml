import QtQuick
import Rapport
import Rapport.Desk

// One thing that became of what was saved, and the way to it.
Press {
    id: root

    required property int kind
    required property string iconName
    required property string word
    required property string detail
    readonly property bool asks: kind === TodayReceipts.SentBack || kind === TodayReceipts.LookAgain

    text: word + ", " + detail
    implicitHeight: 72
    corner: Theme.radiusCard
    edge: Theme.colors.hairline
    edgeWidth: Theme.edgeHairline

    contentItem: Item {
        Rectangle {
            id: badge

            anchors.left: parent.left
            anchors.leftMargin: 14
            anchors.verticalCenter: parent.verticalCenter
            width: 44
            height: 44
            radius: 14
            color: root.asks ? Theme.colors.warningTint : Theme.colors.primaryTint

            Icon {
                anchors.centerIn: parent
                name: root.iconName
                color: root.asks ? Theme.colors.warningTintInk : Theme.colors.primaryTintInk
            }
        }
        Column {
            anchors.left: badge.right
            anchors.leftMargin: 12
            anchors.right: parent.right
            anchors.rightMargin: 14
            anchors.verticalCenter: parent.verticalCenter

            Phrase {
                width: parent.width
                text: root.word
                textStyle: Theme.label
                line: 24
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Phrase {
                width: parent.width
                text: root.detail
                textStyle: Theme.support
                line: 21
                color: Theme.colors.inkMuted
                elide: Text.ElideRight
                mayElide: "one line; the tap shows the whole of it"
                Accessible.ignored: true
            }
        }
    }
}
