import QtQuick
import Rapport
import Rapport.Desk

// The photos and files of a record, for everybody who may add one, whatever else they may change of it.
Rectangle {
    id: root

    required property FrontDesk desk
    required property SyncModel sync
    property string recordId
    readonly property real margin: width < 840 ? 20 : 24

    signal finished
    signal syncOpened
    signal described(string recordId)

    color: Theme.colors.page

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
        title: qsTr("Photos and files")
        subtitle: files.about
        sync: root.sync
        onFinished: root.finished()
        onSyncOpened: root.syncOpened()
    }
    Flickable {
        anchors.top: bar.bottom
        anchors.topMargin: 12
        anchors.bottom: parent.bottom
        anchors.left: bar.left
        anchors.right: bar.right
        contentHeight: recordFiles.height + 24
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        RecordFiles {
            id: recordFiles

            width: parent.width
            headed: false
            files: files
            onOpened: (index) => gallery.show(index)
            onSignatureAsked: signature.open = true
        }
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
