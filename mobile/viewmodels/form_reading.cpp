#include "mobile/viewmodels/form_reading.h"

#include <set>

#include "mobile/viewmodels/field_entry.h"
#include "mobile/viewmodels/programme_reading.h"
#include "mobile/viewmodels/wording.h"
#include "shared/merge/read.h"
#include "shared/model/value_text.h"

namespace rapport {
namespace {

Error gone() { return {ErrorCode::kNotFound, "This record is no longer on this tablet."}; }

Status readSheet(Notebook& notebook, const std::string& id, FormReading& reading) {
  const auto uuid = Uuid::parse(id);
  if (!uuid) return gone();
  const auto sheet = notebook.get(RecordId{*uuid});
  if (!sheet.ok()) return sheet.error();
  if (!sheet->has_value()) return {};
  reading.sheet = std::make_shared<RecordSheet>(**sheet);
  reading.type = reading.sheet->type;
  return {};
}

Status readSentBack(Notebook& notebook, std::uint64_t counter, FormReading& reading) {
  const auto inbox = notebook.inbox();
  if (!inbox.ok()) return inbox.error();
  for (const HistoryLine& line : *inbox) {
    if (line.change.dot.counter != counter) continue;
    reading.sentBack = line.change;
    reading.sealed = line.sealed;
    reading.reason = line.receipt.verdict.reason;
    reading.type = notebook.catalogue().type(line.change.type);
  }
  return {};
}

void collectNamed(const FieldDeclaration& field, std::set<std::string>& types) {
  if (field.widget == "party")
    types.insert("partner");
  else if (field.reference)
    types.insert(*field.reference);
  for (const FieldDeclaration& cell : field.cells) collectNamed(cell, types);
}

// Of every type that a field may name, cells of rows too.
Status readOffered(Notebook& notebook, FormReading& reading) {
  std::set<std::string> types;
  for (const FieldDeclaration& field : reading.type->fields) collectNamed(field, types);
  for (const std::string& type : types) {
    const auto names = readNames(notebook, type);
    if (!names.ok()) return names.error();
    reading.names.insert(names->begin(), names->end());
    reading.offered.emplace(type, *names);
  }
  return {};
}

}  // namespace

bool FormReading::mayEdit(const FieldDeclaration& field) const {
  if (isPutRight()) return isPlain(field) && sentBackOf(field) != nullptr;
  if (!mayWrite(*type, &field, role)) return false;
  if (field.rule == MergeRule::kCount) return false;
  const bool fixed = field.rule == MergeRule::kImmutable && sheet != nullptr;
  const FieldState* state = fixed ? sheet->state.field(field.number) : nullptr;
  return state == nullptr || isCleared(readField(field, *state).value);
}

const Operation* FormReading::sentBackOf(const FieldDeclaration& field) const {
  if (!sentBack) return nullptr;
  for (const Operation& operation : sentBack->operations)
    if (operation.field == field.number) return &operation;
  return nullptr;
}

QString FormReading::presentOf(const FieldDeclaration& field, const Clock& clock) const {
  if (const Operation* operation = sentBackOf(field))
    if (const auto* written = std::get_if<WriteValue>(&operation->deed))
      return enteredText(field, written->value, clock);
  const FieldState* state = sheet ? sheet->state.field(field.number) : nullptr;
  return state != nullptr ? enteredText(field, readField(field, *state).value, clock) : QString();
}

QStringList FormReading::elementsOf(const FieldDeclaration& field) const {
  QStringList elements;
  const FieldState* state = sheet ? sheet->state.field(field.number) : nullptr;
  if (state == nullptr) return elements;
  for (const Value& each : readField(field, *state).elements) elements.append(toQt(textOf(each)));
  return elements;
}

Result<FormReading> readForm(Notebook& notebook, const FormAim& aim) {
  FormReading reading;
  const auto enrolment = notebook.store().enrolment();
  if (!enrolment.ok()) return enrolment.error();
  reading.role = enrolment->role;
  if (aim.record.empty()) {
    reading.type = notebook.catalogue().type(aim.type);
    if (reading.type != nullptr && aim.formVersion != 0)
      reading.type = notebook.catalogue().type(reading.type->number, aim.formVersion);
  } else {
    if (const Status read = readSheet(notebook, aim.record, reading); !read) return read.error();
    if (const Status read = readSentBack(notebook, aim.sentBack, reading); !read)
      return read.error();
  }
  if (reading.type == nullptr) return gone();
  if (const auto about = Uuid::parse(aim.about)) {
    const auto sheet = notebook.get(RecordId{*about});
    if (!sheet.ok()) return sheet.error();
    if (sheet->has_value()) reading.aboutType = (*sheet)->type->name;
  }
  const auto programme = readProgramme(notebook);
  if (!programme.ok()) return programme.error();
  reading.languages = programme->languages;
  if (const Status read = readOffered(notebook, reading); !read) return read.error();
  return reading;
}

}  // namespace rapport
