#include "shared/merge/apply.h"

#include <algorithm>

#include "shared/merge/heads.h"

namespace rapport {
namespace {

const Formerly kNoFormerNames;
const Contents kNoRow;
const Coverage kNothingSeen;
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

// What stands beside the contents that a change writes in: nothing, but where they are a row's.
struct Beside {
  Place row{};               // which one
  const Coverage& rows;      // … beside all rows of the field
  const Contents& everyRow;  // … beside the cells of each
};

void merge(Contents& contents, const std::vector<Operation>& operations, const Change& change,
           const Applied& applied, const Beside& beside);

// One operation on its way into a record, or into a row of it.
class Merging {
 public:
  Merging(Contents& contents, const Change& change, const Operation& operation,
          const Applied& applied, const Beside& beside)
      : contents_(contents),
        beside_(beside),
        change_(change),
        operation_(operation),
        applied_(applied),
        knowledge_(operation, change.dot, applied) {}

  void operator()(const WriteValue& write) {
    FieldState& field = contents_.fieldOrNew(operation_.field);
    const bool goesIn = isToGoIn(field.heads) && !wasBrought(write.value);
    dropKnown(field.heads);
    if (!goesIn) return;
    field.heads.insert(placeIn(field.heads, change_.dot), headOf(write.value));
  }

  void operator()(const EditElements& edit) {
    FieldState& field = contents_.fieldOrNew(operation_.field);
    const bool goesIn = !isCovered(applied_.numbers) && isWanting(field.heads);
    std::vector<Value> added = edit.added;
    std::ranges::sort(added, std::less{});
    added.erase(std::ranges::unique(added).begin(), added.end());
    std::vector<Value> touched = edit.removed;
    touched.insert(touched.end(), added.begin(), added.end());
    std::ranges::sort(touched, std::less{});
    std::erase_if(field.heads, [&](const Head& head) {
      return std::ranges::binary_search(touched, head.value, std::less{}) && knows(head);
    });
    if (goesIn) putElements(field.heads, std::move(added));
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
    const bool goesIn = isToGoIn(deletes) && !wasBrought({});
    dropKnown(deletes);
    if (!goesIn) return;
    deletes.insert(placeIn(deletes, change_.dot),
                   DeleteHead{change_.dot, applied_.numbers, change_.person, applied_.effective,
                              set.deletion, knowledge_.seen(), set.unreadable, set.unreadableCells,
                              canonical(formerlyOf(applied_)), applied_.author});
  }

  void operator()(const EditRows& edit) {
    FieldState& field = contents_.fieldOrNew(operation_.field);
    const RowState* every = field.row(kEveryRow);
    const Contents overRows = every != nullptr ? *every : kNoRow;
    const Coverage coverage = field.coverage;
    for (const RowEdit& row : edit.rows) {
      merge(field.rowOrNew(row.row), row.operations, change_, applied_,
            {{operation_.field, row.row}, coverage, overRows});
      field.dropRowIfEmpty(row.row);
    }
  }

 private:
  // A change that a copy brought back may come itself, behind earlier ones of its author: what it
  // answers goes whether it stands already, or a copy covered it.
  template <typename Headlike>
  bool isToGoIn(const std::vector<Headlike>& heads) const {
    return !isCovered(applied_.numbers) && !holdsDot(heads, change_.dot);
  }

  bool isCovered(const Numbers& numbers) const {
    return beside_.rows.covers(numbers) || contents_.coverageOf(operation_.field).covers(numbers) ||
           beside_.everyRow.coverageOf(operation_.field).covers(numbers);
  }

  bool wasBrought(const Value& value) const {
    if (applied_.brought == nullptr) return false;
    const Place& row = beside_.row;
    const Place here =
        row.inRow() ? Place{row.field, row.row, operation_.field} : Place{operation_.field};
    return applied_.brought->holds(here, change_.dot, value);
  }

  // What stands of the change is all of it that stands, unless it came with a copy that took
  // nothing away here: then no coverage includes it.
  bool isWanting(const std::vector<Head>& heads) const {
    const auto own = placeIn(heads, change_.dot);
    const bool stands = own != heads.end() && own->dot == change_.dot;
    return !stands || !isCovered(own->numbers);
  }

  // Those that do not stand already. A number is its change's: what stands of it tells that it bore
  // before the office went back.
  void putElements(std::vector<Head>& heads, std::vector<Value> elements) const {
    const auto [from, to] = std::ranges::equal_range(heads, change_.dot, {}, &Head::dot);
    std::vector<Head> own(from, to);
    Numbers numbers = applied_.numbers;
    if (!own.empty() && !numbers.pending()) meet(numbers, own.front().numbers);
    for (Value& element : elements) {
      const bool stands = std::ranges::find(own, element, &Head::value) != own.end();
      if (stands || wasBrought(element)) continue;
      own.push_back(headOf(std::move(element)));
      own.back().numbers = numbers;
    }
    std::ranges::sort(own, std::less{}, &Head::value);
    const auto place = heads.erase(from, to);
    heads.insert(place, std::make_move_iterator(own.begin()), std::make_move_iterator(own.end()));
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
  const Beside beside_;
  const Change& change_;
  const Operation& operation_;
  const Applied& applied_;
  const Knowledge knowledge_;
};

void merge(Contents& contents, const std::vector<Operation>& operations, const Change& change,
           const Applied& applied, const Beside& beside) {
  for (const Operation& operation : operations) {
    std::visit(Merging{contents, change, operation, applied, beside}, operation.deed);
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
  merge(record, change.operations, change, applied, {{}, kNothingSeen, kNoRow});
  if (!applied.numbers.pending()) record.number = lineageOf(applied).newest(applied.numbers);
}

}  // namespace rapport
