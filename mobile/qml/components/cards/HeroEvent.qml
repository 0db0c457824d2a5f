import QtQuick
import Rapport
import Rapport.Desk

// The event that is going on, with its one action. One at most, and only while it is open.
Rectangle {
    id: root

    required property OpenEvent event

    signal tallyOpened
    signal sessionOpened

    implicitHeight: 276
    radius: Theme.radiusTile
    color: Theme.colors.heroBack
    border.width: Theme.sun ? 4 : 0
    border.color: Theme.colors.ink

    Item {
        anchors.fill: parent
        clip: true

        LogoMark {
            anchors.right: parent.right
            anchors.rightMargin: -84
            y: -70
            visible: !Theme.sun
            size: 270
            opacity: 0.09
            front: Theme.colors.heroInk
            back: Theme.colors.heroInk
            overlap: Theme.colors.heroBack
        }
    }
    Rectangle {
        visible: Theme.sun
        anchors.left: parent.left
        anchors.leftMargin: 4
        y: 4
        width: 14
        height: parent.height - 8
        color: Theme.colors.accent
    }
    Column {
        anchors.fill: parent
        anchors.margins: 22
        anchors.leftMargin: Theme.sun ? 36 : 24
        anchors.rightMargin: 24

        Row {
            width: parent.width
            height: 30
            spacing: 12

            Chip {
                text: qsTr("Open now")
                tone: Chip.AccentSolid
            }
            DigitRow {
                anchors.verticalCenter: parent.verticalCenter
                text: root.event.hours
                textStyle: Theme.control
                color: Theme.colors.heroInk
            }
            Phrase {
                anchors.verticalCenter: parent.verticalCenter
                text: "· " + root.event.timeLeft
                textStyle: Theme.control
                font.weight: Font.Normal
                color: Theme.colors.heroMuted
            }
        }
        Item {
            width: 1
            height: 12
        }
        Phrase {
            width: parent.width
            text: root.event.title
            textStyle: Theme.heroTitle
            color: Theme.colors.heroInk
            elide: Text.ElideRight
            mayElide: "one line; the event's own page has the whole"
            Accessible.role: Accessible.Heading
        }
        Item {
            width: 1
            height: 4
        }
        Row {
            width: parent.width
            spacing: 8

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "map-pin"
                size: 22
                color: Theme.colors.heroMuted
            }
            Phrase {
                width: parent.width - 30
                text: root.event.where
                color: Theme.colors.heroMuted
                elide: Text.ElideRight
                mayElide: "one line; the event's own page has the whole"
            }
        }
    }
    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.sun ? 36 : 24
        anchors.rightMargin: 24
        anchors.bottomMargin: 122
        height: Theme.edgeHairline
        color: Theme.colors.heroLine
    }
    Item {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.sun ? 36 : 24
        anchors.rightMargin: 24
        height: 122

        DigitRow {
            id: figure

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            text: root.event.people
            textStyle: Theme.heroFigure
            color: Theme.colors.heroInk
            Accessible.name: qsTr("%n people so far", "", root.event.people)
        }
        Column {
            anchors.left: figure.right
            anchors.leftMargin: 18
            anchors.right: action.left
            anchors.rightMargin: 12
            anchors.verticalCenter: parent.verticalCenter

            Phrase {
                width: parent.width
                text: qsTr("people so far", "after their number", root.event.people)
                textStyle: Theme.label
                color: Theme.colors.heroInk
            }
            Item {
                width: 1
                height: 3
            }
            Phrase {
                width: parent.width
                text: root.event.here
                textStyle: Theme.support
                line: 21
                color: Theme.colors.heroMuted
                elide: Text.ElideRight
            }
            Phrase {
                width: parent.width
                text: root.event.elsewhere
                textStyle: Theme.support
                line: 21
                color: Theme.colors.heroMuted
                elide: Text.ElideRight
            }
        }
        Btn {
            id: action

            objectName: "heroAction"
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            kind: Btn.Accent
            leftPadding: 26
            rightPadding: 26
            iconName: root.event.listening ? "ear" : "users-group"
            text: root.event.listening ? qsTr("Open session") : qsTr("Open tally")
            onClicked: root.event.listening ? root.sessionOpened() : root.tallyOpened()
        }
    }
}
