import QtQuick
import Rapport
import Rapport.Desk

// What a declared form lays over itself: a row of a field, all choices of one, and days.
Item {
    id: root

    required property RecordForm form
    required property FrontDesk desk

    function openDay(field: string) {
        daySheet.field = field;
        daySheet.open = true;
    }
    function openChoices(field: string) {
        form.openChoices(field);
        choiceSheet.open = true;
    }

    RowSheet {
        form: root.form
        onDayOpened: (field) => root.openDay(field)
        onChoicesOpened: (field) => root.openChoices(field)
    }
    ChoiceSheet {
        id: choiceSheet

        z: 12
        title: root.form.choicesTitle
        choices: root.form.choices
        addLabel: root.form.choicesTakeWords ? qsTr("Add") : ""
        single: !root.form.choosesMany
        onClosed: open = false
        onPicked: (name) => root.form.choose(name)
        onAdded: (words) => root.form.choose(words)
    }
    DaySheet {
        id: daySheet

        property string field

        z: 12
        title: qsTr("Which day?")
        today: root.desk.today()
        locale: root.desk.choices.locale
        onClosed: open = false
        onPicked: (day) => root.form.enterDay(field, day)
    }
}
