pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Everybody we work with, and what to know about the chosen one.
Item {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    property string chosenId
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24
    readonly property string shownId: chosenId !== "" ? chosenId : upright ? "" : list.firstId

    signal syncOpened
    signal conflictOpened(string recordId)
    signal editOpened(string recordId)
    signal filesOpened(string recordId)
    signal findOpened(string aboutId)

    PartnersModel {
        id: list

        desk: root.desk
    }
    PageBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        title: qsTr("Partners")
        subtitle: qsTr("%n partners", "", list.partners.count)
        sync: root.sync
        onSyncOpened: root.syncOpened()
    }
    LineField {
        id: search

        objectName: "partnerSearch"
        anchors.top: bar.bottom
        anchors.left: bar.left
        width: partners.width
        visible: partners.visible
        hint: qsTr("Search by name")
        onEdited: (text) => list.search = text
    }
    ListView {
        id: partners

        anchors.top: search.bottom
        anchors.topMargin: 12
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        anchors.left: bar.left
        width: root.upright ? bar.width : Math.round((bar.width - 28) * 0.5)
        visible: !root.upright || root.chosenId === ""
        clip: true
        spacing: 10
        model: list.partners
        boundsBehavior: Flickable.StopAtBounds

        delegate: PartnerLine {
            required property string partnerId

            objectName: "partnerRow:" + name
            width: ListView.view.width
            chosen: root.shownId === partnerId
            onClicked: root.chosenId = partnerId
        }
    }
    EmptyState {
        anchors.top: partners.top
        anchors.left: partners.left
        width: partners.width
        visible: list.shown && partners.count === 0
        iconName: "building-community"
        title: search.text === "" ? qsTr("No partners yet") : qsTr("Nobody by that name")
        text: qsTr("Partners show here as soon as the office has them.")
    }
    PartnerPane {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 20
        anchors.right: bar.right
        width: root.upright ? bar.width : bar.width - partners.width - 28
        visible: root.shownId !== ""
        desk: root.desk
        partnerId: root.shownId
        closable: root.upright
        canEdit: !root.sync.volunteer
        onClosed: root.chosenId = ""
        onConflictOpened: root.conflictOpened(root.shownId)
        onEditOpened: root.editOpened(root.shownId)
        onFilesOpened: root.filesOpened(root.shownId)
        onFindOpened: root.findOpened(root.shownId)
    }
}
