pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// A number whose digits stand in cells as wide as "0", so that nothing jumps when it counts.
Row {
    id: root

    required property string text
    property TextStyle textStyle: Theme.figure
    property color color: Theme.colors.ink

    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Repeater {
        model: root.text.length

        Phrase {
            required property int index
            readonly property string character: root.text.charAt(index)
            readonly property bool digit: character >= "0" && character <= "9"

            text: character
            textStyle: root.textStyle
            color: root.color
            width: digit ? root.textStyle.digitWidth : implicitWidth
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
