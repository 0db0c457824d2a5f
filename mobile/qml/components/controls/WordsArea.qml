import QtQuick
import QtQuick.Templates as T
import Rapport

// Where somebody's words are written. `voice` sets them as theirs. Grows with what is typed as far
// as its place allows, then scrolls.
Item {
    id: root

    required property string text
    property string hint
    property string name: hint
    property bool voice: true
    property TextStyle textStyle: voice ? Theme.voice : Theme.body
    property real inset: 16
    readonly property bool focused: area.activeFocus

    signal edited(string text)

    function startTyping() {
        area.forceActiveFocus();
    }

    implicitHeight: Math.max(84, area.contentHeight + 24)

    Flickable {
        id: scroller

        anchors.fill: parent
        contentWidth: width
        contentHeight: Math.max(height, area.contentHeight + 24)
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds

        T.TextArea.flickable: T.TextArea {
            id: area

            objectName: "words"
            leftPadding: root.inset
            rightPadding: root.inset
            topPadding: 12
            bottomPadding: 12
            text: root.text
            wrapMode: TextEdit.Wrap
            textFormat: TextEdit.PlainText
            color: Theme.colors.ink
            selectionColor: Theme.colors.primary
            selectedTextColor: Theme.colors.primaryInk
            font.family: root.textStyle.family
            font.pixelSize: root.textStyle.size
            font.weight: root.textStyle.weight
            font.hintingPreference: Font.PreferNoHinting
            selectByMouse: true
            inputMethodHints: Qt.ImhNone
            Accessible.name: root.name
            cursorDelegate: Rectangle {
                width: 2
                color: Theme.colors.primaryText
                visible: parent && parent.activeFocus
            }
            onTextChanged: root.edited(area.text)
        }
    }
    Phrase {
        anchors.left: parent.left
        anchors.leftMargin: root.inset
        y: 10
        width: parent.width - 2 * root.inset
        visible: area.text === ""
        text: root.hint
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
        Accessible.ignored: true
    }
}
