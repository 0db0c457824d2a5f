pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// What was written and said, in the order of its time; the newest is in sight.
Item {
    id: root

    required property RowList stream
    // Whoever reads earlier notes is not taken away from them when another one comes.
    property bool following: true

    function follow() {
        following = true;
        list.positionViewAtEnd();
    }

    ListView {
        id: list

        // Few notes lie at the bottom, beside the hand that writes them. Moved as a whole: a margin
        // would change the height that it is reckoned from.
        y: Math.max(0, height - contentHeight)
        width: parent.width
        height: parent.height
        clip: true
        spacing: 10
        model: root.stream
        boundsBehavior: Flickable.StopAtBounds
        // Once what came is laid out.
        onCountChanged: root.following && Qt.callLater(positionViewAtEnd) // qmllint disable
        onHeightChanged: root.following && Qt.callLater(positionViewAtEnd) // qmllint disable
        onMovementEnded: root.following = atYEnd

        delegate: NoteCard {
            required property string noteId

            objectName: "note:" + text
            width: ListView.view.width
        }
    }
    Rectangle {
        anchors.top: parent.top
        width: parent.width
        height: 48
        z: 1
        visible: list.contentHeight > list.height && earlier.before > 0
        color: Theme.colors.page

        Row {
            id: earlier

            readonly property int before: Math.max(0, list.indexAt(10, list.contentY + 58))

            anchors.centerIn: parent
            spacing: 8

            Icon {
                name: "arrow-up"
                size: 20
                color: Theme.colors.inkMuted
            }
            Phrase {
                text: qsTr("%n earlier notes", "", earlier.before)
                textStyle: Theme.support
                font.weight: Font.Medium
                color: Theme.colors.inkMuted
            }
        }
    }
    Phrase {
        anchors.centerIn: parent
        visible: list.count === 0
        width: parent.width - 40
        horizontalAlignment: Text.AlignHCenter
        wrapMode: Text.Wrap
        text: qsTr("Notes and quotes show here as you save them.")
        color: Theme.colors.inkMuted
    }
}
