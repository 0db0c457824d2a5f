pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// Any record by its declaration: what came back, put right; or what has no screen of its own.
Rectangle {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    property string recordId
    property string counter
    property string typeName  // of a new record
    property string aboutId
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24
    readonly property bool withFiles: files.takesFiles || files.files.count > 0
    readonly property bool beside: withFiles && !upright
    readonly property real sideWidth: 396
    property bool following: false  // the files were asked for: what is added comes in sight
    readonly property real edge: 2  // of what lies at the rim of the clipped area

    signal finished
    signal syncOpened
    signal described(string recordId)

    function showFiles() {
        scroller.contentY = Math.max(0, Math.min(recordFiles.y, scroller.contentHeight - scroller.height));
    }

    color: Theme.colors.page

    RecordForm {
        id: form

        desk: root.desk
        recordId: root.recordId
        counter: root.counter
        typeName: root.typeName
        aboutId: root.aboutId
        onDone: root.finished()
    }
    FilesModel {
        id: files

        desk: root.desk
        recordId: root.recordId
    }
    TaskBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        leaveIcon: "x"
        leaveName: qsTr("Close, the draft stays")
        title: form.title
        subtitle: form.subtitle
        sync: root.sync
        onFinished: root.finished()
        onSyncOpened: root.syncOpened()
    }
    Column {
        id: notices

        anchors.top: bar.bottom
        anchors.left: bar.left
        anchors.leftMargin: root.beside ? 0 : (bar.width - width) / 2
        width: root.beside ? bar.width - root.sideWidth - 24 : Math.min(bar.width, 860)
        spacing: 12

        Banner {
            width: parent.width
            tone: Banner.Danger
            text: form.problem
        }
        Banner {
            width: parent.width
            tone: Banner.Warning
            iconName: "arrow-back-up"
            text: form.reason
        }
        Banner {
            width: parent.width
            tone: Banner.Warning
            iconName: "clock"
            text: form.notice
        }
    }
    Flickable {
        id: scroller

        anchors.top: notices.bottom
        anchors.topMargin: 12
        anchors.bottom: save.top
        anchors.bottomMargin: 16
        anchors.left: notices.left
        anchors.leftMargin: -root.edge
        width: notices.width + 2 * root.edge
        contentHeight: stack.height
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        onMovementStarted: root.following = false
        onContentHeightChanged: root.following && root.showFiles()

        Column {
            id: stack

            anchors.left: parent.left
            anchors.leftMargin: root.edge
            width: notices.width
            spacing: 22

            FormFields {
                width: parent.width
                form: form
                fields: form.fields
                seenFrom: scroller.contentY
                seenTo: scroller.contentY + scroller.height
                onDayOpened: (field) => sheets.openDay(field)
                onChoicesOpened: (field) => sheets.openChoices(field)
                onRowOpened: (field, key) => form.openRow(field, key)
            }
            Phrase {
                objectName: "missing"
                width: parent.width
                visible: text !== ""
                text: form.missing
                textStyle: Theme.support
                color: Theme.colors.inkMuted
                wrapMode: Text.Wrap
            }
        }
    }
    Flickable {
        anchors.top: bar.bottom
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        anchors.right: bar.right
        width: root.sideWidth
        visible: root.beside
        contentHeight: side.height
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        Item {
            id: side

            width: parent.width
            height: recordFiles.height
        }
    }
    RecordFiles {
        id: recordFiles

        // Below the fields, or beside them.
        parent: root.upright ? stack : side
        width: parent.width
        visible: root.withFiles
        files: files
        onOpened: (index) => gallery.show(index)
        onSignatureAsked: signature.open = true
    }
    Btn {
        objectName: "goToFiles"
        anchors.left: notices.left
        anchors.verticalCenter: save.verticalCenter
        visible: root.withFiles && root.upright
        kind: Btn.Outline
        iconName: "photo"
        text: files.files.count > 0 ? qsTr("Photos and files · %1").arg(files.files.count) : qsTr("Photos and files")
        onClicked: {
            root.following = true;
            root.showFiles();
        }
    }
    IconBtn {
        objectName: "throwAway"
        anchors.right: save.left
        anchors.rightMargin: 12
        anchors.verticalCenter: save.verticalCenter
        visible: form.begun
        iconName: "trash"
        text: qsTr("Throw away what was entered")
        onClicked: form.throwAway()
    }
    Btn {
        id: save

        objectName: "saveRecord"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        anchors.right: notices.right
        visible: form.mayEdit
        implicitHeight: 72
        leftPadding: 34
        rightPadding: 34
        iconName: "check"
        textStyle: Theme.figure
        enabled: form.edited > 0
        text: root.counter !== "" ? qsTr("Save and send again") : qsTr("Save")
        onClicked: form.save()
    }
    FormSheets {
        id: sheets

        anchors.fill: parent
        z: 10
        form: form
        desk: root.desk
    }
    DropPlace {
        anchors.fill: parent
        files: files
    }
    SignaturePage {
        id: signature

        anchors.fill: parent
        files: files
        onClosed: open = false
    }
    FileGallery {
        id: gallery

        anchors.fill: parent
        files: files
        onClosed: open = false
        onDescribed: (key) => root.described(key)
    }
}
