pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// One field in the way its kind asks for.
Column {
    id: root

    required property string label
    required property string kind
    required property string entered
    required property string words
    required property var options  // { name, label }
    required property bool many    // more than lie here: they are looked for
    required property bool editable
    required property string error
    readonly property bool dated: kind === "date" || kind === "date_time"
    readonly property bool prose: kind === "long_text"
    readonly property bool picked: kind === "boolean" || options.length > 0 || many
    readonly property bool without: kind === "reference" && options.length === 0 && !many && entered === ""
    // One choice, and beside it a line for anybody else, who may be known by name.
    readonly property bool free: kind === "text" && options.length > 0
    readonly property string inLine: !free ? entered : entered === "" || options[0].name === entered ? "" : words

    // Nobody is corrected in the middle of a word.
    readonly property string errorShown: line.activeFocus ? "" : error

    // Qt's software renderer paints a text with a clip of its own that was scrolled out of sight.
    property bool inSight: true
    property bool aimed: false  // the one that has to be put right

    signal typed(string text)
    signal dayOpened
    signal choicesOpened

    function startTyping() {
        prose ? area.startTyping() : line.forceActiveFocus();
    }

    spacing: 8
    // Once its kind of editor is there.
    onAimedChanged: aimed && Qt.callLater(startTyping) // qmllint disable

    Phrase {
        width: parent.width
        visible: !root.editable || root.without
        text: root.editable ? qsTr("There is nothing to choose from on this tablet yet.") : root.words
        color: root.editable ? Theme.colors.inkMuted : Theme.colors.ink
        wrapMode: Text.Wrap
    }
    Flow {
        width: parent.width
        visible: root.editable && root.picked && !root.free
        spacing: 10

        Repeater {
            model: root.kind === "boolean" ? [{ "name": "true", "label": qsTr("Yes") }, { "name": "false", "label": qsTr("No") }] : root.options

            Pick {
                required property var modelData

                objectName: "option:" + modelData.name
                text: modelData.label
                on: root.entered === modelData.name
                onClicked: root.typed(root.entered === modelData.name ? "" : modelData.name)
            }
        }
        Pick {
            objectName: "chosen"
            visible: root.many && root.entered !== ""
            width: Math.min(implicitWidth, root.width)
            iconName: "x"
            text: root.words
            on: true
            Accessible.description: qsTr("Takes it out")
            onClicked: root.typed("")
        }
        Pick {
            objectName: "moreChoices"
            visible: root.many
            iconName: "search"
            text: root.entered === "" ? qsTr("Choose") : qsTr("Choose another")
            onClicked: root.choicesOpened()
        }
    }
    Rectangle {
        width: parent.width
        height: Math.max(96, area.implicitHeight)
        visible: root.editable && root.prose
        radius: 14
        color: Theme.colors.card
        border.width: area.focused ? 2 : Theme.edgeControl
        border.color: area.focused ? Theme.colors.primary : Theme.colors.control

        WordsArea {
            id: area

            anchors.fill: parent
            opacity: root.inSight ? 1 : 0
            voice: false
            text: root.prose ? root.entered : ""
            name: root.label
            onEdited: (text) => root.prose && root.typed(text)
        }
    }
    Item {
        width: parent.width
        height: line.height
        visible: root.editable && !root.prose && !root.without && (!root.picked || root.free)

        Btn {
            id: pickDay

            objectName: "pickDay"
            anchors.left: parent.left
            visible: root.dated
            width: visible ? Math.ceil(implicitWidth) : 0
            implicitHeight: 60
            kind: Btn.Outline
            iconName: "calendar"
            text: qsTr("Choose day")
            onClicked: root.dayOpened()
        }
        Pick {
            id: ours

            readonly property string name: root.free ? root.options[0].name : ""

            objectName: "option:" + name
            anchors.left: parent.left
            visible: root.free
            width: visible ? Math.ceil(implicitWidth) : 0
            height: parent.height
            text: root.free ? root.options[0].label : ""
            on: root.entered === name
            onClicked: root.typed(name)
        }
        LineField {
            id: line

            objectName: "line"
            anchors.left: root.free ? ours.right : pickDay.right
            anchors.leftMargin: root.dated || root.free ? 12 : 0
            anchors.right: parent.right
            wrong: root.errorShown !== ""
            hint: root.kind === "date_time" ? "2026-11-28 18:30" : root.kind === "date" ? "2026-11-28"
                : root.kind === "time" ? "18:30"
                : root.free ? qsTr("Somebody else") : ""
            text: root.inLine
            onEdited: (text) => root.typed(text)
        }
    }
    ErrorLine {
        width: parent.width
        text: root.errorShown
    }
}
