import QtQuick
import Rapport

// Something to know that stays until it is solved: what happened, what is safe, what to do.
Rectangle {
    id: root

    enum Tone { Info, Danger, Conflict, Warning, Success }

    required property string text
    property string title  // what happened, in a few bold words before the rest
    property string iconName: tone === Banner.Danger ? "alert-triangle" : tone === Banner.Conflict ? "arrows-split-2" : tone === Banner.Success ? "check" : "alert-circle"
    property int tone: Banner.Info
    property bool dismissable: false
    readonly property color inkColor: tone === Banner.Danger ? Theme.colors.dangerTintInk
        : tone === Banner.Conflict ? Theme.colors.conflictTintInk
        : tone === Banner.Success ? Theme.colors.successTintInk
        : tone === Banner.Warning ? Theme.colors.warningTintInk : Theme.colors.infoTintInk

    signal dismissed

    implicitHeight: visible ? Math.max(64, words.implicitHeight + 24) : 0
    visible: text !== ""
    radius: Theme.radiusCard
    color: tone === Banner.Danger ? Theme.colors.dangerTint
        : tone === Banner.Conflict ? Theme.colors.conflictTint
        : tone === Banner.Success ? Theme.colors.successTint
        : tone === Banner.Warning ? Theme.colors.warningTint : Theme.colors.infoTint
    border.width: Theme.sun ? 2 : 0
    border.color: inkColor
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title === "" ? text : title + " " + text

    Icon {
        id: icon

        anchors.left: parent.left
        anchors.leftMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        name: root.iconName
        size: 28
        color: root.inkColor
    }
    Column {
        id: words

        anchors.left: icon.right
        anchors.leftMargin: 14
        anchors.right: close.left
        anchors.rightMargin: root.dismissable ? 8 : 18
        anchors.verticalCenter: parent.verticalCenter

        Phrase {
            width: parent.width
            visible: root.title !== ""
            text: root.title
            textStyle: Theme.label
            line: 24
            color: root.inkColor
            wrapMode: Text.Wrap
        }
        Phrase {
            width: parent.width
            text: root.text
            line: 24
            color: root.inkColor
            wrapMode: Text.Wrap
        }
    }
    IconBtn {
        id: close

        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        visible: root.dismissable
        width: visible ? 56 : 0
        outlined: false
        iconName: "x"
        inkColor: root.inkColor
        text: qsTr("Close")
        onClicked: root.dismissed()
    }
}
