import QtQuick
import Rapport
import Rapport.Desk

// How the screens look and speak. At once, and kept with the profile.
Sheet {
    id: root

    required property ScreenChoices choices

    objectName: "settingsSheet"
    title: qsTr("Settings")
    bodyHeight: 3 * 108

    Column {
        width: parent.width
        spacing: 16

        Question {
            width: parent.width
            text: qsTr("Language")

            Segmented {
                objectName: "language"
                // Each by its own name, so that whoever got lost finds the way back.
                labels: ["English", "Español", "العربية"]
                current: root.choices.language
                onChosen: (index) => root.choices.language = index
            }
        }
        Question {
            width: parent.width
            text: qsTr("Colours")

            Segmented {
                objectName: "look"
                labels: [qsTr("Light"), qsTr("Dark"), qsTr("In the sun")]
                current: root.choices.look
                onChosen: (index) => root.choices.look = index
            }
        }
        Question {
            width: parent.width
            text: qsTr("I hold the tablet in my")

            Segmented {
                objectName: "hand"
                labels: [qsTr("left hand"), qsTr("right hand")]
                current: root.choices.hand === ScreenChoices.LeftHand ? 0 : 1
                onChosen: (index) => root.choices.hand = index === 0 ? ScreenChoices.LeftHand : ScreenChoices.RightHand
            }
        }
    }
}
