pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// A text whose differing words are marked, as a highlighter would.
Flow {
    id: root

    required property var parts  // { text, differs }
    readonly property string whole: parts.map((part) => part.text).join(" ")
    readonly property bool leftward: reader.effectiveHorizontalAlignment === Text.AlignRight

    // Words follow each other as their own script does, whatever the screen speaks.
    LayoutMirroring.enabled: leftward
    LayoutMirroring.childrenInherit: true

    // Where nothing is said of its side, a text begins at its script's.
    Text {
        id: reader

        visible: false
        text: root.whole
    }
    Repeater {
        model: root.parts

        Rectangle {
            id: part

            required property var modelData
            required property int index
            readonly property bool differs: modelData.differs

            objectName: "part" + index
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
