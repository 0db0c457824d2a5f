#include "mobile/viewmodels/versions_reading.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "mobile/viewmodels/record_view.h"
#include "mobile/viewmodels/text_merge.h"
#include "shared/merge/conflicts.h"

namespace rapport {
namespace {

// A status or consent is entered by its name, everything else as it is.
Value enteredValue(const Value& value) {
  const bool named =
      std::holds_alternative<StatusValue>(value) || std::holds_alternative<ConsentValue>(value);
  return named ? Value(textOf(value)) : value;
}

// Stands for the removal of a row, which no declaration has.
const FieldDeclaration& rowRemoved() {
  static const FieldDeclaration kRemoved = [] {
    FieldDeclaration field;
    field.name = "deleted";
    field.label = {{"en", "This row was removed"}};
    field.kind = FieldKind::kBoolean;
    return field;
  }();
  return kRemoved;
}

template <typename Headlike>
VersionFacts factsOf(Notebook& notebook, const Headlike& head, Value value, PersonId me) {
  return {.value = std::move(value),
          .person = notebook.personName(head.person),
          .device = notebook.deviceName(head.dot.replica),
          .mine = head.person == me,
          .sent = !head.numbers.pending(),
          .at = WallTime(std::chrono::milliseconds(head.time.millis))};
}

// Whether a row is gone: an edit that the removal had not seen says no, the removal says yes.
std::vector<VersionFacts> ofRemoval(Notebook& notebook, const RowState& row, PersonId me) {
  std::vector<VersionFacts> versions;
  const Unmeant edit = latestUnmeant(row);
  versions.push_back(
      edit.head != nullptr
          ? factsOf(notebook, *edit.head, false, me)
          : VersionFacts{.value = false, .device = notebook.deviceName(edit.dot.replica)});
  for (const DeleteHead& head : row.deletes) {
    if (head.deletion != Deletion::kDelete) continue;
    versions.push_back(factsOf(notebook, head, true, me));
    break;
  }
  return versions;
}

FieldInDoubt inDoubt(Notebook& notebook, const Conflict& conflict, PersonId me) {
  const bool removal = conflict.declaration == nullptr;
  const FieldDeclaration& field = removal ? rowRemoved() : *conflict.declaration;
  FieldInDoubt out{.field = &field, .address = conflict.address, .versions = {}, .merged = {}};
  if (removal) out.versions = ofRemoval(notebook, *conflict.row, me);
  for (const Head* head : conflict.reading.versions) {
    out.versions.push_back(factsOf(notebook, *head, enteredValue(head->value), me));
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
  for (const Conflict& conflict : conflictsIn(*record.sheet->type, record.sheet->state))
    record.fields.push_back(inDoubt(notebook, conflict, enrolment->person));
  auto names = namesFor(notebook, record);
  if (!names.ok()) return names.error();
  record.names = std::move(*names);
  return record;
}

}  // namespace rapport
