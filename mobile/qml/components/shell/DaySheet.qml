pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// A day of the next weeks: one tap. Weeks begin on Monday; what is past is not offered.
Sheet {
    id: root

    required property string today  // 2026-11-21
    property int page: 0
    property string locale: "en_GB"  // names the days and months; digits stay Western
    readonly property int weeks: 5
    readonly property date start: new Date(today + "T00:00:00")
    readonly property date first: new Date(start.getFullYear(), start.getMonth(), start.getDate() - (start.getDay() + 6) % 7 + page * weeks * 7)

    signal picked(string day)

    function dayAt(index: int): date {
        return new Date(first.getFullYear(), first.getMonth(), first.getDate() + index);
    }

    title: qsTr("By when?")
    bodyHeight: 424
    onOpenChanged: page = 0
    onPicked: closed()

    Row {
        id: heads

        y: 4

        Repeater {
            model: 7

            Phrase {
                required property int index

                width: root.width > 0 ? days.cellWidth : 0
                horizontalAlignment: Text.AlignHCenter
                text: root.dayAt(index).toLocaleDateString(Qt.locale(root.locale), "ddd")
                textStyle: Theme.caption
                color: Theme.colors.inkMuted
            }
        }
    }
    Grid {
        id: days

        readonly property real cellWidth: parent.width / 7

        anchors.top: heads.bottom
        anchors.topMargin: 8
        columns: 7

        Repeater {
            model: root.weeks * 7

            Press {
                id: cell

                required property int index
                readonly property date day: root.dayAt(index)

                objectName: "day:" + day.toLocaleDateString(Qt.locale("C"), "yyyy-MM-dd")
                width: days.cellWidth
                height: 64
                corner: 14
                edgeWidth: 0
                enabled: day >= root.start
                opacity: enabled ? 1 : 0
                fill: "transparent"
                text: day.toLocaleDateString(Qt.locale(root.locale), "dddd d MMMM")
                onClicked: root.picked(day.toLocaleDateString(Qt.locale("C"), "yyyy-MM-dd"))

                contentItem: Item {
                    Rectangle {
                        anchors.centerIn: parent
                        width: 56
                        height: 56
                        radius: 28
                        visible: cell.day.getTime() === root.start.getTime()
                        color: Theme.colors.primaryTint
                    }
                    Phrase {
                        anchors.centerIn: parent
                        text: cell.day.getDate() === 1 ? cell.day.toLocaleDateString(Qt.locale(root.locale), "d MMM") : cell.day.getDate()
                        textStyle: Theme.label
                    }
                }
            }
        }
    }
    Row {
        anchors.top: days.bottom
        anchors.topMargin: 8
        anchors.right: parent.right
        spacing: 12

        Btn {
            implicitHeight: 56
            kind: Btn.Outline
            enabled: root.page > 0
            text: qsTr("Earlier")
            onClicked: root.page = root.page - 1
        }
        Btn {
            objectName: "laterDays"
            implicitHeight: 56
            kind: Btn.Outline
            text: qsTr("Later")
            onClicked: root.page = root.page + 1
        }
    }
}
