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
    readonly property bool upright: width < 840
    readonly property real margin: upright ? 20 : 24

    signal finished
    signal syncOpened

    color: Theme.colors.page

    RecordForm {
        id: form

        desk: root.desk
        recordId: root.recordId
        counter: root.counter
        onDone: root.finished()
    }
    TaskBar {
        id: bar

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: root.margin
        anchors.rightMargin: root.margin
        leaveIcon: "x"
        leaveName: qsTr("Close without saving")
        title: form.title
        subtitle: form.subtitle
        sync: root.sync
        onFinished: root.finished()
        onSyncOpened: root.syncOpened()
    }
    Column {
        id: notices

        anchors.top: bar.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(bar.width, 860)
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
    }
    ListView {
        id: fields

        anchors.top: notices.bottom
        anchors.topMargin: 12
        anchors.bottom: save.top
        anchors.bottomMargin: 16
        anchors.horizontalCenter: parent.horizontalCenter
        width: notices.width
        clip: true
        spacing: 18
        model: form.fields
        boundsBehavior: Flickable.StopAtBounds

        delegate: FieldEditor {
            required property string field

            objectName: "edit:" + field
            width: ListView.view.width
            aimed: form.fieldToFix === field
            onTyped: (text) => form.enter(field, text)
            onDayOpened: daySheet.openFor(field)
        }
    }
    Btn {
        id: save

        objectName: "saveRecord"
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 24
        anchors.right: notices.right
        implicitHeight: 72
        leftPadding: 34
        rightPadding: 34
        iconName: "check"
        textStyle: Theme.figure
        enabled: form.edited > 0
        text: root.counter !== "" ? qsTr("Save and send again") : qsTr("Save")
        onClicked: form.save()
    }
    DaySheet {
        id: daySheet

        property string field

        function openFor(name: string) {
            field = name;
            open = true;
        }

        title: qsTr("Which day?")
        today: root.desk.today()
        locale: root.desk.choices.locale
        onClosed: open = false
        onPicked: (day) => form.enterDay(field, day)
    }
}
