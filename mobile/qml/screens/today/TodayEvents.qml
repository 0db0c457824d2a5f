pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// What is going on, and what comes.
Column {
    id: root

    required property TodayModel today

    signal tallyOpened
    signal sessionOpened
    signal eventOpened(string eventId, bool twoVersions)

    spacing: 12

    HeroEvent {
        objectName: "hero"
        width: parent.width
        visible: root.today.open.present
        event: root.today.open
        onTallyOpened: root.tallyOpened()
        onSessionOpened: root.sessionOpened()
    }
    SectionHead {
        width: parent.width
        height: root.today.open.present ? 42 : 36
        visible: root.today.events.count > 0
        title: root.today.eventsTitle
        count: root.today.events.count
    }
    Repeater {
        model: root.today.events

        EventCard {
            required property string eventId
            required property string title

            objectName: "event:" + title
            width: root.width
            implicitHeight: root.today.events.count > 2 ? 108 : 134
            text: title
            onClicked: root.eventOpened(eventId, twoVersions)
        }
    }
    EmptyState {
        width: parent.width
        visible: root.today.shown && root.today.events.count === 0 && !root.today.open.present
        iconName: "calendar-event"
        title: qsTr("Nothing planned")
        text: qsTr("When an event is planned, it shows here on its day.")
    }
}
