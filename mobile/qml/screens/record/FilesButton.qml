import QtQuick
import Rapport
import Rapport.Desk

// The way to the photos and files of a record, and how many there are.
Btn {
    id: root

    required property FrontDesk desk
    required property string recordId

    signal opened(string recordId)

    objectName: "openFiles"
    visible: files.takesFiles || files.files.count > 0
    kind: Btn.Outline
    iconName: "photo"
    text: files.files.count > 0 ? qsTr("Photos and files · %1").arg(files.files.count) : qsTr("Photos and files")
    onClicked: opened(recordId)

    FilesModel {
        id: files

        desk: root.desk
        recordId: root.recordId
    }
}
