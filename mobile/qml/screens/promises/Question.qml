import QtQuick
import Rapport

// A question and its picks.
Column {
    id: root

    required property string text
    default property alias picks: flow.data

    spacing: 8

    Phrase {
        width: parent.width
        text: root.text
        textStyle: Theme.label
        line: 24
    }
    Flow {
        id: flow

        width: parent.width
        spacing: 10
    }
}
