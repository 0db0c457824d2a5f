import QtQuick
import Rapport
import Rapport.Desk

// The only place that says how data is doing. The same place on every screen.
Press {
    id: root

    required property SyncModel sync
    readonly property int state_: sync.state
    readonly property color toneColor: state_ === SyncModel.TabletFull ? Theme.colors.dangerText
        : state_ === SyncModel.SentBack || state_ === SyncModel.SignInAgain ? Theme.colors.warningText
        : state_ === SyncModel.TwoVersions ? Theme.colors.conflictText
        : state_ === SyncModel.Sending ? Theme.colors.infoText
        : state_ === SyncModel.NoConnection ? Theme.colors.inkMuted : Theme.colors.successText

    text: sync.word + " · " + sync.detail
    corner: 28
    leftPadding: 16
    rightPadding: 20
    iconName: state_ === SyncModel.TabletFull ? "alert-triangle"
        : state_ === SyncModel.SentBack ? "arrow-back-up"
        : state_ === SyncModel.TwoVersions ? "arrows-split-2"
        : state_ === SyncModel.SignInAgain ? "key"
        : state_ === SyncModel.Sending ? "cloud-upload"
        : state_ === SyncModel.Waiting ? "device-tablet-check"
        : state_ === SyncModel.NoConnection ? "cloud-off" : "cloud-check"

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
                text: root.sync.word
                textStyle: Theme.controlStrong
            }
            Phrase {
                text: "·"
                textStyle: Theme.control
                color: Theme.colors.inkMuted
            }
            Phrase {
                text: root.sync.detail
                textStyle: Theme.control
                font.weight: Font.Normal
            }
        }
    }
}
