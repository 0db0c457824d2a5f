import QtQuick
import QtQuick.Templates as T
import Rapport

// One line to type in.
T.TextField {
    id: root

    property string hint
    property bool wrong: false
    property bool strong: false

    signal edited(string text)

    implicitHeight: 60
    leftPadding: 16
    rightPadding: 16
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.colors.ink
    selectionColor: Theme.colors.primary
    selectedTextColor: Theme.colors.primaryInk
    font.family: Theme.body.family
    font.pixelSize: strong ? 20 : Theme.body.size
    font.hintingPreference: Font.PreferNoHinting
    selectByMouse: true
    Accessible.name: hint
    onTextEdited: root.edited(root.text)

    cursorDelegate: Rectangle {
        width: 2
        color: Theme.colors.primaryText
        visible: parent && parent.activeFocus
    }
    background: Rectangle {
        radius: root.strong ? 14 : Theme.radiusControl
        color: Theme.colors.card
        border.width: root.wrong || root.activeFocus || root.strong ? 2 : Theme.edgeControl
        border.color: root.wrong ? Theme.colors.danger : root.activeFocus || root.strong ? Theme.colors.primary : Theme.colors.control

        Phrase {
            x: 16
            anchors.verticalCenter: parent.verticalCenter
            width: parent.width - 32
            visible: root.text === "" && root.preeditText === ""
            text: root.hint
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
            Accessible.ignored: true
        }
    }
}
