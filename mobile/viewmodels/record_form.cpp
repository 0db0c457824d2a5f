#include "mobile/viewmodels/record_form.h"

#include <algorithm>

#include "mobile/viewmodels/field_entry.h"
#include "mobile/viewmodels/form_fields.h"
#include "mobile/viewmodels/form_rows.h"
#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/saving.h"
#include "mobile/viewmodels/value_words.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

// Which copy somebody began to edit, for a draft that is opened again.
QString copyOf(const FormReading& reading) {
  if (!reading.sheet || !reading.sheet->state.number) return {};
  const Number& number = *reading.sheet->state.number;
  return QString::number(number.epoch.value) + QLatin1Char(':') + QString::number(number.n);
}

}  // namespace

RecordForm::RecordForm(QObject* parent)
    : ViewModel(parent),
      fields_(formFieldRoles()),
      cells_(formFieldRoles()),
      choices_({"choiceId", "name", "detail", "chosen"}),
      keeper_(this) {}

void RecordForm::setRecordId(const QString& id) {
  FormAim aim = aim_;
  aim.record = id.toStdString();
  aimAt(aim);
}

void RecordForm::setTypeName(const QString& type) {
  FormAim aim = aim_;
  aim.type = type.toStdString();
  aimAt(aim);
}

void RecordForm::setAboutId(const QString& id) {
  FormAim aim = aim_;
  aim.about = id.toStdString();
  aimAt(aim);
}

void RecordForm::setCounter(const QString& counter) {
  FormAim aim = aim_;
  aim.sentBack = counter.toULongLong();
  aimAt(aim);
}

void RecordForm::aimAt(const FormAim& aim) {
  if (aim == aim_) return;
  aim_ = aim;
  emit aimChanged();
  refresh();
}

