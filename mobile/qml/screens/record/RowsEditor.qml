pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// The rows of a field, each in a line that opens it, and the way to another one.
Column {
    id: root

    required property var items  // { key, words, opens }
    required property bool editable

    signal opened(string key)

    spacing: 10

    Repeater {
        model: root.items

        Press {
            id: row

            required property var modelData

            objectName: "row:" + modelData.words
            width: root.width
            implicitHeight: Math.max(64, words.implicitHeight + 28)
            leftPadding: 16
            rightPadding: 16
            fill: Theme.colors.card
            edge: Theme.colors.hairline
            edgeWidth: Theme.edgeHairline
            enabled: root.editable && modelData.opens
            text: modelData.words
            onClicked: root.opened(modelData.key)

            contentItem: Item {
                Phrase {
                    id: words

                    anchors.left: parent.left
                    anchors.right: arrow.left
                    anchors.rightMargin: 12
                    anchors.verticalCenter: parent.verticalCenter
                    text: row.modelData.words
                    textStyle: Theme.control
                    wrapMode: Text.Wrap
                }
                Icon {
                    id: arrow

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    visible: row.enabled
                    name: "pencil"
                    size: 22
                    color: Theme.colors.primaryText
                }
            }
        }
    }
    Btn {
        objectName: "addRow"
        visible: root.editable
        width: visible ? Math.ceil(implicitWidth) : 0
        implicitHeight: 60
        kind: Btn.Outline
        iconName: "plus"
        text: root.items.length === 0 ? qsTr("Add") : qsTr("Add another")
        onClicked: root.opened("")
    }
}
