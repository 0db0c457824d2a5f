import QtQuick
import Rapport

// One of the levels of agreement, as large as a hand.
Press {
    id: root

    required property int level
    property bool lying: true  // beside each other; else one under the other

    choice: true
    corner: 24
    fill: on ? Theme.colors.selected : Theme.colors.card
    edge: on ? Theme.colors.primary : Theme.colors.control
    edgeWidth: on ? Theme.edgeSelected + 1 : Theme.edgeControl

    contentItem: Item {
        LevelGlyph {
            id: glyph

            anchors.horizontalCenter: root.lying ? parent.horizontalCenter : undefined
            anchors.left: root.lying ? undefined : parent.left
            anchors.leftMargin: 24
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: root.lying ? -38 : 0
            size: root.lying ? 120 : 76
            level: root.level
        }
        Phrase {
            anchors.left: root.lying ? parent.left : glyph.right
            anchors.leftMargin: root.lying ? 12 : 24
            anchors.right: parent.right
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter
            anchors.verticalCenterOffset: root.lying ? 76 : 0
            horizontalAlignment: root.lying ? Text.AlignHCenter : Text.AlignLeft
            text: root.text
            textStyle: Theme.title2
            wrapMode: Text.Wrap
        }
    }
}
