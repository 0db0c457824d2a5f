#include "shared/merge/author.h"

#include <algorithm>
#include <iterator>

#include "shared/merge/read.h"
#include "shared/merge/rules.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

const FieldState kNothing;

// What lies before an author: a record, or one row of it.
struct Desk {
  const RecordType& type;
  Role role;
  const Contents& shown;
  std::optional<Number> number;           // of the copy that is shown
  const FieldDeclaration* row = nullptr;  // the field in which the row stands

  // What the author of an edit has seen of this field, or of this cell.
  std::optional<Number> seenOf(const FieldDeclaration& field) const {
    const bool readable =
        row != nullptr ? mayRead(type, row, &field, role) : mayRead(type, &field, role);
    return readable ? number : std::nullopt;
  }
};

Desk deskOf(const RecordType& type, Role role, const RecordState& shown) {
  return {type, role, shown, shown.number};
}

const FieldState& shownField(const Contents& shown, const FieldDeclaration& field) {
  const FieldState* state = shown.field(field.number);
  return state != nullptr ? *state : kNothing;
}

// A status's name, however it was entered; anything else is left for validation to refuse.
Value statusFrom(const FieldDeclaration& field, const FieldState& shown, const Value& entered) {
  StatusValue status;
  if (const auto* name = std::get_if<std::string>(&entered)) {
    status.state = *name;
  } else if (const auto* chosen = std::get_if<StatusValue>(&entered)) {
    status.state = chosen->state;
  } else {
    return entered;
  }
  const FieldReading reading = readField(field, shown);
  const auto* before = std::get_if<StatusValue>(&reading.value);
  const Enumerator* next = field.enumerator(status.state);
  if (before == nullptr || next == nullptr) return status;
  const Enumerator* present = field.enumerator(before->state);
  const bool advances = present == nullptr || next->rank > present->rank;
  const bool repeats = status.state == before->state && !reading.conflicted();
  status.generation = before->generation + (advances || repeats ? 0 : 1);
  return status;
}

std::optional<ConsentAnswer> answerNamed(const std::string& name) {
  if (name == "yes") return ConsentAnswer::kYes;
  if (name == "no") return ConsentAnswer::kNo;
  if (name == "withdrawn") return ConsentAnswer::kWithdrawn;
  return std::nullopt;
}

Value consentFrom(const FieldDeclaration& field, const FieldState& shown, const Value& entered) {
  ConsentValue consent;
  if (const auto* name = std::get_if<std::string>(&entered)) {
    const auto answer = answerNamed(*name);
    if (!answer) return entered;
    consent.answer = *answer;
  } else if (const auto* given = std::get_if<ConsentValue>(&entered)) {
    consent = *given;
    consent.generation = 0;
  } else {
    return entered;
  }
  const FieldReading reading = readField(field, shown);
  const auto* before = std::get_if<ConsentValue>(&reading.value);
  if (before == nullptr) return consent;
  const bool fresh = consent.answer == ConsentAnswer::kYes && before->answer != ConsentAnswer::kYes;
  consent.generation = before->generation + (fresh ? 1 : 0);
  return consent;
}

Value valueFrom(const FieldDeclaration& field, const FieldState& shown, const Value& entered) {
  if (field.rule == MergeRule::kStatus) return statusFrom(field, shown, entered);
  if (field.rule == MergeRule::kConsent) return consentFrom(field, shown, entered);
  return entered;
}

Result<Operation> author(const Desk& desk, const FieldDeclaration& field, Deed deed) {
  if (Status fits = checkDeed(desk.type, field, deed); !fits) return fits.error();
  if (Status valid = checkValues(desk.type, field, deed); !valid) return valid.error();
  return Operation{field.number, desk.seenOf(field), {}, std::move(deed)};
}

void sortOnce(std::vector<Value>& elements) {
  std::ranges::sort(elements, std::less{});
  const auto repeated = std::ranges::unique(elements);
  elements.erase(repeated.begin(), repeated.end());
}

Result<Operation> write(const Desk& desk, const FieldDeclaration& field, const Value& entered) {
  const FieldState& before = shownField(desk.shown, field);
  const Value value = valueFrom(field, before, entered);
  auto operation = author(desk, field, WriteValue{value});
  if (!operation) return operation;
  KnownHeads known;
  for (const Head& head : before.heads) known.push_back(&head);
  if (Status stays = checkStanding(desk.type, field, known, value); !stays) return stays.error();
  return operation;
}

Result<Operation> editElements(const Desk& desk, const FieldDeclaration& field, EditElements edit) {
  sortOnce(edit.added);
  sortOnce(edit.removed);
  std::erase_if(edit.removed, [&edit](const Value& element) {
    return std::ranges::binary_search(edit.added, element, std::less{});
  });
  return author(desk, field, std::move(edit));
}

Result<Operation> editRows(const Desk& desk, const FieldDeclaration& field,
                           const RowEntries& entries);

Result<Operation> edit(const Desk& desk, const FieldDeclaration& field, const FieldEdit& edit) {
  if (const auto* value = std::get_if<Value>(&edit.what)) return write(desk, field, *value);
  if (const auto* elements = std::get_if<EditElements>(&edit.what)) {
    return editElements(desk, field, *elements);
  }
  if (const auto* rows = std::get_if<RowEntries>(&edit.what)) return editRows(desk, field, *rows);
  return author(desk, field, AddAmount{std::get<AddAmount>(edit.what).amount});
}

