import QtQuick
import QtQuick.Layouts
import Rapport

// What can be taken down at any moment.
Item {
    id: root

    property bool upright: false
    property bool volunteer: false
    property bool pulsing: false  // there is a pulse to hand the tablet over for
    readonly property real padding: upright ? 6 : 22
    readonly property real iconSize: upright ? 24 : 28

    signal feedbackOpened
    signal promiseOpened
    signal quoteOpened
    signal countOpened
    signal kioskOpened

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
            iconSize: root.iconSize
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
            iconSize: root.iconSize
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
            iconSize: root.iconSize
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
            iconSize: root.iconSize
            kind: Btn.Capture
            iconName: "users-group"
            text: qsTr("Count")
            onClicked: root.countOpened()
        }
        Btn {
            objectName: "startKiosk"
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            leftPadding: root.padding
            rightPadding: root.padding
            iconSize: root.iconSize
            visible: root.pulsing && !root.volunteer
            kind: Btn.Capture
            iconName: "mood-heart"
            text: qsTr("Pulse")
            onClicked: root.kioskOpened()
        }
    }
}
