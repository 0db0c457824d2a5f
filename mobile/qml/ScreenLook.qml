import QtQuick
import Rapport
import Rapport.Desk

// The theme follows what was chosen for the screens. One stands in the root of each window.
Item {
    id: root

    required property ScreenChoices choices

    visible: false

    Binding {
        target: Theme
        property: "variant"
        value: root.choices.look
    }
    Binding {
        target: Theme
        property: "arabic"
        value: root.choices.rightToLeft
    }
    Binding {
        target: Theme
        property: "leftHand"
        value: root.choices.hand === ScreenChoices.LeftHand
    }
}
