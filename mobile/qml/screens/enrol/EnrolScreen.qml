import QtQuick
import Rapport
import Rapport.Desk

// A tablet that is nobody's yet: the link or code from the office makes it somebody's.
Rectangle {
    id: root

    required property FrontDesk desk
    readonly property bool mayType: enrolling.state !== EnrolModel.Working

    signal settingsOpened

    color: Theme.colors.page

    EnrolModel {
        id: enrolling

        desk: root.desk
    }
    IconBtn {
        objectName: "enrolSettings"
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: 16
        iconName: "language"
        text: qsTr("Language and colours")
        onClicked: root.settingsOpened()
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 48, 640)
        spacing: 20

        Row {
            width: parent.width
            spacing: 20

            LogoMark {
                size: 72
            }
            Column {
                width: parent.width - 92
                anchors.verticalCenter: parent.verticalCenter

                Phrase {
                    width: parent.width
                    text: qsTr("Rapport")
                    textStyle: Theme.display
                }
                Phrase {
                    width: parent.width
                    text: qsTr("Keeping what we promise")
                    color: Theme.colors.inkMuted
                }
            }
        }
        Banner {
            objectName: "whyCleared"
            width: parent.width
            text: root.desk.whyCleared
        }
        EnrolWords {
            width: parent.width
            visible: enrolling.state === EnrolModel.Waiting
            words: enrolling.words
            onGaveUp: enrolling.giveUp()
        }
        Card {
            width: parent.width
            height: form.implicitHeight + 52
            visible: enrolling.state !== EnrolModel.Waiting

            Column {
                id: form

                anchors.left: parent.left
                anchors.leftMargin: 26
                y: 26
                width: parent.width - 52
                spacing: 14

                Phrase {
                    width: parent.width
                    text: qsTr("Make this tablet yours")
                    textStyle: Theme.title2
                    Accessible.role: Accessible.Heading
                }
                Phrase {
                    width: parent.width
                    text: qsTr("Ask your coordinator for a link or a code. Paste the link or type the code here. This needs a connection, once.")
                    color: Theme.colors.inkMuted
                    wrapMode: Text.Wrap
                }
                Phrase {
                    width: parent.width
                    text: qsTr("Link or code")
                    textStyle: Theme.label
                }
                LineField {
                    id: code

                    objectName: "enrolCode"
                    width: parent.width
                    focus: true
                    enabled: root.mayType
                    wrong: enrolling.problem !== ""
                    hint: qsTr("For example K7Q2M-9TXWA-…")
                    Accessible.name: qsTr("Link or code")
                    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase
                    onEdited: (text) => enrolling.code = text
                    onAccepted: enrolling.asksOffice ? office.forceActiveFocus() : enrolling.enrol()
                }
                Phrase {
                    width: parent.width
                    visible: enrolling.asksOffice
                    text: qsTr("Address of the office")
                    textStyle: Theme.label
                }
                LineField {
                    id: office

                    objectName: "enrolOffice"
                    width: parent.width
                    visible: enrolling.asksOffice
                    enabled: root.mayType
                    wrong: enrolling.problem !== ""
                    hint: qsTr("It stands beside the code, like office.example.org")
                    Accessible.name: qsTr("Address of the office")
                    inputMethodHints: Qt.ImhNoPredictiveText | Qt.ImhNoAutoUppercase | Qt.ImhUrlCharactersOnly
                    onEdited: (text) => enrolling.office = text
                    onAccepted: enrolling.enrol()
                }
                Banner {
                    width: parent.width
                    tone: Banner.Danger
                    text: enrolling.problem
                }
                Btn {
                    objectName: "enrol"
                    width: parent.width
                    implicitHeight: 72
                    enabled: enrolling.state === EnrolModel.Ready
                    iconName: "device-tablet-check"
                    text: enrolling.state === EnrolModel.Working ? qsTr("Talking to the office") : qsTr("Begin")
                    onClicked: enrolling.enrol()
                }
            }
        }
        Phrase {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Everything you write stays on this tablet until the office has it.")
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            wrapMode: Text.Wrap
        }
    }
}
