pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// When people came, by the half hour. The latest bar is the one that grows.
Card {
    id: root

    required property RowList arrivals

    SectionHead {
        anchors.left: parent.left
        anchors.leftMargin: 20
        y: 12
        title: qsTr("Arrivals")
        count: qsTr("this tablet")
    }
    Phrase {
        anchors.centerIn: parent
        visible: root.arrivals.count === 0
        text: qsTr("Nobody counted yet")
        textStyle: Theme.support
        color: Theme.colors.inkMuted
    }
    Row {
        id: bars

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: 20
        anchors.rightMargin: 20
        anchors.bottomMargin: 10
        spacing: 8
        // Time runs from left to right in every script.
        LayoutMirroring.enabled: false

        Repeater {
            model: root.arrivals

            Item {
                id: bar

                required property int index
                required property string time
                required property int people
                required property real share
                required property bool latest

                objectName: "arrivals" + index
                width: (bars.width - 24) / 4
                height: Math.min(root.height - 58, 137)
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%1: %n people", "", people).arg(time)

                Phrase {
                    id: when

                    anchors.bottom: parent.bottom
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: bar.time
                    textStyle: Theme.caption
                    line: 20
                    color: Theme.colors.inkMuted
                }
                Rectangle {
                    id: body

                    anchors.bottom: when.top
                    width: parent.width
                    height: Math.max(2, (parent.height - 41) * bar.share)
                    radius: 5
                    color: bar.latest ? Theme.colors.accent : Theme.colors.chart1
                    border.width: bar.latest || Theme.sun ? 1.5 : 0
                    border.color: Theme.colors.accentInk
                }
                Phrase {
                    anchors.bottom: body.top
                    anchors.bottomMargin: 3
                    anchors.horizontalCenter: parent.horizontalCenter
                    text: bar.people
                    textStyle: Theme.chip
                    line: 18
                }
            }
        }
    }
}
