import QtQuick
import Rapport
import Rapport.Desk

// Their words, our words, and what is due.
Column {
    id: root

    required property FrontDesk desk
    property bool upright: false
    readonly property real half: upright ? width : (width - 16) / 2

    spacing: 8

    TodayModel {
        id: today

        desk: root.desk
    }
    Grid {
        width: parent.width
        columns: root.upright ? 1 : 2
        columnSpacing: 16
        rowSpacing: 12

        HeroEvent {
            width: root.half
            visible: today.open.present
            event: today.open
        }
        Column {
            width: root.half
            spacing: 12

            QuoteCard {
                width: parent.width
                text: qsTr("I leave work at five. By the time I cross the river, the door is locked.")
                consent: qsTr("May share, no name")
                shareable: true
            }
            QuoteCard {
                width: parent.width
                text: qsTr("My daughter had to explain the dose to me.")
                consent: qsTr("Private")
                shareable: false
            }
        }
        EventCard {
            width: root.half
            begins: "15:30"
            ends: "17:00"
            where: "Iglesia Camino Claro"
            chip: qsTr("Bring")
            twoVersions: false
            text: qsTr("Listening session")
        }
        EventCard {
            width: root.half
            begins: "18:00"
            ends: "19:30"
            where: "Barbers of Eastlock"
            chip: qsTr("Two versions, pick one")
            twoVersions: true
            chosen: true
            text: qsTr("Event")
        }
        Card {
            width: root.half
            height: 160

            PromiseRow {
                width: parent.width
                text: qsTr("Large-print medicine cards")
                partner: "Quillan Elders’ Table"
                due: qsTr("Due today")
                tone: 1
            }
            PromiseRow {
                y: 80
                width: parent.width
                text: qsTr("Bus timetable in Spanish")
                partner: "Millrace Tenants Circle"
                due: qsTr("Due tomorrow")
                tone: 0
                last: true
            }
        }
        TidingTile {
            width: root.half
            kind: TodayReceipts.SentBack
            iconName: "alert-circle"
            word: qsTr("Sent back")
            detail: qsTr("Bus timetable in Spanish")
        }
        TidingTile {
            width: root.half
            kind: TodayReceipts.Reviewed
            iconName: "eye-check"
            word: qsTr("Reviewed")
            detail: "Noor"
        }
        AnswerCard {
            width: root.half
            youSaid: qsTr("Will the van come back after the holidays?")
            weDid: qsTr("Yes. Every Saturday from 9 January.")
        }
    }
    Flow {
        width: parent.width
        spacing: 12

        Chip {
            text: qsTr("Held")
        }
        Chip {
            text: qsTr("Listening session")
            tone: Chip.Primary
            iconName: "ear"
        }
        Chip {
            text: qsTr("Due today")
            tone: Chip.Accent
        }
        Chip {
            text: qsTr("Open now")
            tone: Chip.AccentSolid
        }
        Chip {
            text: qsTr("Applied")
            tone: Chip.Success
            iconName: "check"
        }
        Chip {
            text: qsTr("Due today")
            tone: Chip.Warning
        }
        Chip {
            text: qsTr("Two versions")
            tone: Chip.Conflict
            iconName: "arrows-split-2"
        }
        Chip {
            text: qsTr("Sealed")
            tone: Chip.Sensitive
            iconName: "lock"
        }
        Avatar {
            initial: "M"
            tone: Avatar.Me
        }
        Avatar {
            initial: "T"
        }
        Avatar {
            initial: "A"
            tone: Avatar.Violet
        }
        Avatar {
            initial: "R"
            tone: Avatar.Clay
        }
    }
}