Error invalidRow(const Desk& desk, const FieldDeclaration& field, const std::string& rest) {
  return {ErrorCode::kInvalid, placeOf(desk.type, field) + rest};
}

Operation removal(const Desk& ofRow, Deletion deletion) {
  SetDeleted deed{deletion, unreadableCells(ofRow.type, ofRow.role, *ofRow.row)};
  const bool readable = mayRead(ofRow.type, ofRow.row, ofRow.role);
  return {kDeletedField, readable ? ofRow.number : std::nullopt, {}, std::move(deed)};
}

Result<RowEdit> editRow(const Desk& ofRow, const RowEntry& entry) {
  const FieldDeclaration& field = *ofRow.row;
  RowEdit row{*entry.id, {}};
  if (entry.deletion) row.operations.push_back(removal(ofRow, *entry.deletion));
  for (const FieldEdit& each : entry.cells) {
    const FieldDeclaration* cell = field.cell(each.field);
    if (cell == nullptr) {
      return invalidRow(ofRow, field, " has no cell called \"" + each.field + "\" in its rows.");
    }
    auto operation = edit(ofRow, *cell, each);
    if (!operation) return operation.error();
    row.operations.push_back(*std::move(operation));
  }
  std::ranges::sort(row.operations, {}, &Operation::field);
  const bool twice =
      std::ranges::adjacent_find(row.operations, {}, &Operation::field) != row.operations.end();
  if (twice) return invalidRow(ofRow, field, " has one cell twice in a row of this edit.");
  if (row.operations.empty()) return invalidRow(ofRow, field, " takes rows that are not empty.");
  return row;
}

// Is there such a row before the author, as the entry says? Of what they may not read nobody knows.
Status checkThere(const Desk& desk, const FieldDeclaration& field, const RowEntry& entry) {
  if (!entry.id) return invalidRow(desk, field, " takes edits of rows by their ids.");
  if (!mayRead(desk.type, &field, desk.role)) return {};
  const bool there = shownField(desk.shown, field).row(*entry.id) != nullptr;
  if (there == (entry.is == RowIs::kThere)) return {};
  return invalidRow(desk, field,
                    (there ? " has a row " : " has no row ") + entry.id->toString() +
                        (there ? " already. Edit that one." : "."));
}

Result<Operation> editRows(const Desk& desk, const FieldDeclaration& field,
                           const RowEntries& entries) {
  static const Contents kNewRow;
  EditRows deed;
  for (const RowEntry& entry : entries.rows) {
    if (Status there = checkThere(desk, field, entry); !there) return there.error();
    const RowState* shown = shownField(desk.shown, field).row(*entry.id);
    auto row = editRow(
        {desk.type, desk.role, shown != nullptr ? *shown : kNewRow, desk.number, &field}, entry);
    if (!row) return row.error();
    deed.rows.push_back(*std::move(row));
  }
  std::ranges::sort(deed.rows, {}, &RowEdit::row);
  const bool twice = std::ranges::adjacent_find(deed.rows, {}, &RowEdit::row) != deed.rows.end();
  if (twice) return invalidRow(desk, field, " has one row twice in this edit.");
  if (deed.rows.empty()) return invalidRow(desk, field, " is edited by no row.");
  return author(desk, field, std::move(deed));
}

}  // namespace

Result<Operation> authorWrite(const RecordType& type, Role role, const FieldDeclaration& field,
                              const RecordState& shown, const Value& entered) {
  return write(deskOf(type, role, shown), field, entered);
}

Result<Operation> authorElements(const RecordType& type, Role role, const FieldDeclaration& field,
                                 const RecordState& shown, EditElements edit) {
  return editElements(deskOf(type, role, shown), field, std::move(edit));
}

Result<Operation> authorCount(const RecordType& type, Role role, const FieldDeclaration& field,
                              const RecordState& shown, std::int64_t amount) {
  return author(deskOf(type, role, shown), field, AddAmount{amount});
}

Result<Operation> authorRows(const RecordType& type, Role role, const FieldDeclaration& field,
                             const RecordState& shown, const RowEntries& entries) {
  return editRows(deskOf(type, role, shown), field, entries);
}

Result<Operation> authorEdit(const RecordType& type, Role role, const RecordState& shown,
                             const FieldEdit& entered) {
  const FieldDeclaration* field = type.field(entered.field);
  if (field == nullptr) {
    return Error{ErrorCode::kInvalid,
                 "A " + type.name + " has no field called \"" + entered.field + "\"."};
  }
  return edit(deskOf(type, role, shown), *field, entered);
}

std::vector<FieldNumber> unreadableCells(const RecordType& type, Role role,
                                         const FieldDeclaration& field) {
  std::vector<FieldNumber> unreadable;
  for (const FieldDeclaration& cell : field.cells) {
    if (!mayRead(type, &field, &cell, role)) unreadable.push_back(cell.number);
  }
  return unreadable;
}

SetDeleted deletionBy(const RecordType& type, Role role, Deletion deletion) {
  SetDeleted deed{deletion};
  for (const FieldDeclaration& field : type.fields) {
    if (!mayRead(type, &field, role)) {
      deed.unreadable.push_back(field.number);
    } else if (field.rule == MergeRule::kRows) {
      for (const FieldNumber cell : unreadableCells(type, role, field)) {
        deed.unreadableCells.push_back({field.number, cell});
      }
    }
  }
  return deed;
}

Operation authorDelete(const RecordType& type, Role role, const RecordState& shown,
                       Deletion deletion) {
  return {kDeletedField, shown.number, {}, deletionBy(type, role, deletion)};
}

}  // namespace rapport
