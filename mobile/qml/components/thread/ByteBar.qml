import QtQuick
import Rapport

// How much of something large has gone out: in megabytes, never a share alone.
Item {
    id: root

    required property string text   // "Paused at 3.1 of 7.8 MB"
    required property real share    // 0 to 1
    property string detail          // "carries on by itself"

    implicitHeight: words.implicitHeight + 6 + 12
    Accessible.role: Accessible.ProgressBar
    Accessible.name: text

    Flow {
        id: words

        width: parent.width
        spacing: 12

        Phrase {
            text: root.text
            textStyle: Theme.supportStrong
        }
        Phrase {
            text: root.detail
            textStyle: Theme.support
            color: Theme.colors.inkMuted
        }
    }
    Rectangle {
        id: track

        anchors.bottom: parent.bottom
        width: parent.width
        height: 12
        radius: 6
        color: Theme.colors.track
        border.width: Theme.sun ? 2 : 1
        border.color: Theme.colors.control

        Rectangle {
            anchors.left: parent.left
            width: Math.max(height, parent.width * Math.min(1, root.share))
            height: parent.height
            radius: 6
            color: Theme.colors.primary
        }
    }
}
