pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// A note, or a quote with whether it may be shared. Keeps its author.
Item {
    id: root

    required property bool quote
    required property string author
    required property string initial
    required property int tone
    required property string time
    required property string text
    required property var themes
    required property string consent
    required property bool shareable

    implicitHeight: words.implicitHeight + 20
    Accessible.role: Accessible.ListItem
    Accessible.name: author + ", " + time + ": " + text

    Card {
        anchors.fill: parent
        visible: !root.quote
    }
    VoiceCard {
        anchors.fill: parent
        visible: root.quote
    }
    Avatar {
        anchors.left: parent.left
        anchors.leftMargin: 12
        y: 10
        initial: root.initial
        tone: root.tone
    }
    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 70
        y: 10
        width: parent.width - 86

        Row {
            width: parent.width
            spacing: 10

            Phrase {
                text: root.author
                textStyle: Theme.supportStrong
            }
            DigitRow {
                text: root.time
                textStyle: Theme.support
                color: Theme.colors.inkMuted
            }
        }
        Phrase {
            width: parent.width
            topPadding: root.quote ? 2 : 0
            text: root.quote ? qsTr("“%1”").arg(root.text) : root.text
            textStyle: root.quote ? Theme.voice : Theme.body
            line: root.quote ? 29 : 25
            wrapMode: Text.Wrap
        }
        Item {
            width: 1
            height: 6
            visible: chips.visible
        }
        Flow {
            id: chips

            width: parent.width
            spacing: 8
            visible: root.quote || root.themes.length > 0

            ConsentChip {
                visible: root.quote
                text: root.consent
                shareable: root.shareable
            }
            Repeater {
                model: root.themes

                Chip {
                    required property string modelData

                    text: modelData
                    iconName: "tag"
                }
            }
        }
    }
}
