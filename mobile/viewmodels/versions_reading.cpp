#include "mobile/viewmodels/versions_reading.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/text_merge.h"
#include "shared/merge/read.h"

namespace rapport {
namespace {

// A status or consent is entered by its name, everything else as it is.
Value enteredValue(const Value& value) {
  const bool named =
      std::holds_alternative<StatusValue>(value) || std::holds_alternative<ConsentValue>(value);
  return named ? Value(textOf(value)) : value;
}

FieldInDoubt inDoubt(Notebook& notebook, const FieldDeclaration& field, const FieldReading& reading,
                     PersonId me) {
  FieldInDoubt out{.field = &field, .versions = {}, .merged = {}};
  for (const Head* head : reading.versions) {
    out.versions.push_back({.value = enteredValue(head->value),
                            .person = notebook.personName(head->person),
                            .device = notebook.deviceName(head->dot.replica),
                            .mine = head->person == me,
                            .sent = !head->numbers.pending(),
                            .at = WallTime(std::chrono::milliseconds(head->time.millis))});
  }
  std::ranges::stable_sort(out.versions, [](const VersionFacts& a, const VersionFacts& b) {
    return std::tuple(!a.mine, -a.at.time_since_epoch()) <
           std::tuple(!b.mine, -b.at.time_since_epoch());
  });
  const bool prose = field.kind == FieldKind::kText || field.kind == FieldKind::kLongText;
  if (prose) {
    for (const VersionFacts& version : out.versions) {
      const std::string text = textOf(version.value);
      out.merged = out.merged.empty() ? text : mergeTexts(out.merged, text);
    }
  }
  return out;
}

Result<NameOf> namesFor(Notebook& notebook, const RecordInDoubt& record) {
  NameOf names;
  std::set<std::string> types;
  for (const FieldInDoubt& doubt : record.fields)
    if (doubt.field->reference) types.insert(*doubt.field->reference);
  for (const std::string& type : types) {
    const auto some = readNames(notebook, type);
    if (!some.ok()) return some.error();
    names.insert(some->begin(), some->end());
  }
  return names;
}

}  // namespace

Result<RecordInDoubt> readVersions(Notebook& notebook, const std::string& id) {
  const auto uuid = Uuid::parse(id);
  if (!uuid) return Error{ErrorCode::kNotFound, "This record is not on this tablet."};
  const auto sheet = notebook.get(RecordId{*uuid});
  if (!sheet.ok()) return sheet.error();
  if (!sheet->has_value())
    return Error{ErrorCode::kNotFound, "This record is no longer on this tablet."};
  const auto enrolment = notebook.store().enrolment();
  if (!enrolment.ok()) return enrolment.error();
  RecordInDoubt record{.sheet = std::make_shared<RecordSheet>(**sheet),
                       .title = RecordView(**sheet).title(),
                       .fields = {},
                       .names = {}};
  for (const FieldDeclaration& field : record.sheet->type->fields) {
    const FieldState* state = record.sheet->state.field(field.number);
    if (state == nullptr) continue;
    const FieldReading reading = readField(field, *state);
    if (reading.conflicted())
      record.fields.push_back(inDoubt(notebook, field, reading, enrolment->person));
  }
  auto names = namesFor(notebook, record);
  if (!names.ok()) return names.error();
  record.names = std::move(*names);
  return record;
}

}  // namespace rapport
