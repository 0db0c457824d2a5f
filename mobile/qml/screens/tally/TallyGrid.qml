pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Age bands down, languages across.
Item {
    id: root

    required property TallyModel tally
    property bool upright: false
    readonly property real headWidth: upright ? 100 : 112
    readonly property real headHeight: upright ? 44 : 52
    readonly property real gap: 10
    readonly property real tileWidth: (width - headWidth) / 4 - gap
    readonly property real tileHeight: (height - headHeight) / 5 - gap
    readonly property bool mirrored: LayoutMirroring.enabled

    function columnX(column: int): real {
        const start = headWidth + gap + column * (tileWidth + gap);
        return mirrored ? width - start - tileWidth : start;
    }

    Phrase {
        anchors.left: parent.left
        y: (root.headHeight - height) / 2
        width: root.headWidth + 8
        text: qsTr("Tap once\nper person")
        textStyle: Theme.caption
        font.weight: Font.Normal
        line: 18
        color: Theme.colors.inkMuted
    }
    Repeater {
        model: root.tally.languages

        Item {
            id: head

            required property int language
            required property string name
            required property int soFar

            x: root.columnX(language)
            width: root.tileWidth
            height: root.headHeight

            Row {
                anchors.centerIn: parent
                spacing: 8

                Phrase {
                    anchors.verticalCenter: parent.verticalCenter
                    text: head.name
                    textStyle: Theme.title3
                    font.pixelSize: 19
                }
                DigitRow {
                    anchors.verticalCenter: parent.verticalCenter
                    text: head.soFar
                    textStyle: Theme.supportStrong
                    color: Theme.colors.inkMuted
                }
            }
        }
    }
    Repeater {
        model: root.tally.bands

        Item {
            id: row

            required property int band
            required property string name
            required property string soFar
            required property bool asked

            x: root.mirrored ? root.width - width : 0
            y: root.headHeight + root.gap + band * (root.tileHeight + root.gap)
            width: root.headWidth
            height: root.tileHeight

            Column {
                anchors.left: parent.left
                width: parent.width
                anchors.verticalCenter: parent.verticalCenter

                DigitRow {
                    width: parent.width
                    visible: row.asked
                    text: row.name
                    textStyle: Theme.rowHead
                }
                Phrase {
                    width: parent.width
                    visible: !row.asked
                    text: row.name
                    textStyle: Theme.rowHead
                    font.pixelSize: 18
                    line: 22
                    wrapMode: Text.Wrap
                }
                Phrase {
                    width: parent.width
                    visible: row.asked
                    text: row.soFar
                    textStyle: Theme.caption
                    font.weight: Font.Normal
                    line: 18
                    wrapMode: Text.Wrap
                    color: Theme.colors.inkMuted
                }
            }
        }
    }
    Repeater {
        model: root.tally.tiles

        TallyTile {
            required property string tile
            required property string spoken
            required property int index

            objectName: "tile:" + tile
            x: root.columnX(index % 4)
            y: root.headHeight + root.gap + Math.floor(index / 4) * (root.tileHeight + root.gap)
            width: root.tileWidth
            height: root.tileHeight
            upright: root.upright
            text: spoken
            onClicked: root.tally.add(tile)
        }
    }
}
