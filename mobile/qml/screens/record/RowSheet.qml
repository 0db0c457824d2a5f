import QtQuick
import Rapport
import Rapport.Desk

// One row of a field, cell by cell. What is entered is kept at once; closing only goes back.
Sheet {
    id: root

    required property RecordForm form

    signal dayOpened(string field)
    signal choicesOpened(string field)

    title: form.rowTitle
    open: form.rowOpen
    bodyHeight: Math.min(620, cells.height + 96)
    onClosed: form.closeRow()

    Flickable {
        id: scroller

        anchors.top: parent.top
        anchors.bottom: done.top
        anchors.bottomMargin: 16
        width: parent.width
        contentHeight: cells.height
        interactive: contentHeight > height
        clip: true
        boundsBehavior: Flickable.StopAtBounds

        FormFields {
            id: cells

            x: 2
            width: parent.width - 4
            form: root.form
            fields: root.form.cells
            prefix: "cell:"
            seenFrom: scroller.contentY
            seenTo: scroller.contentY + scroller.height
            onDayOpened: (field) => root.dayOpened(field)
            onChoicesOpened: (field) => root.choicesOpened(field)
        }
    }
    Btn {
        objectName: "takeRowAway"
        anchors.left: parent.left
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 12
        implicitHeight: 60
        kind: Btn.Ghost
        iconName: "trash"
        text: qsTr("Take away")
        onClicked: root.form.takeRowAway()
    }
    Btn {
        id: done

        objectName: "rowDone"
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.bottomMargin: 12
        implicitHeight: 60
        iconName: "check"
        text: qsTr("Done")
        onClicked: root.form.closeRow()
    }
}
