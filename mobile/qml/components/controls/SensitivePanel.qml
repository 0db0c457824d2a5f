import QtQuick
import Rapport

// A worry about somebody's safety goes to few eyes. Says whose.
Rectangle {
    id: root

    required property bool on
    // Does the office have keys that what is saved can be sealed to?
    required property bool sealing

    signal switched(bool on)

    implicitHeight: Math.max(100, words.implicitHeight + 28)
    radius: Theme.radiusCard
    color: on ? Theme.colors.sensitiveTint : Theme.colors.card
    border.width: on ? Theme.edgeSelected : Theme.edgeControl
    border.color: on ? Theme.colors.sensitive : Theme.colors.hairline

    WaxMark {
        id: wax

        anchors.left: parent.left
        anchors.leftMargin: 16
        anchors.verticalCenter: parent.verticalCenter
        on: root.on
    }
    Column {
        id: words

        anchors.left: wax.right
        anchors.leftMargin: 16
        anchors.right: toggle.left
        anchors.rightMargin: 16
        anchors.verticalCenter: parent.verticalCenter

        Phrase {
            width: parent.width
            text: qsTr("Safety worry")
            wrapMode: Text.Wrap
            textStyle: Theme.title3
            font.pixelSize: 19
            font.weight: Font.Bold
            line: 24
            color: root.on ? Theme.colors.sensitiveTintInk : Theme.colors.ink
        }
        Phrase {
            width: parent.width
            text: root.sealing ? (root.on ? qsTr("It is sealed as you save it. Only the safety leads can read it.")
                    : qsTr("Is somebody unsafe? Turn this on, and only the safety leads can read it."))
                : (root.on ? qsTr("It is shown to the safety leads alone, but not sealed yet: the office lacks their keys.")
                    : qsTr("Is somebody unsafe? Turn this on. It is shown to the safety leads alone, but not sealed yet: the office lacks their keys."))
            textStyle: Theme.support
            color: root.on ? Theme.colors.sensitiveTintInk : Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
    }
    SealSwitch {
        id: toggle

        objectName: "sensitive"
        anchors.right: parent.right
        anchors.rightMargin: 18
        anchors.verticalCenter: parent.verticalCenter
        on: root.on
        text: qsTr("This is a safety worry")
        onClicked: root.switched(!root.on)
    }
}
