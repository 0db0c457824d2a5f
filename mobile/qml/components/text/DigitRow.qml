pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// A number whose digits stand in cells as wide as "0", so that nothing jumps when it counts. Numbers,
// times and ranges are read from left to right in every language.
Item {
    id: root

    required property string text
    property TextStyle textStyle: Theme.figure
    property color color: Theme.colors.ink

    implicitWidth: cells.implicitWidth
    implicitHeight: cells.implicitHeight
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Row {
        id: cells

        x: root.LayoutMirroring.enabled ? root.width - width : 0
        LayoutMirroring.enabled: false
        LayoutMirroring.childrenInherit: true

        Repeater {
            model: root.text.length

            Phrase {
                required property int index
                readonly property string character: root.text.charAt(index)
                readonly property bool digit: character >= "0" && character <= "9"

                text: character
                textStyle: root.textStyle
                color: root.color
                lineHeight: root.textStyle.line
                width: digit ? root.textStyle.digitWidth : implicitWidth
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
        }
    }
}
