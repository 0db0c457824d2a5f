pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The note or quote being written.
Card {
    id: root

    required property NoteDraft draft
    // Whoever came for a quote has the words on their mind: the cursor stands there.
    property bool typeAtOnce: false
    readonly property bool narrow: width < 700

    signal saved

    implicitHeight: tools.height + 12 + frame.height + 12 + foot.height + 28
    border.color: Theme.colors.control
    onVisibleChanged: visible && root.typeAtOnce && area.startTyping()

    Item {
        id: tools

        anchors.left: parent.left
        anchors.leftMargin: 14
        y: 14
        width: parent.width - 28
        height: 64

        Segmented {
            anchors.left: parent.left
            labels: [qsTr("Note"), qsTr("Quote")]
            icons: ["notes", "quote"]
            current: root.draft.quote ? 1 : 0
            onChosen: (index) => root.draft.quote = index === 1
        }
        Chip {
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            implicitHeight: 44
            visible: root.draft.themeWord !== ""
            text: root.draft.themeWord
            iconName: "tag"
            tone: Chip.Primary
        }
    }
    Rectangle {
        id: frame

        anchors.top: tools.bottom
        anchors.topMargin: 12
        anchors.left: parent.left
        anchors.leftMargin: 14
        width: parent.width - 28
        height: Math.min(168, Math.max(84, area.implicitHeight))
        radius: 14
        color: Theme.colors.card
        border.width: 2
        border.color: Theme.colors.primary

        WordsArea {
            id: area

            objectName: "noteWords"
            anchors.fill: parent
            anchors.margins: 2
            voice: root.draft.quote
            text: root.draft.words
            hint: root.draft.quote ? qsTr("Their words, as they said them") : qsTr("What you heard or saw")
            onEdited: (text) => root.draft.words = text
        }
    }
    Item {
        id: foot

        anchors.top: frame.bottom
        anchors.topMargin: 12
        anchors.left: parent.left
        anchors.leftMargin: 14
        width: parent.width - 28
        height: Math.max(64, asked.visible ? asked.y + asked.height : 0)

        Phrase {
            id: question

            anchors.left: parent.left
            width: 92
            y: (64 - height) / 2
            visible: root.draft.quote && !root.narrow
            text: qsTr("Did they\nagree?")
            textStyle: Theme.supportStrong
            line: 20
        }
        Column {
            id: asked

            anchors.left: parent.left
            anchors.leftMargin: question.visible ? 102 : 0
            anchors.right: save.left
            anchors.rightMargin: 12
            y: 4
            visible: root.draft.quote
            spacing: 10

            ConsentPicker {
                width: parent.width
                consent: root.draft.consent
                onChosen: (consent) => root.draft.consent = consent
            }
            LineField {
                objectName: "firstName"
                width: parent.width
                visible: root.draft.consent === NoteDraft.WithFirstName
                hint: qsTr("Their first name")
                text: root.draft.firstName
                onEdited: (text) => root.draft.firstName = text
            }
        }
        Btn {
            id: save

            objectName: "saveNote"
            anchors.right: parent.right
            leftPadding: 26
            rightPadding: 26
            enabled: root.draft.missing === ""
            text: root.draft.quote ? qsTr("Save quote") : qsTr("Save note")
            onClicked: root.saved()
        }
    }
}
