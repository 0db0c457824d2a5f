pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// What stands in the place of something that takes longer: grey bars where it will be, then words. Nothing moves.
Card {
    id: root

    required property string title
    property string detail

    implicitHeight: words.implicitHeight + 40
    Accessible.role: Accessible.StaticText
    Accessible.name: title

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 20
        anchors.right: parent.right
        anchors.rightMargin: 20
        y: 20
        spacing: 12

        Phrase {
            width: parent.width
            text: root.title
            textStyle: Theme.title3
            wrapMode: Text.Wrap
        }
        Repeater {
            model: [0.8, 0.64, 0.72, 0.5]

            Rectangle {
                required property real modelData

                width: words.width * modelData
                height: 16
                radius: 8
                color: Theme.colors.track
                border.width: Theme.sun ? 1 : 0
                border.color: Theme.colors.ink
            }
        }
        Phrase {
            width: parent.width
            visible: root.detail !== ""
            text: root.detail
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
    }
}
