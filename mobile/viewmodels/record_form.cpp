#include "mobile/viewmodels/record_form.h"

#include <algorithm>
#include <set>

#include "mobile/viewmodels/field_entry.h"
#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/value_words.h"
#include "mobile/viewmodels/wording.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

Error gone() { return {ErrorCode::kNotFound, "This record is no longer on this tablet."}; }

// What an operation would have done, for a field that a plain editor cannot change.
QString wordsOfDeed(const FieldDeclaration& field, const Deed& deed, const NameOf& names,
                    const Clock& clock) {
  if (const auto* added = std::get_if<AddAmount>(&deed))
    return (added->amount < 0 ? QString() : QStringLiteral("+")) + QString::number(added->amount);
  QStringList words;
  if (const auto* edit = std::get_if<EditRows>(&deed)) {
    for (const RowEdit& row : edit->rows)
      for (const Operation& operation : row.operations)
        if (const FieldDeclaration* cell = field.cell(operation.field)) {
          const auto* written = std::get_if<WriteValue>(&operation.deed);
          words.append(written != nullptr ? wordsOf(*cell, written->value, names, clock)
                                          : wordsOfDeed(*cell, operation.deed, names, clock));
        }
    return words.join(QStringLiteral(", "));
  }
  const auto* elements = std::get_if<EditElements>(&deed);
  if (elements == nullptr) return {};
  for (const Value& value : elements->added) words.append(wordsOf(field, value, names, clock));
  return words.join(QStringLiteral(", "));
}

// Of a reference the records of its own type, by name; of a party our own side.
QVariantList optionsOf(const FieldDeclaration& field,
                       const std::map<std::string, NameOf>& offered) {
  QVariantList options;
  for (const Enumerator& each : field.values)
    options.append(QVariantMap{{"name", toQt(each.name)},
                               {"label", toQt(labelIn(each.label, codeOf(spoken())))}});
  if (field.widget == "party")
    options.append(QVariantMap{{"name", QString::fromUtf8(kOurSide.data(), kOurSide.size())},
                               {"label", ourSide()}});
  const auto named = offered.find(field.reference.value_or(""));
  if (named == offered.end()) return options;
  std::vector<std::pair<std::string, std::string>> byName;
  for (const auto& [id, name] : named->second) byName.emplace_back(name, id);
  std::ranges::sort(byName);
  for (const auto& [name, id] : byName)
    options.append(QVariantMap{{"name", toQt(id)}, {"label", toQt(name)}});
  return options;
}

}  // namespace

RecordForm::RecordForm(QObject* parent)
    : ViewModel(parent),
      fields_({"field", "label", "kind", "entered", "words", "options", "editable", "error"}) {}

void RecordForm::setRecordId(const QString& id) {
  if (id == recordId_) return;
  recordId_ = id;
  emit aimChanged();
  refresh();
}

void RecordForm::setCounter(const QString& counter) {
  if (counter == counter_) return;
  counter_ = counter;
  emit aimChanged();
  refresh();
}

Result<RecordForm::Reading> RecordForm::readingOf(Notebook& notebook, const std::string& id,
                                                  std::uint64_t counter) {
  const auto uuid = Uuid::parse(id);
  if (!uuid) return gone();
  Reading reading;
  const auto enrolment = notebook.store().enrolment();
  if (!enrolment.ok()) return enrolment.error();
  reading.role = enrolment->role;
  const auto sheet = notebook.get(RecordId{*uuid});
  if (!sheet.ok()) return sheet.error();
  if (sheet->has_value()) {
    reading.sheet = std::make_shared<RecordSheet>(**sheet);
    reading.type = reading.sheet->type;
  }
  const auto inbox = notebook.inbox();
  if (!inbox.ok()) return inbox.error();
  for (const HistoryLine& line : *inbox) {
    if (line.change.dot.counter != counter) continue;
    reading.sentBack = line.change;
    reading.sealed = line.sealed;
    reading.reason = line.receipt.verdict.reason;
    reading.type = notebook.catalogue().type(line.change.type);
  }
  if (reading.type == nullptr) return gone();
  std::set<std::string> types;
  for (const FieldDeclaration& field : reading.type->fields)
    if (field.widget == "party")
      types.insert("partner");
    else if (field.reference)
      types.insert(*field.reference);
  for (const std::string& type : types) {
    const auto names = readNames(notebook, type);
    if (!names.ok()) return names.error();
    reading.names.insert(names->begin(), names->end());
    reading.offered.emplace(type, *names);
  }
  return reading;
}

void RecordForm::readAgain() {
  // What the person sees is what their edit has seen; it does not change under their hands.
  if (recordId_.isEmpty() || (reading_.type != nullptr && !entered_.isEmpty()))
    return readingShown();
  desk()->read(
      this,
      [id = recordId_.toStdString(), counter = counter_.toULongLong()](
          Notebook& notebook, Drafts&) { return readingOf(notebook, id, counter); },
      [this](const Result<Reading>& reading) {
        if (reading.ok()) {
          reading_ = *reading;
          showFields();
        } else {
          say(reading.error());
        }
        readingShown();
      });
}

