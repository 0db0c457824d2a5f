#include <algorithm>

#include "shared/merge/join.h"
#include "shared/sync/copy_vetting.h"

// What a copy holds of changes that this server has judged since, and did not take.

namespace rapport {
namespace {

const FieldState kNoField;
const RowState kNoRow;

template <typename Heads>
bool holds(const Heads& heads, const Dot& dot) {
  const auto found = std::ranges::lower_bound(heads, dot, {}, &Heads::value_type::dot);
  return found != heads.end() && found->dot == dot;
}

// What was answered by none but them is in the copy no more, and nothing says which that is. So
// the copy takes nothing away there, now or from what comes later.
void takesNothingAway(Contents& contents, FieldNumber field) {
  contents.fieldOrNew(field).coverage = {};
  contents.dropIfEmpty(field);
}

}  // namespace

// Whether it may answer anything: not a change that was judged here and not applied.
Result<bool> CopyVetting::mayAnswer(const Dot& dot) {
  const auto row = device(dot.replica);
  if (!row) return row.error();
  if (!(*row)->has_value() || dot.counter > (***row).appliedThrough) return true;
  const auto entry = programme_.logEntry(dot);
  if (!entry) return entry.error();
  return !*entry || (*entry)->verdict.stage == ReceiptStage::kApplied;
}

// Answers whether there were any.
template <typename Headlike>
Result<bool> CopyVetting::dropUntakenOf(std::vector<Headlike>& heads,
                                        const std::vector<Headlike>& now) {
  std::vector<Headlike> kept;
  for (Headlike& head : heads) {
    const auto may = holds(now, head.dot) ? Result<bool>(true) : mayAnswer(head.dot);
    if (!may) return may.error();
    if (*may) kept.push_back(std::move(head));
  }
  const bool dropped = kept.size() != heads.size();
  heads = std::move(kept);
  return dropped;
}

Result<std::vector<FieldNumber>> CopyVetting::dropUntaken(Contents& copy, const Contents& now) {
  std::vector<FieldNumber> where;
  const auto deletes = dropUntakenOf(copy.deletes, now.deletes);
  if (!deletes) return deletes.error();
  if (*deletes) where.push_back(kDeletedField);
  for (FieldState& field : copy.fields) {
    const FieldState* held = now.field(field.field);
    const auto heads = dropUntakenOf(field.heads, (held != nullptr ? *held : kNoField).heads);
    if (!heads) return heads.error();
    if (*heads) where.push_back(field.field);
  }
  return where;
}

Status CopyVetting::forgetUntakenInRows(FieldState& field, const FieldState& now,
                                        const RecordType& type) {
  std::vector<std::pair<RowId, FieldNumber>> cells;
  for (RowState& row : field.rows) {
    const RowState* held = now.row(row.id);
    const auto where = dropUntaken(row, held != nullptr ? *held : kNoRow);
    if (!where) return where.error();
    for (const FieldNumber cell : *where) cells.emplace_back(row.id, cell);
  }
  if (cells.empty()) return {};
  const FieldDeclaration* declared = type.field(field.field);
  if (declared != nullptr) {
    coverCells(field, now, type, *declared);
  } else {
    field.coverage = {};
  }
  for (const auto& [row, cell] : cells) {
    takesNothingAway(field.rowOrNew(row), cell);
    field.dropRowIfEmpty(row);
  }
  return {};
}

Status CopyVetting::forgetUntaken(RecordState& copy, const RecordState& now,
                                  const RecordType& type) {
  const auto where = dropUntaken(copy, now);
  if (!where) return where.error();
  for (const FieldNumber field : *where) takesNothingAway(copy, field);
  for (FieldState& field : copy.fields) {
    const FieldState* held = now.field(field.field);
    const FieldState& there = held != nullptr ? *held : kNoField;
    if (const Status done = forgetUntakenInRows(field, there, type); !done) return done;
  }
  return {};
}

}  // namespace rapport
