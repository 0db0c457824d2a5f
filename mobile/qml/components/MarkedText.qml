pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// A text whose differing sentences are marked, as a highlighter would.
Flow {
    id: root

    required property var parts  // { text, differs }

    spacing: 5

    Repeater {
        model: root.parts

        Rectangle {
            id: part

            required property var modelData
            readonly property bool differs: modelData.differs

            width: words.width + (differs ? 6 : 0)
            height: words.height
            radius: Theme.radiusTick
            color: differs ? Theme.colors.accentTint : "transparent"

            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: 2
                visible: part.differs
                color: Theme.sun ? Theme.colors.ink : Theme.colors.accent
            }
            Phrase {
                id: words

                x: part.differs ? 3 : 0
                width: Math.min(implicitWidth, root.width - 6)
                text: part.modelData.text
                wrapMode: Text.Wrap
                color: part.differs ? Theme.colors.accentTintInk : Theme.colors.ink
            }
        }
    }
}
