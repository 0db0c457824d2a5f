pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The files of a record one by one over the whole screen; the next one is a swipe or a tap away.
Rectangle {
    id: root

    required property FilesModel files
    property bool open: false
    readonly property FilePage page: pages.currentItem as FilePage

    signal closed
    signal described(string key)

    function show(index: int) {
        pages.currentIndex = index;
        pages.positionViewAtIndex(index, ListView.Beginning);
        open = true;
    }

    visible: open
    color: Theme.colors.page
    z: 12
    Accessible.role: Accessible.Dialog
    Accessible.name: root.page !== null ? root.page.title : ""

    // Nothing behind is touched through it.
    TapHandler {}
    IconBtn {
        id: close

        objectName: "closeFile"
        anchors.left: parent.left
        anchors.leftMargin: 24
        y: 12
        iconName: "x"
        text: qsTr("Close")
        onClicked: root.closed()
    }
    Column {
        anchors.left: close.right
        anchors.leftMargin: 12
        anchors.right: steps.left
        anchors.rightMargin: 12
        anchors.verticalCenter: close.verticalCenter

        Phrase {
            width: parent.width
            text: root.page !== null ? root.page.title : ""
            textStyle: Theme.barTitle
            elide: Text.ElideMiddle
            mayElide: "a file may have a name of 200 letters"
            Accessible.role: Accessible.Heading
        }
        Phrase {
            width: parent.width
            text: root.page !== null ? root.page.detail : ""
            textStyle: Theme.support
            color: Theme.colors.inkMuted
        }
    }
    Row {
        id: steps

        anchors.right: parent.right
        anchors.rightMargin: 24
        anchors.verticalCenter: close.verticalCenter
        visible: pages.count > 1
        spacing: 8

        IconBtn {
            objectName: "fileBefore"
            enabled: pages.currentIndex > 0
            iconName: "chevron-left"
            text: qsTr("The one before")
            onClicked: pages.decrementCurrentIndex()
        }
        IconBtn {
            objectName: "fileAfter"
            enabled: pages.currentIndex < pages.count - 1
            iconName: "chevron-right"
            text: qsTr("The next one")
            onClicked: pages.incrementCurrentIndex()
        }
    }
    ListView {
        id: pages

        anchors.top: close.bottom
        anchors.topMargin: 12
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        anchors.left: parent.left
        anchors.leftMargin: 24
        anchors.right: parent.right
        anchors.rightMargin: 24
        clip: true
        orientation: ListView.Horizontal
        snapMode: ListView.SnapOneItem
        highlightRangeMode: ListView.StrictlyEnforceRange
        highlightMoveDuration: Theme.reducedMotion ? 0 : 240
        boundsBehavior: Flickable.StopAtBounds
        model: root.open ? root.files.files : null
        onCountChanged: root.open && count === 0 && root.closed()

        delegate: FilePage {
            width: pages.width
            height: pages.height
            onFetched: root.files.fetch(key)
            onDescribed: root.described(key)
            onRemoved: {
                root.files.remove(key);
                root.closed();
            }
        }
    }
}
