import QtQuick
import Rapport
import Rapport.Desk

// Paper over the whole screen to sign on; what is signed becomes a file of the record.
Rectangle {
    id: root

    required property FilesModel files
    property bool open: false

    signal closed

    visible: open
    color: Theme.colors.page
    z: 12
    Accessible.role: Accessible.Dialog
    Accessible.name: title.text
    onOpenChanged: pad.clear()

    // Nothing behind is touched through it.
    TapHandler {}
    IconBtn {
        id: close

        objectName: "closeSignature"
        anchors.left: parent.left
        anchors.leftMargin: 24
        y: 12
        iconName: "x"
        text: qsTr("Close without saving")
        onClicked: root.closed()
    }
    Column {
        anchors.left: close.right
        anchors.leftMargin: 12
        anchors.right: parent.right
        anchors.rightMargin: 24
        anchors.verticalCenter: close.verticalCenter

        Phrase {
            id: title

            width: parent.width
            text: qsTr("Signature")
            textStyle: Theme.barTitle
            Accessible.role: Accessible.Heading
        }
        Phrase {
            width: parent.width
            text: root.files.about
            textStyle: Theme.support
            color: Theme.colors.inkMuted
            elide: Text.ElideRight
            mayElide: "the screen behind has the whole"
        }
    }
    Card {
        id: paper

        anchors.top: close.bottom
        anchors.topMargin: 12
        anchors.bottom: clear.top
        anchors.bottomMargin: 16
        anchors.left: parent.left
        anchors.leftMargin: 24
        anchors.right: parent.right
        anchors.rightMargin: 24

        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: 48
            y: Math.round(parent.height * 0.72)
            height: Theme.sun ? 2 : 1
            color: Theme.colors.control
        }
        Phrase {
            anchors.left: parent.left
            anchors.leftMargin: 48
            y: Math.round(parent.height * 0.72) + 8
            visible: pad.blank
            text: qsTr("Sign here with a finger")
            textStyle: Theme.support
            color: Theme.colors.inkMuted
        }
        InkPad {
            id: pad

            objectName: "inkPad"
            anchors.fill: parent
            ink: Theme.colors.ink
            Accessible.name: title.text
        }
    }
    Btn {
        id: clear

        objectName: "clearSignature"
        anchors.left: paper.left
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        kind: Btn.Outline
        iconName: "refresh"
        enabled: !pad.blank
        text: qsTr("Begin again")
        onClicked: pad.clear()
    }
    Btn {
        objectName: "saveSignature"
        anchors.right: paper.right
        anchors.verticalCenter: clear.verticalCenter
        implicitHeight: 72
        leftPadding: 34
        rightPadding: 34
        iconName: "check"
        textStyle: Theme.figure
        enabled: !pad.blank
        text: qsTr("Save")
        onClicked: {
            root.files.addSignature(pad.png());
            root.closed();
        }
    }
}
