#include "shared/merge/join.h"

#include <algorithm>
#include <utility>

#include "shared/merge/filter.h"
#include "shared/merge/heads.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

const FieldState kNoField;
const RowState kNoRow;

// In the order of a state's bytes. A delete has no value.
bool comesBefore(const Head& a, const Head& b) {
  return a.dot != b.dot ? a.dot < b.dot : a.value < b.value;
}
bool comesBefore(const DeleteHead& a, const DeleteHead& b) { return a.dot < b.dot; }

// What either side has seen in one place of the record.
struct Seen {
  Coverage mine, theirs;
  const Contents* everyOfMine = &kNoRow;  // what stands beside the cells of every row
  const Contents* everyOfTheirs = &kNoRow;

  Seen with(const FieldState& ours, const FieldState& copys) const {
    Seen all = *this;
    all.mine.widen(ours.coverage);
    all.mine.widen(everyOfMine->coverageOf(ours.field));
    all.theirs.widen(copys.coverage);
    all.theirs.widen(everyOfTheirs->coverageOf(copys.field));
    return all;
  }
};

const RowState& everyRowOf(const FieldState& field) {
  const RowState* every = field.row(kEveryRow);
  return every != nullptr ? *every : kNoRow;
}

class Join {
 public:
  explicit Join(Number number) : number_(number) {}

  void fields(Contents& mine, const Contents& theirs, const Seen& seen) const {
    for (const FieldState& copys : theirs.fields) field(mine, theirs, copys, seen);
    // Deletes that no coverage stands beside take nothing away.
    if (theirs.field(kDeletedField) == nullptr) heads(mine.deletes, theirs.deletes, seen);
  }

 private:
  void field(Contents& mine, const Contents& theirs, const FieldState& copys,
             const Seen& outer) const {
    FieldState& ours = mine.fieldOrNew(copys.field);
    const Seen seen = outer.with(ours, copys);
    if (copys.field == kDeletedField) {
      heads(mine.deletes, theirs.deletes, seen);
    } else {
      heads(ours.heads, copys.heads, seen);
      counts(ours.counts, copys.counts);
      rows(ours, copys, seen);
    }
    ours.coverage.widen(copys.coverage);
    mine.dropIfEmpty(copys.field);
  }

  void rows(FieldState& ours, const FieldState& copys, const Seen& seen) const {
    std::vector<RowId> ids;
    for (const RowState& row : ours.rows) ids.push_back(row.id);
    for (const RowState& row : copys.rows) ids.push_back(row.id);
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    const RowState every = everyRowOf(ours);  // before the copy's is added to it
    Seen inRows = seen;
    inRows.everyOfMine = &every;
    inRows.everyOfTheirs = &everyRowOf(copys);
    for (const RowId& id : ids) {
      const RowState* theirs = copys.row(id);
      row(ours.rowOrNew(id), theirs != nullptr ? *theirs : kNoRow, inRows, !copys.coverage.empty());
      ours.dropRowIfEmpty(id);
    }
  }

  // Where the copy's author could read all of the field, its coverage is the rows' too; else each
  // cell that they could read says its own.
  void row(RowState& mine, const RowState& theirs, const Seen& seen, bool whole) const {
    if (!whole) return fields(mine, theirs, seen);
    Contents all = theirs;
    for (const FieldState& cell : mine.fields) all.fieldOrNew(cell.field);
    if (!mine.deletes.empty() || !theirs.deletes.empty()) all.fieldOrNew(kDeletedField);
    fields(mine, all, seen);
  }

  template <typename Headlike>
  void heads(std::vector<Headlike>& mine, const std::vector<Headlike>& theirs,
             const Seen& seen) const {
    std::vector<Headlike> out;
    for (Headlike held : mine) {
      // Whatever the copy has of a change tells the numbers of all of it.
      const auto ofChange = placeIn(theirs, held.dot);
      const bool tells = ofChange != theirs.end() && ofChange->dot == held.dot;
      if (tells) meet(held.numbers, ofChange->numbers);
      const bool both = std::ranges::binary_search(
          theirs, held, [](const auto& a, const auto& b) { return comesBefore(a, b); });
      if (!both && seen.theirs.covers(held.numbers)) continue;
      out.push_back(std::move(held));
    }
    for (const Headlike& offered : theirs) {
      if (isKnown(mine, offered) || seen.mine.covers(offered.numbers)) continue;
      out.push_back(offered);
      out.back().numbers.add(number_);
    }
    std::ranges::sort(out, [](const auto& a, const auto& b) { return comesBefore(a, b); });
    mine = std::move(out);
  }

  // What stands here of a change is all of it that stands. Only where a copy brought it that took
  // nothing away there, and so told nothing of the rest, does it bear the number that this one
  // tells and that no coverage includes.
  template <typename Headlike>
  static bool isKnown(const std::vector<Headlike>& mine, const Headlike& offered) {
    const auto ofChange = placeIn(mine, offered.dot);
    if (ofChange == mine.end() || ofChange->dot != offered.dot) return false;
    const auto isBefore = [](const auto& a, const auto& b) { return comesBefore(a, b); };
    return std::ranges::binary_search(mine, offered, isBefore) ||
           !meetAnywhere(ofChange->numbers, offered.numbers);
  }

  void counts(std::vector<CountEntry>& mine, const std::vector<CountEntry>& theirs) const {
    for (const CountEntry& offered : theirs) {
      const auto held = std::ranges::lower_bound(mine, offered.replica, {}, &CountEntry::replica);
      const bool known = held != mine.end() && held->replica == offered.replica;
      if (known && held->counter > offered.counter) continue;
      if (known && held->counter == offered.counter) {
        meet(held->numbers, offered.numbers);
        continue;
      }
      CountEntry entry = offered;
      entry.numbers.add(number_);
      if (known) {
        *held = std::move(entry);
      } else {
        mine.insert(held, std::move(entry));
      }
    }
  }

