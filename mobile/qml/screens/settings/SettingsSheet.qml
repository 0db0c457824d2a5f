import QtQuick
import Rapport
import Rapport.Desk

// How the screens look and speak, at once, and kept with the profile; and what is done about the
// tablet itself, once it is somebody's.
Sheet {
    id: root

    required property FrontDesk desk
    readonly property ScreenChoices choices: desk.choices

    signal lockOpened

    objectName: "settingsSheet"
    title: qsTr("Settings")
    bodyHeight: stack.height + (said.visible ? said.height + 12 : 0)
    onClosed: upkeep.putAway()

    UpkeepModel {
        id: upkeep

        desk: root.desk
    }
    Flickable {
        anchors.top: parent.top
        anchors.bottom: said.top
        anchors.bottomMargin: said.visible ? 12 : 0
        width: parent.width
        contentHeight: stack.height
        interactive: contentHeight > height
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: stack

            width: parent.width
            bottomPadding: 16
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
            Row {
                width: parent.width

                Question {
                    width: parent.width - 230
                    text: qsTr("I hold the tablet in my")

                    Segmented {
                        objectName: "hand"
                        labels: [qsTr("left hand"), qsTr("right hand")]
                        current: root.choices.hand === ScreenChoices.LeftHand ? 0 : 1
                        onChosen: (index) => root.choices.hand = index === 0 ? ScreenChoices.LeftHand : ScreenChoices.RightHand
                    }
                }
                Question {
                    width: 230
                    visible: root.desk.enrolled
                    text: qsTr("Who may open it")

                    Btn {
                        objectName: "lockSettings"
                        kind: Btn.Outline
                        iconName: "lock"
                        text: qsTr("PIN and lock")
                        onClicked: root.lockOpened()
                    }
                }
            }
            Column {
                width: parent.width
                visible: root.desk.enrolled
                spacing: 16

                UpkeepAction {
                    objectName: "carryOut"
                    width: parent.width
                    title: qsTr("No network any more")
                    meaning: qsTr("Writes what the office does not have yet into a file. The office alone can read it. Somebody brings it there; everything stays on this tablet too.")
                    action: qsTr("Write the file")
                    iconName: "file-description"
                    free: upkeep.state === UpkeepModel.Idle
                    onActed: upkeep.carryOut()
                }
                UpkeepAction {
                    objectName: "letGo"
                    width: parent.width
                    title: qsTr("Make room")
                    meaning: qsTr("Removes photos and files from this tablet that the office has. What was not sent stays.")
                    action: qsTr("Remove sent files")
                    iconName: "database"
                    free: upkeep.state === UpkeepModel.Idle
                    onActed: upkeep.letGo()
                }
                TitledText {
                    width: parent.width
                    title: qsTr("This tablet")
                    text: upkeep.whose
                }
                Phrase {
                    width: parent.width
                    text: qsTr("What is saved here is locked with a key that lies in a file on this tablet. Keep the tablet itself locked.")
                    textStyle: Theme.support
                    color: Theme.colors.inkMuted
                    wrapMode: Text.Wrap
                }
            }
        }
    }
    Banner {
        id: said

        objectName: "said"
        anchors.bottom: parent.bottom
        width: parent.width
        text: upkeep.said
        tone: upkeep.failed ? Banner.Warning : upkeep.state === UpkeepModel.Idle ? Banner.Success : Banner.Info
    }
}