void RecordForm::readAgain() {
  // What the person sees is what their edit has seen; it does not change under their hands.
  const bool aimed = !aim_.record.empty() || !aim_.type.empty();
  if (!aimed || (reading_.type != nullptr && !entered_.isEmpty())) return readingShown();
  desk()->read(
      this, [aim = aim_](Notebook& notebook, Drafts&) { return readForm(notebook, aim); },
      [this](const Result<FormReading>& reading) {
        if (reading.ok()) {
          reading_ = *reading;
          show();
          openDraft();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

QString RecordForm::draftKey() const {
  const QString key = aim_.record.empty() ? typeName() + QLatin1Char('/') + aboutId()
                                          : recordId() + QLatin1Char('/') + counter();
  return QStringLiteral("form/") + key;
}

void RecordForm::openDraft() {
  if (keeper_.isOpen()) return;
  // What only the office may read, or officers alone, lies in the open nowhere but here.
  const RecordType& type = *reading_.type;
  if (aim_.record.empty()) newId_ = toQt(desk()->newRecordId().toString());
  keeper_.stayHere(!mayRead(type, reading_.role) || type.sealedWhen.has_value());
  keeper_.open(desk(), draftKey(), [this](const QJsonObject& draft) { takeDraft(draft); });
}

// A questionnaire that was changed since is gone on with as it was begun.
void RecordForm::takeDraft(const QJsonObject& draft) {
  const auto begunUnder = static_cast<std::uint32_t>(draft[QStringLiteral("form")].toInt());
  if (aim_.record.empty() && begunUnder != 0 && begunUnder != reading_.type->formVersion) {
    FormAim aim = aim_;
    aim.formVersion = begunUnder;
    desk()->read(
        this, [aim](Notebook& notebook, Drafts&) { return readForm(notebook, aim); },
        [this, draft](const Result<FormReading>& reading) {
          if (!reading.ok()) return say(reading.error());
          reading_ = *reading;
          goOnWith(draft);
        });
    return;
  }
  goOnWith(draft);
}

void RecordForm::goOnWith(const QJsonObject& draft) {
  const Entered kept = Entered::fromJson(draft[QStringLiteral("entered")].toObject());
  // Taps that came before the draft win over it.
  if (entered_.isEmpty() && !kept.isEmpty()) {
    entered_ = kept;
    newId_ = draft[QStringLiteral("id")].toString(newId_);
    changedMeanwhile_ = draft[QStringLiteral("copy")].toString() != copyOf(reading_);
  }
  if (entered_.isEmpty()) fillInAbout();
  show();
}

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

void RecordForm::keep(bool soon) {
  QJsonObject draft{{"entered", entered_.json()},
                    {"copy", copyOf(reading_)},
                    {"form", static_cast<int>(reading_.type->formVersion)}};
  if (!newId_.isEmpty()) draft[QStringLiteral("id")] = newId_;
  soon ? keeper_.keepSoon(draft) : keeper_.keep(draft);
  show();
}

QString RecordForm::title() const {
  if (reading_.type == nullptr) return {};
  if (!mayEdit()) return typeWord(*reading_.type);
  return (aim_.record.empty() ? tr("New: %1")
          : reading_.sealed   ? tr("Write again: %1")
          : reading_.sentBack ? tr("Put right: %1")
                              : tr("Change: %1"))
      .arg(typeWord(*reading_.type).toLower());
}

QString RecordForm::reason() const {
  const QString why = sentenceOf(reading_.reason);
  if (!reading_.sealed) return why;
  return why + QLatin1Char(' ') +
         tr("What you wrote was sealed for the office and cannot be read here any more. Write it "
            "again.");
}

QString RecordForm::notice() const {
  return changedMeanwhile_ ? tr("You began this earlier, and the record has changed since. Look "
                                "through it before you save.")
                           : QString();
}

QString RecordForm::missing() const {
  if (reading_.type == nullptr || edited() == 0) return {};
  const QStringList missing = missingFields(reading_, entered_, desk()->clock());
  return missing.isEmpty() ? QString()
                           : tr("Still to ask: %1. You can save without it.")
                                 .arg(missing.join(QStringLiteral(", ")));
}

QString RecordForm::subtitle() const {
  if (reading_.sheet) return toQt(RecordView(*reading_.sheet).title());
  return toQt(nameIn(reading_.names, aim_.about));
}

void RecordForm::show() {
  if (reading_.type == nullptr) return;
  fields_.show(formFields(reading_, entered_, desk()->clock()));
  const FieldDeclaration* field = fieldNamed(openField_);
  cells_.show(field != nullptr && rowOpen()
                  ? formCells(reading_, *field, entered_.row(openField_, openRow_), desk()->clock())
                  : QList<QVariantList>());
  emit changed();
}

// The reason names a field by its English label, as the office does; a date is meant where it says
// so; otherwise it is the first that can be changed.
QString RecordForm::fieldToFix() const {
  if (!reading_.sentBack) return {};
  const QString reason = toQt(reading_.reason).toLower();
  QString dated, first;
  for (const FieldDeclaration& field : reading_.type->fields) {
    if (!isPlain(field) || reading_.sentBackOf(field) == nullptr) continue;
    if (reason.contains(toQt(labelIn(field.label, "en")).toLower())) return toQt(field.name);
    const bool day = field.kind == FieldKind::kDate || field.kind == FieldKind::kDateTime;
    if (day && dated.isEmpty() && reason.contains(QLatin1String("date"))) dated = toQt(field.name);
    if (first.isEmpty()) first = toQt(field.name);
  }
  return dated.isEmpty() ? first : dated;
}

int RecordForm::edited() const {
  if (reading_.isPutRight()) return fields_.count();
  return entered_ == filledIn_ ? 0 : entered_.count();
}

bool RecordForm::mayEdit() const {
  return reading_.type != nullptr &&
         (reading_.sentBack ||
          std::ranges::any_of(reading_.type->fields,
                              [this](const auto& field) { return reading_.mayEdit(field); }));
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

std::vector<FieldEdit> RecordForm::edits() const {
  std::vector<FieldEdit> edits = entered_.edits(*reading_.type, desk()->clock());
  if (!reading_.sentBack) return edits;
  const RecordState nothing;
  const RecordState& shown = reading_.sheet ? reading_.sheet->state : nothing;
  for (const FieldDeclaration& field : reading_.type->fields)
    if (const Operation* operation = reading_.sentBackOf(field))
      if (!entered_.holds(toQt(field.name)))
        edits.push_back(editAgain(field, operation->deed, shown));
  return edits;
}

void RecordForm::save() {
  if (reading_.type == nullptr || edited() == 0) return;
  const auto id = Uuid::parse(aim_.record.empty() ? newId_.toStdString() : aim_.record);
  if (!id) return;
  desk()->write(
      this,
      [id = RecordId{*id}, type = reading_.type->name, version = reading_.type->formVersion,
       sheet = reading_.sheet, edits = edits(), sentBack = reading_.sentBack,
       key = draftKey().toStdString()](Notebook& notebook, Drafts& drafts) -> Status {
        const auto kept = putAndForget(
            notebook, drafts,
            {.id = id, .type = type, .fields = edits, .shown = sheet.get(), .formVersion = version},
            key);
        if (!kept.ok()) return kept.error();
        return sentBack ? notebook.dismiss(sentBack->dot.counter) : Status();
      },
      [this](const Status& status) {
        if (!saved(status)) return;
        keeper_.drop();
        desk()->toast()->show(tr("Saved here"));
        emit done();
      });
}

}  // namespace rapport