  const Number number_;
};

bool gathers(const FieldDeclaration& field) {
  return field.rule == MergeRule::kUnion || field.rule == MergeRule::kAppend;
}

// Writes the coverage of a copy beside what its author could read.
class Reach {
 public:
  Reach(const RecordType& type, std::span<const Role> roles, const Coverage& seen)
      : type_(type), roles_(roles), seen_(seen) {}

  void over(RecordState& copy, const RecordState& now) const {
    for (const FieldNumber number : numbersOf(copy, now)) {
      const FieldDeclaration* field = type_.field(number);
      if (number == kDeletedField || !reads(field)) continue;
      const FieldState* held = now.field(number);
      overField(copy.fieldOrNew(number), held != nullptr ? *held : kNoField, field);
    }
    if (!copy.deletes.empty() || !now.deletes.empty()) {
      copy.fieldOrNew(kDeletedField).coverage.widen(seen_);
    }
  }

  void overCells(FieldState& field, const FieldState& held,
                 const FieldDeclaration& declared) const {
    for (const RowState& row : held.rows) field.rowOrNew(row.id);
    for (RowState& row : field.rows) {
      const RowState* known = held.row(row.id);
      overRow(row, known != nullptr ? *known : kNoRow, declared);
    }
    // One with deletes has their coverage by now.
    std::erase_if(field.rows, [](const RowState& row) { return row.fields.empty(); });
    // A set that was emptied leaves no trace, and a row whose last cell it was leaves none either.
    for (const FieldDeclaration& cell : declared.cells) {
      if (!gathers(cell) || !reads(&declared, &cell)) continue;
      field.rowOrNew(kEveryRow).fieldOrNew(cell.number).coverage.widen(seen_);
    }
  }

 private:
  static std::vector<FieldNumber> both(const Contents& a, const Contents& b) {
    std::vector<FieldNumber> numbers;
    for (const Contents* each : {&a, &b}) {
      for (const FieldState& field : each->fields) numbers.push_back(field.field);
    }
    return numbers;
  }

  // A set that was emptied leaves no trace but the coverage, and in a row takes the row along.
  std::vector<FieldNumber> numbersOf(const RecordState& copy, const RecordState& now) const {
    std::vector<FieldNumber> numbers = both(copy, now);
    for (const FieldDeclaration& field : type_.fields) {
      const bool inRows = std::ranges::any_of(field.cells, gathers);
      if (gathers(field) || (field.rule == MergeRule::kRows && inRows)) {
        numbers.push_back(field.number);
      }
    }
    std::ranges::sort(numbers);
    numbers.erase(std::ranges::unique(numbers).begin(), numbers.end());
    return numbers;
  }

  template <typename... Place>
  bool reads(const Place*... place) const {
    return std::ranges::all_of(roles_, [&](Role role) { return mayRead(type_, place..., role); });
  }

  bool readsEveryCell(const FieldDeclaration& field, const FieldState& held) const {
    const auto readable = [&](const FieldDeclaration& cell) { return reads(&field, &cell); };
    if (!std::ranges::all_of(field.cells, readable)) return false;
    return std::ranges::all_of(held.rows, [&](const RowState& row) {
      return std::ranges::all_of(row.fields, [&](const FieldState& cell) {
        return cell.field == kDeletedField || reads(&field, field.cell(cell.field));
      });
    });
  }

  void overField(FieldState& field, const FieldState& held,
                 const FieldDeclaration* declared) const {
    const bool cellByCell = declared != nullptr && declared->rule == MergeRule::kRows &&
                            !readsEveryCell(*declared, held);
    if (!cellByCell) return field.coverage.widen(seen_);
    overCells(field, held, *declared);
  }

  void overRow(RowState& row, const RowState& held, const FieldDeclaration& field) const {
    for (const FieldNumber number : both(row, held)) {
      if (number == kDeletedField || !reads(&field, field.cell(number))) continue;
      row.fieldOrNew(number).coverage.widen(seen_);
    }
    if (!row.deletes.empty() || !held.deletes.empty()) {
      row.fieldOrNew(kDeletedField).coverage.widen(seen_);
    }
  }

  const RecordType& type_;
  const std::span<const Role> roles_;
  const Coverage& seen_;
};

}  // namespace

std::optional<RecordState> readyToJoin(const RecordType& type, std::span<const Role> roles,
                                       RecordState copy, const RecordState& now,
                                       const Coverage& seen) {
  for (const Role role : roles) {
    auto visible = filterFor(role, &type, std::move(copy));
    if (!visible) return std::nullopt;
    copy = *std::move(visible);
  }
  Reach(type, roles, seen).over(copy, now);
  return copy;
}

void coverCells(FieldState& copy, const FieldState& now, const RecordType& type,
                const FieldDeclaration& field) {
  const Coverage seen = std::exchange(copy.coverage, {});
  if (!seen.empty()) Reach(type, {}, seen).overCells(copy, now, field);
}

Joined join(RecordState& record, const RecordState& copy, Number number, const Lineage& lineage) {
  RecordState joined = record;
  if (!joined.number) {
    joined.id = copy.id;
    joined.type = copy.type;
    joined.created = copy.created;
  }
  const Coverage mine = lineage.seen(record.number ? *record.number : number);
  Join{number}.fields(joined, copy, {mine, {}});
  const bool same = joined.fields == record.fields && joined.deletes == record.deletes;
  if (same) return Joined::kNothing;
  joined.formVersion = std::max(joined.formVersion, copy.formVersion);
  joined.number = number;
  record = std::move(joined);
  return Joined::kSomething;
}

}  // namespace rapport
