import QtQuick
import Rapport

// What they asked, what we answer, and the one tap that says they were told.
VoiceCard {
    id: root

    required property string youSaid
    required property string weDid
    property bool canTell: true

    signal told

    implicitHeight: Math.max(84, words.implicitHeight + 28)

    Column {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: 18
        anchors.right: tell.left
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        spacing: 2

        Phrase {
            width: parent.width
            text: qsTr("“%1”").arg(root.youSaid)
            textStyle: Theme.voiceSmall
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        Phrase {
            width: parent.width
            text: root.weDid
            textStyle: Theme.controlStrong
            line: 24
            color: Theme.colors.primaryText
            wrapMode: Text.Wrap
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    }
    Btn {
        id: tell

        objectName: "tell"
        anchors.right: parent.right
        anchors.rightMargin: 12
        anchors.verticalCenter: parent.verticalCenter
        visible: root.canTell
        width: visible ? implicitWidth : 0
        implicitHeight: 56
        leftPadding: 16
        rightPadding: 16
        kind: Btn.Tonal
        textStyle: Theme.controlStrong
        text: qsTr("Told them")
        onClicked: root.told()
    }
}
