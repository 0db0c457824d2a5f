import QtQuick
import Rapport
import Rapport.Desk

// Did they agree that we share their words? Nothing is chosen at first; unanswered keeps them
// private.
Flow {
    id: root

    required property int consent

    signal chosen(int consent)

    spacing: 10

    Pick {
        objectName: "withFirstName"
        text: qsTr("With first name")
        on: root.consent === NoteDraft.WithFirstName
        onClicked: root.chosen(NoteDraft.WithFirstName)
    }
    Pick {
        objectName: "noName"
        text: qsTr("No name")
        on: root.consent === NoteDraft.NoName
        onClicked: root.chosen(NoteDraft.NoName)
    }
    Pick {
        objectName: "keepPrivate"
        text: qsTr("Keep private")
        on: root.consent === NoteDraft.KeepPrivate
        onClicked: root.chosen(NoteDraft.KeepPrivate)
    }
}
