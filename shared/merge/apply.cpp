#include "shared/merge/apply.h"

#include <algorithm>

#include "shared/merge/heads.h"

namespace rapport {
namespace {

const Formerly kNoFormerNames;
const Contents kNoRow;
const Lineage kNothingRestored;

const Formerly& formerlyOf(const Applied& applied) {
  return applied.formerly != nullptr ? *applied.formerly : kNoFormerNames;
}

const Lineage& lineageOf(const Applied& applied) {
  return applied.lineage != nullptr ? *applied.lineage : kNothingRestored;
}

// A codec must find one spelling for one set of names.
Formerly canonical(Formerly names) {
  std::ranges::sort(names, std::greater{});
  const auto repeated = std::ranges::unique(names, {}, &Formerly::value_type::first);
  names.erase(repeated.begin(), repeated.end());
  std::ranges::reverse(names);
  return names;
}

std::int64_t sumOf(std::int64_t a, std::int64_t b) {
  // Wraps rather than overflows, so that the order of adding never matters.
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

// Whether what a change writes goes in, or was superseded where it stood before: then it only takes
// away.
enum class Writes : std::uint8_t { kYes, kNoMore };

// `every`: what stands beside the cells of every row, if these are the contents of one.
void merge(Contents& contents, const std::vector<Operation>& operations, const Change& change,
           const Applied& applied, Writes writes, const Contents& every);

// One operation on its way into a record, or into a row of it.
class Merging {
 public:
  Merging(Contents& contents, const Change& change, const Operation& operation,
          const Applied& applied, Writes writes, const Contents& every)
      : contents_(contents),
        every_(every),
        change_(change),
        operation_(operation),
        applied_(applied),
        writes_(writes),
        knowledge_(operation, change.dot, applied) {}

  void operator()(const WriteValue& write) {
    FieldState& field = contents_.fieldOrNew(operation_.field);
    const bool goesIn = isToGoIn(field.heads);
    dropKnown(field.heads);
    if (!goesIn) return;
    field.heads.insert(placeIn(field.heads, change_.dot), headOf(write.value));
  }

  void operator()(const EditElements& edit) {
    FieldState& field = contents_.fieldOrNew(operation_.field);
    const bool goesIn = isToGoIn(field.heads);
    std::vector<Value> added = edit.added;
    std::ranges::sort(added, std::less{});
    added.erase(std::ranges::unique(added).begin(), added.end());
    std::vector<Value> touched = edit.removed;
    touched.insert(touched.end(), added.begin(), added.end());
    std::ranges::sort(touched, std::less{});
    std::erase_if(field.heads, [&](const Head& head) {
      return std::ranges::binary_search(touched, head.value, std::less{}) && knows(head);
    });
    if (!goesIn) return;
    std::vector<Head> own;
    for (Value& element : added) own.push_back(headOf(std::move(element)));
    field.heads.insert(placeIn(field.heads, change_.dot), std::make_move_iterator(own.begin()),
                       std::make_move_iterator(own.end()));
  }

  void operator()(const AddAmount& add) {
    auto& counts = contents_.fieldOrNew(operation_.field).counts;
    const auto& [replica, counter] = change_.dot;
    auto entry = std::ranges::lower_bound(counts, replica, {}, &CountEntry::replica);
    if (entry == counts.end() || entry->replica != replica) {
      entry = counts.insert(entry, CountEntry{replica, 0, 0, {}});
    }
    if (entry->counter >= counter) return;
    *entry = {replica, counter, sumOf(entry->sum, add.amount), applied_.numbers};
  }

  void operator()(const SetDeleted& set) {
    auto& deletes = contents_.deletes;
    const bool goesIn = isToGoIn(deletes);
    dropKnown(deletes);
    if (!goesIn) return;
    deletes.insert(placeIn(deletes, change_.dot),
                   DeleteHead{change_.dot, applied_.numbers, change_.person, applied_.effective,
                              set.deletion, knowledge_.seen(), set.unreadable, set.unreadableCells,
                              canonical(formerlyOf(applied_)), applied_.author});
  }

  void operator()(const EditRows& edit) {
    FieldState& field = contents_.fieldOrNew(operation_.field);
    const bool covered = field.coverage.covers(applied_.numbers);
    const RowState* every = field.row(kEveryRow);
    const Contents overRows = every != nullptr ? *every : kNoRow;
    for (const RowEdit& row : edit.rows) {
      merge(field.rowOrNew(row.row), row.operations, change_, applied_,
            covered ? Writes::kNoMore : writes_, overRows);
      field.dropRowIfEmpty(row.row);
    }
  }

 private:
  // A change that a copy brought back may come itself, behind earlier ones of its author: what it
  // answers goes whether it stands already, or a copy covered it.
  template <typename Headlike>
  bool isToGoIn(const std::vector<Headlike>& heads) const {
    const bool covered = contents_.coverageOf(operation_.field).covers(applied_.numbers) ||
                         every_.coverageOf(operation_.field).covers(applied_.numbers);
    return writes_ == Writes::kYes && !covered && !holdsDot(heads, change_.dot);
  }

  template <typename Headlike>
  bool knows(const Headlike& head) const {
    return head.dot != change_.dot && knowledge_.of(head.dot, head.numbers);
  }

  template <typename Headlike>
  void dropKnown(std::vector<Headlike>& heads) const {
    std::erase_if(heads, [this](const Headlike& head) { return knows(head); });
  }

  Head headOf(Value value) const {
    return {change_.dot, applied_.numbers, change_.person, applied_.effective, std::move(value)};
  }

  Contents& contents_;
  const Contents& every_;
  const Change& change_;
  const Operation& operation_;
  const Applied& applied_;
  const Writes writes_;
  const Knowledge knowledge_;
};

void merge(Contents& contents, const std::vector<Operation>& operations, const Change& change,
           const Applied& applied, Writes writes, const Contents& every) {
  for (const Operation& operation : operations) {
    std::visit(Merging{contents, change, operation, applied, writes, every}, operation.deed);
    contents.dropIfEmpty(operation.field);
  }
}

bool holdsAlready(const RecordState& record, const Numbers& numbers) {
  return record.number && Coverage{*record.number}.covers(numbers);
}

void begin(RecordState& record, const Change& change, const Applied& applied) {
  record.id = change.record;
  record.type = change.type;
  record.created = {change.dot, change.person, applied.effective, change.utcOffset};
}

}  // namespace

Knowledge::Knowledge(const Operation& operation, const Dot& author, const Applied& applied)
    : operation_(operation),
      author_(author),
      applied_(applied),
      seen_(lineageOf(applied).seen(operation.seen)) {}

bool Knowledge::of(const Dot& head, const Numbers& headNumbers) const {
  if (std::ranges::binary_search(operation_.notShown, head)) return false;
  if (seen_.covers(headNumbers)) return true;
  return applied_.author == Author::kTablet && wroteEarlier(head, author_, formerlyOf(applied_));
}

void apply(RecordState& record, const Change& change, const Applied& applied) {
  if (holdsAlready(record, applied.numbers)) return;
  if (record.created.dot == Dot{}) begin(record, change, applied);
  record.formVersion = std::max(record.formVersion, change.formVersion);
  if (record.fields.empty()) record.fields.reserve(change.operations.size());
  merge(record, change.operations, change, applied, Writes::kYes, kNoRow);
  if (!applied.numbers.pending()) record.number = lineageOf(applied).newest(applied.numbers);
}

}  // namespace rapport
