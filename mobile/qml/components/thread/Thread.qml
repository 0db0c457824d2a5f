pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// The stitched line: solid as far as both ends are done. `done` beads are done, the next may be
// the one you are on.
Item {
    id: root

    required property var labels
    required property int done
    property var times: []
    property bool showNow: false

    implicitHeight: times.length > 0 ? 70 : 50

    Row {
        anchors.left: parent.left
        Repeater {
            model: root.labels.length

            Item {
                id: bead

                required property int index
                readonly property bool isDone: index < root.done
                readonly property bool isNow: root.showNow && index === root.done
                readonly property string time: isDone && root.times.length > index ? root.times[index] : ""

                width: root.width / root.labels.length
                height: root.height
                Accessible.role: Accessible.StaticText
                Accessible.name: root.labels[index] + ", " + (isDone ? qsTr("done") : isNow ? qsTr("now") : qsTr("not yet"))

                Stitches {
                    visible: bead.index > 0
                    anchors.right: knot.left
                    anchors.rightMargin: 1
                    y: 12
                    width: bead.width - 28
                    opacity: bead.isDone ? 1 : 0.75
                    sewn: bead.isDone || (bead.isNow && root.done > 0)
                    color: sewn ? Theme.colors.primary : Theme.colors.control
                }
                Rectangle {
                    id: knot

                    anchors.horizontalCenter: parent.horizontalCenter
                    width: 26
                    height: 26
                    radius: 13
                    color: bead.isDone ? Theme.colors.primary : bead.isNow ? Theme.colors.accent : Theme.colors.card
                    border.width: Theme.edgeSelected
                    border.color: bead.isDone ? Theme.colors.primary : bead.isNow ? Theme.colors.ink : Theme.colors.control

                    Icon {
                        anchors.centerIn: parent
                        visible: bead.isDone
                        name: "check"
                        size: 16
                        stroke: 3
                        color: Theme.colors.primaryInk
                    }
                    Rectangle {
                        anchors.centerIn: parent
                        visible: bead.isNow
                        width: 8
                        height: 8
                        radius: 4
                        color: Theme.colors.accentInk
                    }
                }
                Phrase {
                    id: label

                    anchors.top: knot.bottom
                    anchors.topMargin: 4
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: root.labels[bead.index]
                    textStyle: Theme.caption
                    font.weight: bead.isNow ? Font.Bold : Font.Medium
                    color: bead.isDone || bead.isNow ? Theme.colors.ink : Theme.colors.inkMuted
                    Accessible.ignored: true
                }
                Phrase {
                    anchors.top: label.bottom
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: Math.min(implicitWidth, bead.width)
                    visible: bead.time !== ""
                    text: bead.time
                    textStyle: Theme.caption
                    font.weight: Font.Normal
                    color: Theme.colors.inkMuted
                    elide: Text.ElideRight
                    mayElide: "a long name; the record itself says who read it"
                }
            }
        }
    }
}
