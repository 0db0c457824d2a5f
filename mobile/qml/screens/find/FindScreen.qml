pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Everything on this tablet: found by words, looked through by kind, or begun anew. About one
// partner or event: only what can be written down about it.
Rectangle {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    property string aboutId
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24
    readonly property bool about: aboutId !== ""

    signal finished
    signal syncOpened
    signal begun(string typeName)
    signal opened(string typeName, string recordId)

    // The words that named a kind are no names of its records.
    function lookThrough(typeName: string) {
        search.clear();
        find.search = "";
        find.typeName = typeName;
    }

    color: Theme.colors.page

    FindModel {
        id: find

        desk: root.desk
        aboutId: root.aboutId
    }
    TaskBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        title: root.about ? qsTr("What do you want to write down?") : find.typeName !== "" ? find.typeTitle : qsTr("Find or write down")
        subtitle: root.about ? find.aboutTitle : ""
        sync: root.sync
        onFinished: find.typeName === "" ? root.finished() : root.lookThrough("")
        onSyncOpened: root.syncOpened()
    }
    Banner {
        id: problem

        anchors.top: bar.bottom
        anchors.left: bar.left
        anchors.right: bar.right
        tone: Banner.Danger
        text: find.problem
    }
    LineField {
        id: search

        objectName: "findSearch"
        anchors.top: problem.bottom
        anchors.left: bar.left
        anchors.right: begin.visible ? begin.left : bar.right
        anchors.rightMargin: begin.visible ? 12 : 0
        visible: !root.about
        height: visible ? implicitHeight : 0
        hint: find.typeName === "" ? qsTr("Search in everything on this tablet") : qsTr("Search by name")
        onEdited: (text) => find.search = text
    }
    Btn {
        id: begin

        objectName: "beginRecord"
        anchors.right: bar.right
        anchors.verticalCenter: search.verticalCenter
        visible: find.typeName !== "" && find.mayBegin
        implicitHeight: 60
        iconName: "plus"
        text: qsTr("New")
        onClicked: root.begun(find.typeName)
    }
    Flickable {
        id: kinds

        readonly property real room: root.height - y

        anchors.top: search.bottom
        anchors.topMargin: 12
        anchors.left: bar.left
        anchors.right: bar.right
        height: visible ? find.listing ? Math.min(list.height, room * 0.4) : room : 0
        visible: find.typeName === "" && find.kinds.count > 0
        contentHeight: list.height + (find.listing ? 0 : 24)
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        KindList {
            id: list

            width: kinds.width
            kinds: find.kinds
            onChosen: (typeName, finds) => finds && !root.about ? root.lookThrough(typeName) : root.begun(typeName)
        }
    }
    ListView {
        id: found

        anchors.top: kinds.bottom
        anchors.topMargin: kinds.visible ? 16 : 0
        anchors.left: kinds.left
        anchors.right: kinds.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: older.visible ? older.height + 32 : 0
        visible: find.listing
        clip: true
        spacing: 10
        model: find.found
        boundsBehavior: Flickable.StopAtBounds

        delegate: FoundLine {
            required property string recordId
            required property string typeName

            objectName: "found:" + title
            width: ListView.view.width
            onClicked: root.opened(typeName, recordId)
        }
    }
    Phrase {
        id: older

        anchors.left: kinds.left
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        width: kinds.width
        visible: find.listing && find.more
        text: qsTr("There are older ones. Search by name to find them.")
        textStyle: Theme.support
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
    EmptyState {
        anchors.top: kinds.top
        anchors.left: kinds.left
        width: kinds.width
        visible: find.listing && find.shown && found.count === 0 && !kinds.visible
        iconName: "search"
        title: find.search === "" ? qsTr("Nothing here yet") : qsTr("Nothing by that name")
        text: find.search === "" ? qsTr("What you or the office write down shows here.")
                                 : qsTr("Only names are searched, of what is on this tablet.")
    }
}
