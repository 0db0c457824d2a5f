pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// A text whose differing words are marked, as a highlighter would.
Flow {
    id: root

    required property var parts  // { text, differs }

    Repeater {
        model: root.parts

        Rectangle {
            id: part

            required property var modelData
            readonly property bool differs: modelData.differs

            width: words.width + 6
            height: words.height
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

                anchors.left: parent.left
                anchors.leftMargin: part.differs ? 3 : 0
                width: Math.min(implicitWidth, root.width - 6)
                wrapMode: Text.Wrap
                elide: Text.ElideRight
                text: part.modelData.text
                color: part.differs ? Theme.colors.accentTintInk : Theme.colors.ink
            }
        }
    }
}
