import QtQuick
import Rapport

// One state, with its name above it.
Column {
    id: root

    required property string title
    property real below: 0  // room for what hangs under the control
    default property alias content: place.data

    spacing: 6

    Phrase {
        width: parent.width
        text: root.title
        textStyle: Theme.caption
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
    Item {
        id: place

        width: parent.width
        height: childrenRect.height + root.below
    }
}
