pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The inbox, which is no alarm, and what the words mean.
Item {
    id: root

    required property ReceiptsModel receipts
    required property SyncModel sync
    // What the words mean gives way to what asks for a hand.
    readonly property bool fits: implicitHeight <= height

    signal conflictOpened
    signal fixOpened(string recordId, string counter)

    implicitHeight: inbox.height + 12 + key.height + 12

    Flickable {
        anchors.top: parent.top
        anchors.bottom: root.fits ? key.top : parent.bottom
        anchors.bottomMargin: root.fits ? 12 : 0
        width: parent.width
        contentHeight: inbox.height
        interactive: contentHeight > height
        clip: interactive
        boundsBehavior: Flickable.StopAtBounds

        Column {
            id: inbox

            width: parent.width
            spacing: 12

            Banner {
                width: parent.width
                tone: Banner.Danger
                text: root.receipts.problem
            }
            Banner {
                width: parent.width
                tone: Banner.Warning
                iconName: "key"
                text: root.sync.state === SyncModel.SignInAgain ? root.sync.sentence : ""
            }
            SectionHead {
                width: parent.width
                visible: root.sync.conflicts > 0
                title: qsTr("Two versions")
                count: root.sync.conflicts
            }
            Btn {
                objectName: "openConflict"
                width: parent.width
                visible: root.sync.conflicts > 0
                kind: Btn.Outline
                iconName: "arrows-split-2"
                text: qsTr("Choose what is true")
                onClicked: root.conflictOpened()
            }
            SectionHead {
                width: parent.width
                visible: root.receipts.sentBack.count > 0
                title: qsTr("Sent back to you")
                count: root.receipts.sentBack.count
            }
            Repeater {
                model: root.receipts.sentBack

                SentBackCard {
                    required property string counter
                    required property string recordId

                    objectName: "sentBack:" + title
                    width: inbox.width
                    onFixed: root.fixOpened(recordId, counter)
                    onHandedOver: root.receipts.handOver(counter)
                    onLetGo: root.receipts.letGo(counter)
                }
            }
            SectionHead {
                width: parent.width
                visible: root.receipts.asked.count > 0
                title: qsTr("Please look again")
                count: root.receipts.asked.count
            }
            Repeater {
                model: root.receipts.asked

                SentBackCard {
                    required property string recordId

                    objectName: "asked:" + title
                    width: inbox.width
                    asked: true
                    onFixed: root.fixOpened(recordId, "")
                }
            }
            Repeater {
                model: root.receipts.erased

                Banner {
                    required property string recordId
                    required property string sentence

                    objectName: "erased:" + recordId
                    width: inbox.width
                    text: sentence
                    dismissable: true
                    onDismissed: root.receipts.putAway(recordId)
                }
            }
        }
    }
    Card {
        id: key

        visible: root.fits
        anchors.bottom: parent.bottom
        width: parent.width
        height: words.height + 24

        Column {
            id: words

            width: parent.width - 32
            anchors.left: parent.left
            anchors.leftMargin: 16
            y: 12
            spacing: 5

            StageWord {
                width: parent.width
                word: qsTr("Saved here")
                meaning: qsTr("on this tablet")
            }
            StageWord {
                width: parent.width
                word: qsTr("Uploaded")
                meaning: qsTr("the office has it")
            }
            StageWord {
                width: parent.width
                word: qsTr("Applied")
                meaning: qsTr("everyone can see it")
            }
            StageWord {
                width: parent.width
                word: qsTr("Reviewed")
                meaning: qsTr("a coordinator read it")
            }
        }
    }
}
