pragma ComponentBehavior: Bound

import QtQuick
import Rapport
import Rapport.Desk

// The editors of a declared form, or of one of its rows, one under another with their headings.
Column {
    id: root

    required property RecordForm form
    required property RowList fields
    property string prefix: "edit:"
    property real seenFrom: 0  // what part of it is in sight
    property real seenTo: height

    signal dayOpened(string field)
    signal choicesOpened(string field)
    signal rowOpened(string field, string key)

    spacing: 22

    Repeater {
        model: root.fields

        Column {
            id: one

            required property string field
            required property string heading
            required property string label
            required property string hint
            required property string kind
            required property string shape
            required property string entered
            required property string words
            required property var options
            required property bool many
            required property var items
            required property bool editable
            required property bool missing
            required property string error

            objectName: root.prefix + field
            width: root.width
            spacing: 8

            Item {
                width: parent.width
                height: 44
                visible: one.heading !== ""

                SectionHead {
                    anchors.left: parent.left
                    anchors.bottom: parent.bottom
                    title: one.heading
                }
            }
            FieldHead {
                width: parent.width
                label: one.label
                hint: one.hint
                missing: one.missing
            }
            FieldEditor {
                width: parent.width
                visible: one.shape === "plain" || (one.items.length === 0 && !one.editable)
                label: one.label
                kind: one.kind
                entered: one.entered
                words: one.words
                options: one.options
                many: one.many
                editable: one.editable && one.shape === "plain"
                error: one.error
                inSight: one.y + one.height > root.seenFrom && one.y < root.seenTo
                aimed: root.form.fieldToFix === one.field
                onTyped: (text) => root.form.enter(one.field, text)
                onDayOpened: root.dayOpened(one.field)
                onChoicesOpened: root.choicesOpened(one.field)
            }
            SetEditor {
                width: parent.width
                visible: one.shape === "set" && (one.editable || one.items.length > 0)
                kind: one.kind
                options: visible ? one.options : []
                many: one.many
                items: visible ? one.items : []
                editable: one.editable
                onTurned: (element) => root.form.turn(one.field, element)
                onChoicesOpened: root.choicesOpened(one.field)
            }
            RowsEditor {
                width: parent.width
                visible: one.shape === "rows" && (one.editable || one.items.length > 0)
                items: visible ? one.items : []
                editable: one.editable
                onOpened: (key) => root.rowOpened(one.field, key)
            }
        }
    }
}