QString RecordForm::title() const {
  if (reading_.type == nullptr) return {};
  return (reading_.sealed     ? tr("Write again: %1")
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

QString RecordForm::subtitle() const {
  return reading_.sheet ? toQt(RecordView(*reading_.sheet).title()) : QString();
}

const Operation* RecordForm::sentBackOf(const FieldDeclaration& field) const {
  if (!reading_.sentBack) return nullptr;
  for (const Operation& operation : reading_.sentBack->operations)
    if (operation.field == field.number) return &operation;
  return nullptr;
}

QString RecordForm::presentOf(const FieldDeclaration& field) const {
  const Clock& clock = desk()->clock();
  if (const Operation* operation = sentBackOf(field))
    if (const auto* written = std::get_if<WriteValue>(&operation->deed))
      return enteredText(field, written->value, clock);
  if (!reading_.sheet) return {};
  const FieldState* state = reading_.sheet->state.field(field.number);
  return state != nullptr ? enteredText(field, readField(field, *state).value, clock) : QString();
}

std::optional<QVariantList> RecordForm::rowOf(const FieldDeclaration& field) const {
  if (field.widget == "sealed") return std::nullopt;  // nothing that anybody here reads
  const Operation* operation = sentBackOf(field);
  const bool plain = isPlain(field);
  if (isPutRight() ? operation == nullptr
                   : !plain || !mayWrite(*reading_.type, &field, reading_.role))
    return std::nullopt;
  const bool fixedOnce =
      field.rule == MergeRule::kImmutable && operation == nullptr && !presentOf(field).isEmpty();
  if (fixedOnce) return std::nullopt;
  const QString name = toQt(field.name);
  const Clock& clock = desk()->clock();
  const QString entered = entered_.value(name, presentOf(field));
  const auto value = valueOf(field, entered, clock);
  return QVariantList{name,
                      nameOfField(field),
                      QString::fromUtf8(nameOf(field.kind).data(),
                                        static_cast<qsizetype>(nameOf(field.kind).size())),
                      entered,
                      plain && value.ok() ? wordsOf(field, *value, reading_.names, clock)
                      : operation != nullptr
                          ? wordsOfDeed(field, operation->deed, reading_.names, clock)
                          : QString(),
                      optionsOf(field, reading_.offered),
                      plain,
                      value.ok() ? QString() : wordsOf(value.error())};
}

void RecordForm::showFields() {
  QList<QVariantList> rows;
  for (const FieldDeclaration& field : reading_.type->fields)
    if (const auto row = rowOf(field)) rows.append(*row);
  fields_.show(rows);
  emit changed();
}

// The reason names a field by its English label, as the office does; a date is meant where it says
// so; otherwise it is the first that can be changed.
QString RecordForm::fieldToFix() const {
  if (!reading_.sentBack) return {};
  const QString reason = toQt(reading_.reason).toLower();
  QString dated, first;
  for (const FieldDeclaration& field : reading_.type->fields) {
    if (!isPlain(field) || sentBackOf(field) == nullptr) continue;
    if (reason.contains(toQt(labelIn(field.label, "en")).toLower())) return toQt(field.name);
    const bool day = field.kind == FieldKind::kDate || field.kind == FieldKind::kDateTime;
    if (day && dated.isEmpty() && reason.contains(QLatin1String("date"))) dated = toQt(field.name);
    if (first.isEmpty()) first = toQt(field.name);
  }
  return dated.isEmpty() ? first : dated;
}

int RecordForm::edited() const {
  return isPutRight() ? fields_.count() : static_cast<int>(entered_.size());
}

void RecordForm::enter(const QString& field, const QString& entered) {
  const FieldDeclaration* declaration =
      reading_.type != nullptr ? reading_.type->field(field.toStdString()) : nullptr;
  if (declaration == nullptr || entered == entered_.value(field, presentOf(*declaration))) return;
  entered == presentOf(*declaration) ? static_cast<void>(entered_.remove(field))
                                     : static_cast<void>(entered_[field] = entered);
  showFields();
}

void RecordForm::enterDay(const QString& field, const QString& day) {
  const QString time = fields_.value(field, "entered").toString().section(QLatin1Char(' '), 1);
  const bool moment = fields_.value(field, "kind").toString() == QLatin1String("date_time");
  const QString noon = QStringLiteral("12:00");
  enter(field, moment ? day + QLatin1Char(' ') + (time.isEmpty() ? noon : time) : day);
}

std::vector<FieldEdit> RecordForm::edits() const {
  std::vector<FieldEdit> edits;
  for (const FieldDeclaration& field : reading_.type->fields) {
    const QString name = toQt(field.name);
    if (entered_.contains(name)) {
      const auto value = valueOf(field, entered_[name], desk()->clock());
      if (value.ok()) edits.push_back({field.name, *value});
    } else if (const Operation* operation = sentBackOf(field)) {
      const RecordState nothing;
      const RecordState& shown = reading_.sheet ? reading_.sheet->state : nothing;
      edits.push_back(editAgain(field, operation->deed, shown));
    }
  }
  return edits;
}

void RecordForm::save() {
  if (reading_.type == nullptr || edited() == 0) return;
  const auto id = Uuid::parse(recordId_.toStdString());
  const auto sentBack =
      reading_.sentBack ? std::optional(reading_.sentBack->dot.counter) : std::nullopt;
  desk()->write(
      this,
      [id = RecordId{*id}, type = reading_.type->name, sheet = reading_.sheet, edits = edits(),
       sentBack](Notebook& notebook, Drafts&) -> Status {
        const auto kept =
            notebook.put({.id = id, .type = type, .fields = edits, .shown = sheet.get()});
        if (!kept.ok()) return kept.error();
        return sentBack ? notebook.dismiss(*sentBack) : Status();
      },
      [this](const Status& status) {
        if (!saved(status)) return;
        desk()->toast()->show(tr("Saved here"));
        emit done();
      });
}

}  // namespace rapport
