pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// One field with its versions, and for text the two as one.
Item {
    id: root

    required property string label
    required property string hint
    required property var versions
    required property int choice
    required property bool mergeable
    required property string mergedText
    property bool upright: false
    readonly property real nameWidth: upright ? width : 166
    readonly property real valueX: upright ? 0 : nameWidth
    readonly property real valueWidth: width - valueX
    readonly property real columnWidth: (valueWidth - 16) / 2

    signal chosen(int choice)
    signal mergedEdited(string text)

    implicitHeight: values.y + values.height

    Column {
        anchors.left: parent.left
        y: root.upright ? 0 : 22
        width: root.nameWidth - (root.upright ? 0 : 16)
        spacing: 2

        Phrase {
            width: parent.width
            text: root.label
            textStyle: Theme.label
            line: 24
            wrapMode: Text.Wrap
        }
        Phrase {
            width: parent.width
            text: root.hint
            textStyle: Theme.support
            line: 21
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
    }
    Column {
        id: values

        anchors.left: parent.left
        anchors.leftMargin: root.valueX
        y: root.upright ? 56 : 0
        width: root.valueWidth
        spacing: 16

        Grid {
            anchors.left: parent.left
            columns: 2
            columnSpacing: 16
            rowSpacing: 12

            Repeater {
                id: tiles

                model: root.versions

                VersionTile {
                    required property var modelData
                    required property int index

                    objectName: "version" + index
                    width: root.columnWidth
                    version: modelData
                    chosen: root.choice === index
                    onClicked: root.chosen(index)
                }
            }
        }
        Rectangle {
            width: parent.width
            height: both.implicitHeight + 50
            visible: root.mergeable
            radius: Theme.radiusCard
            color: root.choice === ConflictModel.Merged ? Theme.colors.selected : Theme.colors.card
            border.width: root.choice === ConflictModel.Merged ? 3 : Theme.edgeControl
            border.color: root.choice === ConflictModel.Merged ? Theme.colors.primary : Theme.colors.control

            Press {
                objectName: "merge"
                width: parent.width
                height: 56
                fill: "transparent"
                edgeWidth: 0
                text: qsTr("Both, merged: %1").arg(root.mergedText)
                onClicked: root.chosen(ConflictModel.Merged)

                contentItem: Item {
                    RadioMark {
                        id: mark

                        anchors.left: parent.left
                        anchors.leftMargin: 20
                        y: 16
                        on: root.choice === ConflictModel.Merged
                    }
                    Icon {
                        id: icon

                        anchors.left: mark.right
                        anchors.leftMargin: 10
                        anchors.verticalCenter: mark.verticalCenter
                        name: "git-merge"
                        color: Theme.colors.primaryText
                    }
                    Phrase {
                        anchors.left: icon.right
                        anchors.leftMargin: 10
                        anchors.verticalCenter: mark.verticalCenter
                        text: qsTr("Both, merged")
                        textStyle: Theme.controlStrong
                        color: Theme.colors.primaryText
                    }
                    Phrase {
                        anchors.right: parent.right
                        anchors.rightMargin: 18
                        anchors.verticalCenter: mark.verticalCenter
                        text: qsTr("You can edit this text")
                        textStyle: Theme.support
                        color: Theme.colors.inkMuted
                    }
                }
            }
            WordsArea {
                id: both

                anchors.left: parent.left
                anchors.leftMargin: 46
                y: 46
                width: parent.width - 64
                implicitHeight: 60
                voice: false
                text: root.mergedText
                name: qsTr("Both, merged")
                onEdited: (text) => text === root.mergedText || root.mergedEdited(text)
            }
        }
    }
}
