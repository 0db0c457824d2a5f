#include <algorithm>
#include <limits>

#include "shared/merge/heads.h"
#include "shared/merge/join.h"
#include "shared/sync/copy_vetting.h"
#include "shared/sync/logged_change.h"

// What a copy holds of changes that this server has judged since, and did not take.

namespace rapport {
namespace {

const FieldState kNoField;
const RowState kNoRow;

// What was answered by none but them is in the copy no more, and nothing says which that is. So
// the copy takes nothing away there, now or from what comes later.
void takesNothingAway(Contents& contents, FieldNumber field) {
  contents.fieldOrNew(field).coverage = {};
  contents.dropIfEmpty(field);
}

bool hasSeen(const Coverage& coverage, const std::optional<Number>& earlier) {
  return !earlier || coverage.covers(Numbers(*earlier));
}

bool hasSeen(const FieldState& rows, RowId row, FieldNumber cell,
             const std::optional<Number>& earlier) {
  const auto beside = [&](RowId id) {
    const RowState* there = rows.row(id);
    return there != nullptr && hasSeen(there->coverageOf(cell), earlier);
  };
  return hasSeen(rows.coverage, earlier) || beside(row) || beside(kEveryRow);
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
    const auto may = holdsDot(now, head.dot) ? Result<bool>(true) : mayAnswer(head.dot);
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

// What its author wrote before the eyes of this epoch's records was never applied in another.
bool CopyVetting::takesOut(const Operation& operation, std::optional<Number> earlier) const {
  const auto* edit = std::get_if<EditElements>(&operation.deed);
  if (edit == nullptr || edit->removed.empty()) return false;
  return earlier || !operation.seen || operation.seen->epoch != row_.epoch;
}

void CopyVetting::addEmptied(const Change& change, std::optional<Number> earlier,
                             std::vector<Emptied>& to) const {
  for (const Operation& operation : change.operations) {
    if (takesOut(operation, earlier)) to.push_back({operation.field, {}, {}, earlier});
    const auto* edit = std::get_if<EditRows>(&operation.deed);
    if (edit == nullptr) continue;
    for (const RowEdit& row : edit->rows) {
      for (const Operation& cell : row.operations) {
        if (!takesOut(cell, earlier)) continue;
        to.push_back({operation.field, row.row, cell.field, earlier});
      }
    }
  }
}

Result<std::vector<CopyVetting::Emptied>> CopyVetting::emptiedByUntaken(RecordId record) {
  std::vector<Emptied> emptied;
  if (!anyUntaken_) {
    const auto count = programme_.refusedCount();
    if (!count) return count.error();
    anyUntaken_ = *count > 0;
  }
  if (!*anyUntaken_) return emptied;
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  const auto entries = programme_.history(record, std::nullopt, kAll);
  if (!entries) return entries.error();
  for (const LogEntry& entry : *entries) {
    if (entry.verdict.stage == ReceiptStage::kApplied) continue;
    const auto change = loggedChange(entry);
    if (change) addEmptied(*change, entry.earlier, emptied);
  }
  return emptied;
}

Status CopyVetting::forgetUntakenInRows(FieldState& field, const FieldState& now,
                                        const RecordType& type,
                                        const std::vector<Emptied>& emptied) {
  std::vector<std::pair<RowId, FieldNumber>> cells;
  for (const Emptied& each : emptied) {
    const bool seen =
        each.field == field.field && each.row && hasSeen(field, *each.row, each.cell, each.earlier);
    if (seen) cells.emplace_back(*each.row, each.cell);
  }
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
    for (const RowId each : {row, kEveryRow}) {
      takesNothingAway(field.rowOrNew(each), cell);
      field.dropRowIfEmpty(each);
    }
  }
  return {};
}

Status CopyVetting::forgetUntaken(RecordState& copy, const RecordState& now,
                                  const RecordType& type) {
  const auto where = dropUntaken(copy, now);
  if (!where) return where.error();
  for (const FieldNumber field : *where) takesNothingAway(copy, field);
  const auto emptied = emptiedByUntaken(copy.id);
  if (!emptied) return emptied.error();
  for (const Emptied& each : *emptied) {
    const bool seen = !each.row && hasSeen(copy.coverageOf(each.field), each.earlier);
    if (seen) takesNothingAway(copy, each.field);
  }
  for (FieldState& field : copy.fields) {
    const FieldState* held = now.field(field.field);
    const FieldState& there = held != nullptr ? *held : kNoField;
    if (const Status done = forgetUntakenInRows(field, there, type, *emptied); !done) return done;
  }
  return {};
}

}  // namespace rapport
