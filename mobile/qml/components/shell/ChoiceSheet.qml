pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// All choices, with a search; and where that makes sense, a way to add one.
Sheet {
    id: root

    required property RowList choices  // choiceId, name, detail, chosen
    property string searchHint: qsTr("Search")
    property string addLabel
    property bool single: false  // one choice is all there is to make here

    signal picked(string choiceId)
    signal added(string name)

    bodyHeight: 560
    onPicked: single && closed()
    onOpenChanged: search.clear()

    LineField {
        id: search

        objectName: "sheetSearch"
        anchors.left: parent.left
        width: parent.width - (add.visible ? add.width + 12 : 0)
        hint: root.searchHint
    }
    Btn {
        id: add

        objectName: "sheetAdd"
        anchors.right: parent.right
        visible: root.addLabel !== ""
        implicitHeight: 60
        kind: Btn.Tonal
        enabled: search.text.trim() !== ""
        iconName: "plus"
        text: root.addLabel
        onClicked: root.added(search.text)
    }
    ListView {
        anchors.top: search.bottom
        anchors.topMargin: 12
        anchors.bottom: parent.bottom
        width: parent.width
        clip: true
        model: root.choices
        boundsBehavior: Flickable.StopAtBounds

        delegate: Press {
            id: row

            required property string choiceId
            required property string name
            required property string detail
            required property bool chosen
            readonly property bool matches: name.toLowerCase().includes(search.text.trim().toLowerCase())

            objectName: "choice:" + name
            width: ListView.view.width
            height: matches ? 64 : 0
            visible: matches
            fill: chosen ? Theme.colors.selected : "transparent"
            edgeWidth: 0
            text: name
            onClicked: root.picked(choiceId)

            contentItem: Item {
                Phrase {
                    anchors.left: parent.left
                    anchors.leftMargin: 12
                    anchors.right: detail.left
                    anchors.rightMargin: 12
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.name
                    font.weight: row.chosen ? Font.DemiBold : Font.Normal
                    elide: Text.ElideRight
                }
                Phrase {
                    id: detail

                    anchors.right: parent.right
                    anchors.rightMargin: 12
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.detail
                    textStyle: Theme.support
                    color: Theme.colors.inkMuted
                }
            }
        }
    }
}
