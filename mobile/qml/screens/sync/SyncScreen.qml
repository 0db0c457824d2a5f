pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// What was saved and how far it has come; what came back; and the words for it.
Item {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24
    readonly property real sideWidth: upright ? content.width : 396
    // What asks for a hand must not wait below a long list.
    readonly property bool inboxFirst: upright && (sync.refused > 0 || sync.conflicts > 0 || receipts.asked.count > 0 || receipts.erased.count > 0)

    signal conflictOpened
    signal fixOpened(string recordId, string counter)

    ReceiptsModel {
        id: receipts

        desk: root.desk
    }
    PageBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        title: qsTr("Sync")
        subtitle: root.sync.sentence
        sync: root.sync

        Btn {
            objectName: "tryNow"
            implicitHeight: 56
            corner: 16
            leftPadding: 18
            rightPadding: 18
            kind: Btn.Outline
            iconName: "refresh"
            text: qsTr("Try now")
            onClicked: root.sync.retry()
        }
    }
    Flickable {
        id: content

        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        anchors.left: bar.left
        anchors.right: bar.right
        contentWidth: width
        contentHeight: root.upright ? lines.height + 24 + side.height : height
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        ReceiptList {
            id: lines

            anchors.left: parent.left
            y: root.inboxFirst ? side.height + 16 : 0
            width: root.upright ? content.width : content.width - root.sideWidth - 24
            height: root.upright ? implicitHeight : content.height
            upright: root.upright
            receipts: receipts
        }
        SyncSide {
            id: side

            anchors.right: parent.right
            y: root.upright && !root.inboxFirst ? lines.height + 16 : 0
            width: root.sideWidth
            height: root.upright ? implicitHeight : content.height
            receipts: receipts
            sync: root.sync
            onConflictOpened: root.conflictOpened()
            onFixOpened: (recordId, counter) => root.fixOpened(recordId, counter)
        }
    }
}
