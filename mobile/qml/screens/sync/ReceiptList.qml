pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The sums, a filter, and one line for each thing that was saved.
Item {
    id: root

    required property ReceiptsModel receipts
    property bool upright: false

    implicitHeight: list.y + Math.max(160, list.contentHeight)

    Card {
        id: sums

        width: parent.width
        height: 92

        SumCell {
            anchors.left: parent.left
            width: parent.width / 3
            value: qsTr("%1 waiting").arg(root.receipts.waiting)
            detail: root.receipts.waitingDetail
            first: true
        }
        SumCell {
            anchors.left: parent.left
            anchors.leftMargin: parent.width / 3
            width: parent.width / 3
            value: root.receipts.lastSuccess
            detail: qsTr("last time all went out")
        }
        SumCell {
            anchors.left: parent.left
            anchors.leftMargin: parent.width * 2 / 3
            width: parent.width / 3
            value: qsTr("%n records", "", root.receipts.records)
            detail: qsTr("kept on this tablet")
        }
    }
    Row {
        id: filters

        anchors.left: parent.left
        anchors.top: sums.bottom
        anchors.topMargin: 12
        spacing: 8

        Pick {
            objectName: "lastDay"
            leftPadding: 18
            rightPadding: 18
            showCheck: false
            text: qsTr("Last 24 hours")
            on: root.receipts.shown === ReceiptsModel.LastDay
            onClicked: root.receipts.shown = ReceiptsModel.LastDay
        }
        Pick {
            objectName: "waitingOnly"
            leftPadding: 18
            rightPadding: 18
            showCheck: false
            text: qsTr("Waiting %1").arg(root.receipts.waiting)
            on: root.receipts.shown === ReceiptsModel.Waiting
            onClicked: root.receipts.shown = ReceiptsModel.Waiting
        }
        Pick {
            objectName: "older"
            leftPadding: 18
            rightPadding: 18
            showCheck: false
            text: qsTr("Older")
            on: root.receipts.shown === ReceiptsModel.Older
            onClicked: root.receipts.shown = ReceiptsModel.Older
        }
    }
    Card {
        anchors.fill: list
        visible: list.count > 0
    }
    EmptyState {
        anchors.top: filters.bottom
        anchors.topMargin: 12
        width: parent.width
        visible: list.count === 0
        iconName: "device-tablet-check"
        title: qsTr("Nothing here")
        text: qsTr("What you save shows here with how far it has come.")
    }
    ListView {
        id: list

        anchors.top: filters.bottom
        anchors.topMargin: 12
        width: parent.width
        height: root.upright ? contentHeight : Math.min(root.height - y, contentHeight)
        clip: true
        interactive: !root.upright
        boundsBehavior: Flickable.StopAtBounds
        model: root.receipts.lines

        delegate: ReceiptLine {
            required property string key
            required property int index

            objectName: "receipt:" + title
            width: ListView.view.width
            upright: root.upright
            last: index === ListView.view.count - 1
        }
    }
}
