import QtQuick
import Rapport
import Rapport.Desk

// The only place that says how data is doing. The same place on every screen.
Press {
    id: root

    required property int stage  // a state of SyncModel
    required property string word
    required property string detail
    readonly property color inkNow: swapped ? Theme.colors.card : Theme.colors.ink
    readonly property color toneColor: swapped ? Theme.colors.card
        : stage === SyncModel.TabletFull ? Theme.colors.dangerText
        : stage === SyncModel.SentBack || stage === SyncModel.SignInAgain ? Theme.colors.warningText
        : stage === SyncModel.TwoVersions ? Theme.colors.conflictText
        : stage === SyncModel.Sending ? Theme.colors.infoText
        : stage === SyncModel.NoConnection ? Theme.colors.inkMuted : Theme.colors.successText

    text: word + " · " + detail
    corner: 28
    swaps: true
    leftPadding: 16
    rightPadding: 20
    iconName: stage === SyncModel.TabletFull ? "alert-triangle"
        : stage === SyncModel.SentBack ? "arrow-back-up"
        : stage === SyncModel.TwoVersions ? "arrows-split-2"
        : stage === SyncModel.SignInAgain ? "key"
        : stage === SyncModel.Sending ? "cloud-upload"
        : stage === SyncModel.Waiting ? "device-tablet-check"
        : stage === SyncModel.NoConnection ? "cloud-off" : "cloud-check"

    contentItem: Row {
        spacing: 10

        Icon {
            name: root.iconName
            color: root.toneColor
            anchors.verticalCenter: parent.verticalCenter
        }
        Row {
            spacing: 6
            anchors.verticalCenter: parent.verticalCenter

            Phrase {
                text: root.word
                textStyle: Theme.controlStrong
                color: root.inkNow
            }
            Phrase {
                text: "·"
                textStyle: Theme.control
                color: root.swapped ? Theme.colors.card : Theme.colors.inkMuted
            }
            Phrase {
                text: root.detail
                textStyle: Theme.control
                color: root.inkNow
                font.weight: Font.Normal
            }
        }
    }
}
