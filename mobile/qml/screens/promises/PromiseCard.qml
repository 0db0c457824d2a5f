import QtQuick
import Rapport

// A promise with its thread, and the one tap that moves it on.
Card {
    id: root

    required property string text
    required property string partner
    required property string due
    required property int tone
    required property int bead
    required property bool ours
    required property string ending
    required property string who
    required property bool twoVersions
    property bool upright: false

    signal kept
    signal told
    signal conflictOpened

    implicitHeight: upright ? 186 : 112

    Column {
        anchors.left: parent.left
        anchors.leftMargin: 20
        y: root.upright ? 14 : (parent.height - height) / 2
        width: root.upright ? parent.width - 40 : parent.width * 0.42

        Phrase {
            width: parent.width
            text: root.text
            textStyle: Theme.label
            line: 24
            wrapMode: Text.Wrap
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Phrase {
            width: parent.width
            text: root.who === "" ? root.partner : qsTr("%1 · %2").arg(root.partner).arg(root.who)
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
        }
        Item {
            width: 1
            height: 6
        }
        Row {
            width: parent.width
            spacing: 8

            Chip {
                small: true
                text: root.ending !== "" ? root.ending : root.due
                tone: root.tone === 2 ? Chip.Warning : root.tone === 1 ? Chip.Accent : Chip.Plain
            }
            Chip {
                small: true
                visible: root.twoVersions
                text: qsTr("Two versions")
                iconName: "arrows-split-2"
                tone: Chip.Conflict
            }
        }
    }
    Thread {
        anchors.left: parent.left
        anchors.leftMargin: root.upright ? 10 : parent.width * 0.45
        y: root.upright ? 106 : 28
        width: root.upright ? parent.width - action.width - 40 : parent.width * 0.55 - action.width - 40
        visible: root.ending === ""
        labels: [qsTr("Promised"), qsTr("Doing"), qsTr("Kept"), qsTr("Told back")]
        done: root.bead
        showNow: true
    }
    Btn {
        id: action

        objectName: root.twoVersions ? "choose" : root.bead === 3 ? "tellKept" : "keepIt"
        anchors.right: parent.right
        anchors.rightMargin: 18
        y: root.upright ? 106 : (parent.height - height) / 2
        width: 150
        implicitHeight: 56
        leftPadding: 12
        rightPadding: 12
        visible: root.ending === "" && root.bead < 4
        kind: root.twoVersions ? Btn.Outline : Btn.Tonal
        text: root.twoVersions ? qsTr("Pick one") : root.bead === 3 ? qsTr("Told them") : root.ours ? qsTr("Kept") : qsTr("They kept it")
        onClicked: root.twoVersions ? root.conflictOpened() : root.bead === 3 ? root.told() : root.kept()
    }
}
