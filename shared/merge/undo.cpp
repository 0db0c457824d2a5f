#include "shared/merge/undo.h"

#include <algorithm>
#include <utility>

#include "shared/merge/author.h"
#include "shared/merge/judge.h"
#include "shared/merge/read.h"
#include "shared/merge/undo_field.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

const FieldState kNothing;
const Contents kEmpty;

const FieldState& fieldIn(const Contents& contents, FieldNumber field) {
  const FieldState* state = contents.field(field);
  return state != nullptr ? *state : kNothing;
}

// A change on its way back: what of it the role may know of.
class Undoing {
 public:
  Undoing(const RecordType& type, Role role, const RecordState& shown, const Done& done,
          const std::optional<Place>& only)
      : type_(type), role_(role), shown_(shown), done_(done), only_(only) {}

  Result<Inverse> run();

 private:
  bool meant(const Place& place) const { return !only_ || *only_ == place; }
  Result<Deletion> deletionBack(const Contents& shown, const SetDeleted& set,
                                const std::string& what) const;
  Status addField(const Operation& operation);
  Status addRows(const FieldDeclaration& field, const EditRows& edit);
  Result<RowEntry> rowBack(const FieldDeclaration& field, const RowEdit& row) const;
  Status addCell(const FieldDeclaration& field, const Contents& shown, const Contents& before,
                 const Operation& cell, RowEntry& entry, RowId row) const;
  Status addDeletion(const SetDeleted& set);
  Status checkAuthored() const;

  const RecordType& type_;
  const Role role_;
  const RecordState& shown_;
  const Done& done_;
  const std::optional<Place>& only_;
  Inverse inverse_;
};

Result<Deletion> Undoing::deletionBack(const Contents& shown, const SetDeleted& set,
                                       const std::string& what) const {
  if (std::ranges::find(shown.deletes, done_.change.dot, &DeleteHead::dot) == shown.deletes.end()) {
    return changedSince(what);
  }
  return set.deletion == Deletion::kDelete ? Deletion::kKeep : Deletion::kDelete;
}

Status Undoing::addDeletion(const SetDeleted& set) {
  if (!meant(Place{})) return {};
  const auto deletion = deletionBack(shown_, set, "This record");
  if (!deletion) return deletion.error();
  inverse_.deletion = *deletion;
  return {};
}

Status Undoing::addCell(const FieldDeclaration& field, const Contents& shown,
                        const Contents& before, const Operation& cell, RowEntry& entry,
                        RowId row) const {
  const Place place{field.number, row, cell.field};
  const FieldDeclaration* declared = field.cell(cell.field);
  if (!meant(place) || declared == nullptr || !mayRead(type_, &field, declared, role_)) return {};
  const UndoSpot spot{
      type_, done_, *declared, place, fieldIn(shown, cell.field), fieldIn(before, cell.field)};
  auto edit = fieldBack(spot, cell.deed);
  if (!edit) return edit.error();
  entry.cells.push_back(*std::move(edit));
  return {};
}

Result<RowEntry> Undoing::rowBack(const FieldDeclaration& field, const RowEdit& row) const {
  RowEntry entry{RowIs::kThere, row.row, {}, {}};
  const RowState* shown = fieldIn(shown_, field.number).row(row.row);
  const RowState* before =
      done_.before ? fieldIn(*done_.before, field.number).row(row.row) : nullptr;
  if (shown == nullptr) return changedSince(placeOf(type_, field));
  const bool made = done_.before && before == nullptr;
  if (made && !only_) {
    if (isDeleted(*shown)) return changedSince(placeOf(type_, field));
    entry.deletion = Deletion::kDelete;
    return entry;
  }
  for (const Operation& operation : row.operations) {
    const auto* set = std::get_if<SetDeleted>(&operation.deed);
    if (set == nullptr) {
      const Contents& stood = before != nullptr ? *before : kEmpty;
      const Status added = addCell(field, *shown, stood, operation, entry, row.row);
      if (!added) return added.error();
    } else if (meant(Place{field.number, row.row})) {
      const auto deletion = deletionBack(*shown, *set, placeOf(type_, field));
      if (!deletion) return deletion.error();
      entry.deletion = *deletion;
    }
  }
  if (isDeleted(*shown) && !entry.cells.empty()) return changedSince(placeOf(type_, field));
  return entry;
}

