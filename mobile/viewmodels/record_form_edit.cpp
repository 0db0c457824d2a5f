#include <algorithm>

#include "mobile/viewmodels/form_fields.h"
#include "mobile/viewmodels/form_rows.h"
#include "mobile/viewmodels/record_form.h"
#include "mobile/viewmodels/value_words.h"

// What a finger enters in a declared form: fields, elements of sets, and the row that is open.

namespace rapport {

// The first field that may name the record which this one is about.
void RecordForm::fillInAbout() {
  if (reading_.aboutType.empty()) return;
  for (const FieldDeclaration& field : reading_.type->fields) {
    if (field.reference != reading_.aboutType || !reading_.mayEdit(field)) continue;
    if (field.rule == MergeRule::kUnion)
      filledIn_.join(toQt(field.name), aboutId(), {});
    else
      filledIn_.write(toQt(field.name), aboutId(), {});
    entered_ = filledIn_;
    return;
  }
}

const FieldDeclaration* RecordForm::fieldNamed(const QString& name) const {
  return reading_.type != nullptr ? reading_.type->field(name.toStdString()) : nullptr;
}

const FieldDeclaration* RecordForm::editorNamed(const QString& name) const {
  if (!rowOpen()) return fieldNamed(name);
  const FieldDeclaration* field = fieldNamed(openField_);
  return field != nullptr ? field->cell(name.toStdString()) : nullptr;
}

QString RecordForm::presentIn(const FieldDeclaration& editor) const {
  const Clock& clock = desk()->clock();
  if (!rowOpen()) return reading_.presentOf(editor, clock);
  return presentCell(reading_, *fieldNamed(openField_), openRow_, editor, clock);
}

void RecordForm::enter(const QString& field, const QString& entered) {
  const FieldDeclaration* editor = editorNamed(field);
  if (editor == nullptr) return;
  const QString present = presentIn(*editor);
  if (rowOpen()) {
    if (entered == entered_.row(openField_, openRow_).cells.value(field, present)) return;
    entered_.writeCell(openField_, openRow_, field, entered);
  } else {
    if (entered == entered_.text(field, present)) return;
    entered_.write(field, entered, present);
  }
  keep(editor->kind == FieldKind::kText || editor->kind == FieldKind::kLongText);
}

void RecordForm::enterDay(const QString& field, const QString& day) {
  const RowList& shown = rowOpen() ? cells_ : fields_;
  const QString time = shown.value(field, "entered").toString().section(QLatin1Char(' '), 1);
  const bool moment = shown.value(field, "kind").toString() == QLatin1String("date_time");
  const QString noon = QStringLiteral("12:00");
  enter(field, moment ? day + QLatin1Char(' ') + (time.isEmpty() ? noon : time) : day);
}

void RecordForm::turn(const QString& field, const QString& element) {
  const FieldDeclaration* set = fieldNamed(field);
  if (set == nullptr || rowOpen()) return;
  const QString name = element.trimmed();
  const QStringList present = reading_.elementsOf(*set);
  if (entered_.elements(field, present).contains(name))
    entered_.leave(field, name, present);
  else
    entered_.join(field, name, present);
  keep(false);
}

void RecordForm::openChoices(const QString& field) {
  const FieldDeclaration* editor = editorNamed(field);
  if (editor == nullptr) return;
  choosing_ = field;
  const QStringList chosen =
      editor->rule == MergeRule::kUnion
          ? entered_.elements(field, reading_.elementsOf(*editor))
          : QStringList((rowOpen() ? cells_ : fields_).value(field, "entered").toString());
  QList<QVariantList> rows;
  for (const QVariant& each : choicesOf(reading_, *editor)) {
    const QVariantMap choice = each.toMap();
    const QString name = choice["name"].toString();
    rows.append({name, choice["label"], QString(), chosen.contains(name)});
  }
  choices_.show(rows);
  emit changed();
}

QString RecordForm::choicesTitle() const {
  const FieldDeclaration* editor = editorNamed(choosing_);
  return editor != nullptr ? nameOfField(*editor) : QString();
}

bool RecordForm::choosesMany() const {
  const FieldDeclaration* editor = editorNamed(choosing_);
  return editor != nullptr && editor->rule == MergeRule::kUnion;
}

bool RecordForm::choicesTakeWords() const {
  const FieldDeclaration* editor = editorNamed(choosing_);
  return editor != nullptr && editor->kind == FieldKind::kText;
}

void RecordForm::choose(const QString& name) {
  const FieldDeclaration* editor = editorNamed(choosing_);
  if (editor == nullptr) return;
  editor->rule == MergeRule::kUnion ? turn(choosing_, name) : enter(choosing_, name);
  openChoices(choosing_);
}

QString RecordForm::rowTitle() const {
  const FieldDeclaration* field = fieldNamed(openField_);
  return field != nullptr ? nameOfField(*field) : QString();
}

void RecordForm::openRow(const QString& field, const QString& key) {
  if (fieldNamed(field) == nullptr) return;
  openField_ = field;
  openRow_ = key.isEmpty() ? entered_.beginRow(field) : key;
  show();
}

void RecordForm::closeRow() {
  const EnteredRow row = entered_.row(openField_, openRow_);
  const bool empty = std::ranges::all_of(row.cells, &QString::isEmpty);
  if (row.begun && empty) entered_.takeAway(openField_, openRow_);
  openRow_.clear();
  keep(false);
}

void RecordForm::takeRowAway() {
  entered_.takeAway(openField_, openRow_);
  openRow_.clear();
  keep(false);
}

}  // namespace rapport
