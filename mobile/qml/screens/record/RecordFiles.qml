pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The photos and papers of a record, and the ways to add one.
Column {
    id: root

    required property FilesModel files
    property bool headed: true
    readonly property int columns: Math.max(1, Math.floor((width + spacing) / 380))

    signal opened(int index)
    signal signatureAsked

    spacing: 12

    SectionHead {
        width: parent.width
        visible: root.headed
        title: qsTr("Photos and files")
        count: root.files.files.count > 0 ? root.files.files.count : ""
    }
    Banner {
        objectName: "filesProblem"
        width: parent.width
        tone: Banner.Danger
        dismissable: true
        text: root.files.problem
        onDismissed: root.files.dismissProblem()
    }
    Banner {
        objectName: "filesCaution"
        width: parent.width
        dismissable: true
        text: root.files.caution
        onDismissed: root.files.putAway()
    }
    Flow {
        width: parent.width
        visible: root.files.takesFiles && root.files.places.count > 1
        spacing: 8

        Repeater {
            model: root.files.places

            Pick {
                required property string field
                required property string label

                objectName: "filePlace:" + field
                text: label
                on: root.files.place === field
                onClicked: root.files.place = field
            }
        }
    }
    Flow {
        width: parent.width
        visible: root.files.takesFiles
        spacing: 12

        Btn {
            objectName: "takePhoto"
            visible: root.files.hasCamera
            kind: Btn.Tonal
            iconName: "camera"
            text: qsTr("Take a photo")
            onClicked: root.files.takePhoto()
        }
        Btn {
            objectName: "addFile"
            visible: root.files.canChoose
            kind: root.files.hasCamera ? Btn.Outline : Btn.Tonal
            iconName: "plus"
            text: qsTr("Add photo or file")
            onClicked: root.files.choose()
        }
        Btn {
            objectName: "addSignature"
            kind: Btn.Outline
            iconName: "signature"
            text: qsTr("Signature")
            onClicked: root.signatureAsked()
        }
    }
    Phrase {
        width: parent.width
        visible: root.files.takesFiles && !root.files.hasCamera
        text: root.files.canChoose ? qsTr("Rapport takes no photos on this device. Choose a picture that was taken, or drop it on this screen.")
            : qsTr("Rapport takes no photos on this device and has no list of files here. Drop a picture or file on this screen.")
        textStyle: Theme.support
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
    Phrase {
        width: parent.width
        visible: root.files.saving
        text: qsTr("Saving here")
        textStyle: Theme.supportStrong
    }
    Phrase {
        width: parent.width
        visible: root.files.takesFiles && root.files.files.count === 0
        text: qsTr("What is added shows here with how far it has come. Of a photo the place and time are taken out.")
        textStyle: Theme.support
        color: Theme.colors.inkMuted
        wrapMode: Text.Wrap
    }
    Flow {
        width: parent.width
        spacing: root.spacing

        Repeater {
            model: root.files.files

            FileLine {
                required property int index

                width: Math.floor((root.width - (root.columns - 1) * root.spacing) / root.columns)
                onClicked: root.opened(index)
            }
        }
    }
}
