pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import Rapport

// Two or three ways of one thing, side by side.
Rectangle {
    id: root

    required property var labels
    required property int current
    property var icons: []

    signal chosen(int index)

    implicitWidth: row.implicitWidth + 8
    implicitHeight: 64
    radius: Theme.radiusCard
    color: Theme.colors.track

    Row {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: 4
        y: 4
        spacing: 4

        Repeater {
            model: root.labels.length

            T.AbstractButton {
                id: part

                required property int index
                readonly property bool current: index === root.current

                objectName: "segment" + index
                implicitWidth: line.implicitWidth + 40
                implicitHeight: 56
                text: root.labels[index]
                focusPolicy: Qt.StrongFocus
                Accessible.role: Accessible.RadioButton
                Accessible.name: text
                Accessible.checked: current
                onClicked: root.chosen(index)

                background: Rectangle {
                    radius: Theme.radiusControl
                    color: part.current ? Theme.colors.card : "transparent"
                    border.width: part.current ? Theme.edgeControl : 0
                    border.color: Theme.colors.control

                    FocusRing {
                        corner: Theme.radiusControl
                        shown: part.visualFocus
                    }
                }
                contentItem: Item {
                    Row {
                        id: line

                        anchors.centerIn: parent
                        spacing: 10

                        Icon {
                            anchors.verticalCenter: parent.verticalCenter
                            visible: root.icons.length > part.index
                            name: root.icons.length > part.index ? root.icons[part.index] : ""
                            color: part.current ? Theme.colors.ink : Theme.colors.inkMuted
                        }
                        Phrase {
                            anchors.verticalCenter: parent.verticalCenter
                            text: part.text
                            textStyle: Theme.controlStrong
                            color: part.current ? Theme.colors.ink : Theme.colors.inkMuted
                        }
                    }
                }
            }
        }
    }
}
