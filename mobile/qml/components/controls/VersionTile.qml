import QtQuick
import Rapport

// One version of a field, to be kept.
Press {
    id: root

    required property var version  // { words, large, parts, act }
    property bool chosen: false

    text: root.version.act + ": " + root.version.words
    implicitHeight: Math.max(98, words.height + 32)
    corner: Theme.radiusCard
    choice: true
    on: chosen
    fill: chosen ? Theme.colors.selected : Theme.colors.card
    edge: chosen ? Theme.colors.primary : Theme.colors.control
    edgeWidth: chosen ? Theme.snapped(Theme.sun ? 4 : 3) : Theme.edgeControl

    contentItem: Item {
        RadioMark {
            id: mark

            anchors.left: parent.left
            anchors.leftMargin: 20
            y: root.version.large ? (parent.height - height) / 2 : 14
            on: root.chosen
        }
        Item {
            id: words

            anchors.left: mark.right
            anchors.leftMargin: 16
            anchors.right: act.left
            anchors.rightMargin: 12
            y: root.version.large ? (parent.height - height) / 2 : 14
            height: root.version.large ? figure.height : marked.height

            Phrase {
                id: figure

                width: parent.width
                visible: root.version.large
                text: root.version.words
                textStyle: Theme.slip
                line: 34
                wrapMode: Text.Wrap
            }
            MarkedText {
                id: marked

                width: parent.width
                visible: !root.version.large
                parts: root.version.parts
            }
        }
        Phrase {
            id: act

            anchors.right: parent.right
            anchors.rightMargin: 18
            y: root.version.large ? (parent.height - height) / 2 : 14
            text: root.version.act
            textStyle: Theme.supportStrong
            color: root.chosen ? Theme.colors.primaryTintInk : Theme.colors.inkMuted
        }
    }
}
