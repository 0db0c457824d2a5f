import QtQuick
import Rapport

// What the office sent back, its reason, and the one button that opens it. Nothing is deleted.
Card {
    id: root

    required property string iconName
    required property string title
    required property string when
    required property string reason
    required property bool quarantined
    // Nothing was sent back: somebody asks to look at it again.
    property bool asked: false

    signal fixed
    signal handedOver
    signal letGo

    implicitHeight: stack.implicitHeight + 30

    Column {
        id: stack

        anchors.left: parent.left
        anchors.leftMargin: 16
        y: 14
        width: parent.width - 32
        spacing: 10

        Item {
            width: parent.width
            height: Math.max(46, head.implicitHeight)

            Rectangle {
                id: badge

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                width: 44
                height: 44
                radius: 14
                color: Theme.colors.warningTint

                Icon {
                    anchors.centerIn: parent
                    name: root.iconName
                    color: Theme.colors.warningTintInk
                }
            }
            Column {
                id: head

                anchors.left: badge.right
                anchors.leftMargin: 12
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter

                Phrase {
                    width: parent.width
                    text: root.title
                    textStyle: Theme.label
                    line: 24
                    wrapMode: Text.Wrap
                }
                Phrase {
                    width: parent.width
                    text: root.when
                    textStyle: Theme.support
                    color: Theme.colors.inkMuted
                    wrapMode: Text.Wrap
                }
            }
        }
        Rectangle {
            width: parent.width
            height: why.implicitHeight + 20
            radius: Theme.radiusControl
            color: Theme.colors.warningTint
            border.width: Theme.sun ? 2 : 0
            border.color: Theme.colors.warning

            Phrase {
                id: why

                anchors.left: parent.left
                anchors.leftMargin: 14
                y: 10
                width: parent.width - 28
                text: root.reason
                textStyle: Theme.control
                font.weight: Font.Normal
                line: 23
                color: Theme.colors.warningTintInk
                wrapMode: Text.Wrap
            }
        }
        Item {
            width: parent.width
            height: 56

            Btn {
                objectName: root.asked ? "lookAgain" : "fix"
                anchors.left: parent.left
                anchors.right: root.asked ? parent.right : away.left
                anchors.rightMargin: root.asked ? 0 : 10
                implicitHeight: 56
                visible: !root.quarantined
                iconName: "pencil"
                text: root.asked ? qsTr("Open it") : qsTr("Fix and send")
                onClicked: root.fixed()
            }
            Btn {
                id: away

                objectName: "letGo"
                anchors.right: parent.right
                implicitHeight: 56
                visible: !root.asked
                leftPadding: 18
                rightPadding: 18
                kind: Btn.Outline
                text: qsTr("Put away")
                onClicked: root.letGo()
            }
        }
        Btn {
            objectName: "handOver"
            width: parent.width
            implicitHeight: 56
            visible: !root.quarantined && !root.asked
            kind: Btn.Outline
            iconName: "inbox"
            text: qsTr("Ask the coordinator")
            onClicked: root.handedOver()
        }
    }
}
