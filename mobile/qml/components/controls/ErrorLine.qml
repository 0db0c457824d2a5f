import QtQuick
import Rapport

// What is wrong with a field, under it: begins with a verb, and what was typed stays.
Row {
    id: root

    required property string text

    visible: text !== ""
    spacing: 6
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        y: 1
        name: "alert-circle"
        size: 18
        color: Theme.colors.dangerText
    }
    Phrase {
        width: root.width > 0 ? root.width - 24 : implicitWidth
        text: root.text
        textStyle: Theme.caption
        color: Theme.colors.dangerText
        wrapMode: Text.Wrap
    }
}
