import QtQuick
import QtQuick.Layouts
import Rapport

// What can be taken down at any moment.
Item {
    id: root

    property bool upright: false
    property bool volunteer: false
    readonly property real padding: upright ? 8 : 22

    signal feedbackOpened
    signal promiseOpened
    signal quoteOpened
    signal countOpened

    implicitHeight: 96

    RowLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        spacing: 12

        Phrase {
            Layout.preferredWidth: 112
            visible: !root.upright
            text: qsTr("Capture now")
            textStyle: Theme.supportStrong
            color: Theme.colors.inkMuted
        }
        Btn {
            objectName: "captureFeedback"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            leftPadding: root.padding
            rightPadding: root.padding
            iconSize: 28
            kind: Btn.Capture
            iconName: "message-circle"
            text: qsTr("Feedback")
            onClicked: root.feedbackOpened()
        }
        Btn {
            objectName: "capturePromise"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            leftPadding: root.padding
            rightPadding: root.padding
            iconSize: 28
            kind: Btn.Capture
            iconName: "heart-handshake"
            text: qsTr("Promise")
            onClicked: root.promiseOpened()
        }
        Btn {
            objectName: "captureQuote"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            leftPadding: root.padding
            rightPadding: root.padding
            iconSize: 28
            visible: !root.volunteer
            kind: Btn.Capture
            iconName: "quote"
            text: qsTr("Quote")
            onClicked: root.quoteOpened()
        }
        Btn {
            objectName: "captureCount"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            leftPadding: root.padding
            rightPadding: root.padding
            iconSize: 28
            kind: Btn.Capture
            iconName: "users-group"
            text: qsTr("Count")
            onClicked: root.countOpened()
        }
    }
}