Status Undoing::addRows(const FieldDeclaration& field, const EditRows& edit) {
  RowEntries entries;
  for (const RowEdit& row : edit.rows) {
    if (only_ && only_->inRow() && only_->row != row.row) continue;
    auto entry = rowBack(field, row);
    if (!entry) return entry.error();
    if (!entry->cells.empty() || entry->deletion) entries.rows.push_back(*std::move(entry));
  }
  if (!entries.rows.empty()) inverse_.fields.push_back({field.name, std::move(entries)});
  return {};
}

Status Undoing::addField(const Operation& operation) {
  const FieldDeclaration* field = type_.field(operation.field);
  if ((only_ && only_->field != operation.field) || !mayRead(type_, field, role_)) return {};
  if (field == nullptr) {
    return Error{ErrorCode::kRefused,
                 "Its form has no such field any more. What it said stays in the history."};
  }
  if (isDeleted(shown_)) {
    return Error{ErrorCode::kConflict,
                 "This record is deleted. Nothing was undone; bring it back first."};
  }
  if (const auto* rows = std::get_if<EditRows>(&operation.deed)) return addRows(*field, *rows);
  const Place place{field->number};
  if (!meant(place)) return {};
  const Contents& before = done_.before ? *done_.before : kEmpty;
  const UndoSpot spot{
      type_, done_, *field, place, fieldIn(shown_, field->number), fieldIn(before, field->number)};
  auto edit = fieldBack(spot, operation.deed);
  if (!edit) return edit.error();
  inverse_.fields.push_back(*std::move(edit));
  return {};
}

// What an author would be told, they are told now.
Status Undoing::checkAuthored() const {
  Change change;
  for (const FieldEdit& edit : inverse_.fields) {
    auto operation = authorEdit(type_, role_, shown_, edit);
    if (!operation) return operation.error();
    change.operations.push_back(*std::move(operation));
  }
  return judgePermission(type_, role_, change);
}

Result<Inverse> Undoing::run() {
  const bool made = shown_.created.dot == done_.change.dot;
  if (made && !only_) {
    if (isDeleted(shown_)) return changedSince("This record");
    inverse_.deletion = Deletion::kDelete;
  } else {
    for (const Operation& operation : done_.change.operations) {
      const auto* set = std::get_if<SetDeleted>(&operation.deed);
      const Status added = set != nullptr ? addDeletion(*set) : addField(operation);
      if (!added) return added.error();
    }
  }
  if (inverse_.fields.empty() && !inverse_.deletion) {
    return Error{ErrorCode::kNotFound,
                 "There is no such change to this record, or it is not for your role."};
  }
  if (Status may = checkAuthored(); !may) return may.error();
  return std::move(inverse_);
}

void keepTouched(const FieldState& before, const EditElements& edit, FieldState& kept) {
  for (const Head& head : before.heads) {
    const auto is = [&head](const Value& value) { return value == head.value; };
    if (std::ranges::any_of(edit.added, is) || std::ranges::any_of(edit.removed, is)) {
      kept.heads.push_back(head);
    }
  }
}

}  // namespace

Contents touchedBy(const std::vector<Operation>& operations, const Contents& before) {
  Contents touched;
  for (const Operation& operation : operations) {
    if (std::holds_alternative<SetDeleted>(operation.deed)) touched.deletes = before.deletes;
    const FieldState* state = before.field(operation.field);
    if (state == nullptr || operation.field == kDeletedField) continue;
    FieldState kept;
    kept.field = operation.field;
    if (const auto* rows = std::get_if<EditRows>(&operation.deed)) {
      for (const RowEdit& row : rows->rows) {
        if (const RowState* stood = state->row(row.row)) kept.rows.push_back(*stood);
      }
    } else if (const auto* edit = std::get_if<EditElements>(&operation.deed)) {
      keepTouched(*state, *edit, kept);
    } else if (std::holds_alternative<WriteValue>(operation.deed)) {
      kept.heads = state->heads;
    }
    if (!kept.empty()) touched.fields.push_back(std::move(kept));
  }
  return touched;
}

Result<Inverse> inverseOf(const RecordType& type, Role role, const RecordState& shown,
                          const Done& done, const std::optional<Place>& only) {
  return Undoing(type, role, shown, done, only).run();
}

}  // namespace rapport
