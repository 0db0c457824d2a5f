pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Age bands down, languages across, as many as the programme has. Heads stay in sight where a grid is larger than
// the screen; what the programme counts no more stands below.
Item {
    id: root

    required property TallyModel tally
    property bool upright: false
    readonly property int columns: Math.max(1, tally.languages.count)
    readonly property int rows: Math.max(1, tally.bands.count)
    readonly property real headWidth: upright ? 100 : 112
    readonly property real headHeight: upright ? 44 : 52
    readonly property real gap: 10
    readonly property real footHeight: tally.former === "" ? 0 : former.height + 6
    readonly property real tileWidth: Math.max(upright ? 84 : 128, (width - headWidth) / columns - gap)
    readonly property real tileHeight: Math.max(upright ? 108 : 68, (height - headHeight - footHeight) / rows - gap)
    readonly property bool mirrored: LayoutMirroring.enabled

    // From the edge at which columns begin.
    function columnX(column: int): real {
        const start = gap + column * (tileWidth + gap);
        return mirrored ? tiles.contentWidth - start - tileWidth : start;
    }
    function rowY(row: int): real {
        return gap + row * (tileHeight + gap);
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
    Item {
        anchors.left: parent.left
        anchors.leftMargin: root.headWidth
        anchors.right: parent.right
        height: root.headHeight
        clip: tiles.contentWidth > tiles.width

        Repeater {
            model: root.tally.languages

            Item {
                id: head

                required property int index
                required property string name
                required property int soFar

                x: root.columnX(index) - tiles.contentX
                width: root.tileWidth
                height: root.headHeight

                Row {
                    anchors.centerIn: parent
                    spacing: 8

                    Phrase {
                        anchors.verticalCenter: parent.verticalCenter
                        width: Math.min(implicitWidth, head.width - 8 - many.width)
                        text: head.name
                        textStyle: Theme.title3
                        font.pixelSize: 19
                        elide: Text.ElideRight
                        mayElide: "a language's name in itself may be longer than its column"
                    }
                    DigitRow {
                        id: many

                        anchors.verticalCenter: parent.verticalCenter
                        text: head.soFar
                        textStyle: Theme.supportStrong
                        color: Theme.colors.inkMuted
                    }
                }
            }
        }
    }
    Item {
        anchors.left: parent.left
        y: root.headHeight
        width: root.headWidth
        height: tiles.height
        clip: tiles.contentHeight > tiles.height

        Repeater {
            model: root.tally.bands

            Item {
                id: row

                required property int index
                required property string name
                required property string soFar
                required property bool asked

                y: root.rowY(index) - tiles.contentY
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
    }
    Flickable {
        id: tiles

        objectName: "tallyTiles"
        anchors.left: parent.left
        anchors.leftMargin: root.headWidth
        anchors.right: parent.right
        y: root.headHeight
        height: root.height - root.headHeight - root.footHeight
        contentWidth: Math.max(width, root.columns * (root.tileWidth + root.gap))
        contentHeight: Math.max(height, root.rows * (root.tileHeight + root.gap))
        contentX: root.mirrored ? contentWidth - width : 0
        interactive: contentWidth > width || contentHeight > height
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds

        Repeater {
            model: root.tally.tiles

            TallyTile {
                required property string tile
                required property string spoken
                required property int index

                objectName: "tile:" + tile
                x: root.columnX(index % root.columns)
                y: root.rowY(Math.floor(index / root.columns))
                width: root.tileWidth
                height: root.tileHeight
                upright: root.upright
                text: spoken
                onClicked: root.tally.add(tile)
            }
        }
    }
    Phrase {
        id: former

        objectName: "former"
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        visible: root.tally.former !== ""
        text: qsTr("Counted before the groups changed · %1").arg(root.tally.former)
        textStyle: Theme.caption
        wrapMode: Text.Wrap
        color: Theme.colors.inkMuted
    }
}
