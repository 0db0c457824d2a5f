pragma ComponentBehavior: Bound

import QtQuick
import Rapport

// What belongs to a record in any number: few choices lie here, each on or off; of many those that
// were chosen, and the way to the others; words are added one by one.
Column {
    id: root

    required property string kind
    required property var options  // { name, label }
    required property bool many
    required property var items    // { name, label } of what is chosen
    required property bool editable
    readonly property bool written: !many && (options.length === 0 ? kind !== "reference" : kind === "language")
    readonly property bool listed: many || options.length === 0
    readonly property var names: items.map(each => each.name)

    signal turned(string element)
    signal choicesOpened

    function add() {
        if (line.text.trim() === "")
            return;
        turned(line.text);
        line.clear();
    }

    spacing: 10

    Phrase {
        width: parent.width
        visible: !root.editable
        text: root.items.map(each => each.label).join(", ")
        wrapMode: Text.Wrap
    }
    Phrase {
        width: parent.width
        visible: root.editable && root.kind === "reference" && root.options.length === 0 && !root.many
        text: qsTr("There is nothing to choose from on this tablet yet.")
        textStyle: Theme.support
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
    Flow {
        width: parent.width
        visible: root.editable && (root.options.length > 0 || root.many || root.items.length > 0)
        spacing: 10

        Repeater {
            model: root.listed ? [] : root.options

            Pick {
                required property var modelData

                objectName: "option:" + modelData.name
                text: modelData.label
                on: root.names.includes(modelData.name)
                onClicked: root.turned(modelData.name)
            }
        }
        Repeater {
            model: root.listed ? root.items : root.items.filter(each => !root.options.some(one => one.name === each.name))

            Pick {
                required property var modelData

                objectName: "element:" + modelData.label
                width: Math.min(implicitWidth, root.width)
                iconName: "x"
                text: modelData.label
                on: true
                Accessible.description: qsTr("Takes it out")
                onClicked: root.turned(modelData.name)
            }
        }
        Pick {
            objectName: "moreChoices"
            visible: root.many
            iconName: "plus"
            text: qsTr("Choose")
            onClicked: root.choicesOpened()
        }
    }
    Item {
        width: parent.width
        height: line.height
        visible: root.editable && root.written

        LineField {
            id: line

            objectName: "newElement"
            anchors.left: parent.left
            anchors.right: add.left
            anchors.rightMargin: 12
            hint: qsTr("One at a time")
            onAccepted: root.add()
        }
        Btn {
            id: add

            objectName: "addElement"
            anchors.right: parent.right
            implicitHeight: 60
            kind: Btn.Tonal
            enabled: line.text.trim() !== ""
            iconName: "plus"
            text: qsTr("Add")
            onClicked: root.add()
        }
    }
}
