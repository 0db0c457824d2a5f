pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The promise as it will stand, and how to read it back to them.
Rectangle {
    id: root

    required property PromiseSlip slip
    readonly property real cutY: head.y + head.height + 16
    readonly property real needed: cutY + 78 + read.implicitHeight + 24

    radius: Theme.radiusTile
    color: Theme.colors.card
    border.width: Theme.edgeHairline
    border.color: Theme.colors.hairline

    Column {
        id: head

        anchors.left: parent.left
        anchors.leftMargin: 26
        y: 26
        width: parent.width - 52

        Phrase {
            width: parent.width
            text: root.slip.heading
            textStyle: Theme.supportStrong
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
        }
        Item {
            width: 1
            height: 6
        }
        Phrase {
            width: parent.width
            text: root.slip.text === "" ? "…" : root.slip.text
            textStyle: Theme.slip
            color: root.slip.text === "" ? Theme.colors.inkMuted : Theme.colors.ink
            wrapMode: Text.Wrap
            maximumLineCount: 4
            elide: Text.ElideRight
        }
        Item {
            width: 1
            height: 14
        }
        SlipLine {
            width: parent.width
            name: qsTr("By")
            value: root.slip.by
        }
        SlipLine {
            width: parent.width
            name: qsTr("Who")
            value: root.slip.who
        }
        SlipLine {
            width: parent.width
            name: qsTr("Told back")
            value: root.slip.told
        }
    }
    Stitches {
        x: 12
        y: root.cutY
        width: parent.width - 24
        opacity: 0.55
        color: Theme.colors.primary
    }
    Repeater {
        model: 2

        Rectangle {
            id: notch

            required property int index

            x: notch.index === 0 ? -14 : root.width - 12
            y: root.cutY - 12
            width: 26
            height: 26
            radius: 13
            color: Theme.colors.page
        }
    }
    Phrase {
        anchors.left: parent.left
        anchors.leftMargin: 26
        y: root.cutY + 30
        text: qsTr("Read it back to them")
        textStyle: Theme.supportStrong
        color: Theme.colors.inkMuted
    }
    Pick {
        objectName: "readBackLanguage"
        anchors.right: parent.right
        anchors.rightMargin: 26
        y: root.cutY + 16
        leftPadding: 16
        rightPadding: 16
        iconName: "language"
        text: root.slip.language
        onClicked: root.slip.nextLanguage()
    }
    Phrase {
        id: read

        anchors.left: parent.left
        anchors.leftMargin: 26
        y: root.cutY + 78
        width: parent.width - 52
        text: root.slip.readBack
        line: 27
        wrapMode: Text.Wrap
        maximumLineCount: 5
        elide: Text.ElideRight
    }
    Thread {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 22
        x: 12
        width: parent.width - 24
        visible: y > root.needed
        labels: [qsTr("Promised"), qsTr("Doing"), qsTr("Kept"), qsTr("Told back")]
        done: 0
        showNow: true
    }
}
