#include "server/review/record_past.h"

#include <algorithm>
#include <utility>

#include "server/review/old_forms.h"
#include "shared/merge/read.h"
#include "shared/merge/state_codec.h"

namespace rapport {
namespace {

const Contents kEmpty;
const FieldState kNothing;

const FieldState& fieldIn(const Contents& contents, FieldNumber field) {
  const FieldState* state = contents.field(field);
  return state != nullptr ? *state : kNothing;
}

const Contents& rowIn(const Contents& contents, FieldNumber field, RowId id) {
  const RowState* row = fieldIn(contents, field).row(id);
  return row != nullptr ? *row : kEmpty;
}

// The record itself, or the row in which the place is.
const Contents& holderOf(const RecordState& record, const Place& place) {
  return place.inRow() ? rowIn(record, place.field, place.row) : record;
}

FieldNumber numberOf(const Place& place) { return place.inRow() ? place.cell : place.field; }

bool holds(const std::vector<Head>& heads, const Value& value) {
  return std::ranges::any_of(heads, [&value](const Head& head) { return head.value == value; });
}

}  // namespace

// Goes through the changes in their order and writes down what each ended.
class RecordPast::Walk {
 public:
  Walk(RecordPast& past, const Catalogue& catalogue) : past_(past), catalogue_(catalogue) {}

  void operator()(const RecordState& before, const Change& change, const Applied& applied) {
    past_.authors_[change.dot] = change.person;
    const Scene record{before, change, applied};
    for (const Operation& operation : change.operations) {
      const auto* edit = std::get_if<EditRows>(&operation.deed);
      if (edit == nullptr) {
        step(record, {operation.field}, operation);
        continue;
      }
      for (const RowEdit& row : edit->rows) {
        const Scene inRow{rowIn(before, operation.field, row.row), change, applied};
        for (const Operation& cell : row.operations) {
          step(inRow, {operation.field, row.row, cell.field}, cell);
        }
      }
    }
  }

 private:
  struct Scene {
    const Contents& before;
    const Change& change;
    const Applied& applied;
  };

  const FieldDeclaration* declarationOf(const Change& change, const Place& place) const {
    return place.inRow() ? cellOf(catalogue_, change, place.field, place.cell)
                         : fieldOf(catalogue_, change, place.field);
  }

  void step(const Scene& scene, const Place& place, const Operation& operation) {
    const Knowledge knows(operation, scene.change.dot, scene.applied);
    const FieldState& field = fieldIn(scene.before, operation.field);
    if (const auto* write = std::get_if<WriteValue>(&operation.deed)) {
      written(scene, place, *write, field, knows);
    } else if (const auto* edit = std::get_if<EditElements>(&operation.deed)) {
      edited(scene, place, *edit, field, knows);
    } else if (const auto* add = std::get_if<AddAmount>(&operation.deed)) {
      past_.takenBack_.add(place, scene.change.dot, scene.applied.numbers, add->amount, knows);
    } else if (const auto* set = std::get_if<SetDeleted>(&operation.deed)) {
      for (const DeleteHead& head : scene.before.deletes) {
        const bool same = head.deletion == set->deletion;
        if (knows.of(head.dot, head.numbers)) end({head.dot, place, {}}, scene, same, !same);
      }
    }
  }

  void written(const Scene& scene, const Place& place, const WriteValue& write,
               const FieldState& field, const Knowledge& knows) {
    for (const Head& head : field.heads) {
      if (!knows.of(head.dot, head.numbers)) continue;
      const Thing thing{head.dot, place, {}};
      const auto earlier = earlier_.find(thing);
      const bool back = earlier != earlier_.end() && sayTheSame(earlier->second, write.value);
      const bool same = sayTheSame(head.value, write.value);
      end(thing, scene, same, back && !same);
      if (earlier != earlier_.end()) earlier_.erase(earlier);
    }
    const FieldDeclaration* declared = declarationOf(scene.change, place);
    if (declared == nullptr) return;
    earlier_[{scene.change.dot, place, {}}] = readField(*declared, field).value;
  }

  void edited(const Scene& scene, const Place& place, const EditElements& edit,
              const FieldState& field, const Knowledge& knows) {
    for (const Head& head : field.heads) {
      if (!knows.of(head.dot, head.numbers)) continue;
      const bool same = std::ranges::find(edit.added, head.value) != edit.added.end();
      const bool gone = std::ranges::find(edit.removed, head.value) != edit.removed.end();
      if (same || gone) end({head.dot, place, head.value}, scene, same, !same);
    }
    for (const Value& value : edit.added) {
      const auto removed = removed_.find({place, value});
      if (removed == removed_.end()) continue;
      end({removed->second, place, value}, scene, false, true);
      removed_.erase(removed);
    }
    for (const Value& value : edit.removed) removed_[{place, value}] = scene.change.dot;
  }

  void end(const Thing& thing, const Scene& scene, bool goesOn, bool undone) {
    past_.ends_[thing] = {scene.change.dot, goesOn, undone};
  }

  RecordPast& past_;
  const Catalogue& catalogue_;
  std::map<Thing, Value> earlier_;  // of what stands: what it was written over
  std::map<std::pair<Place, Value>, Dot> removed_;
};

Result<std::vector<LogEntry>> RecordPast::newestOf(ServerReader& reader, RecordId id) {
  std::vector<LogEntry> all;
  std::optional<std::int64_t> before;
  std::size_t sizeBytes = 0;
  while (all.size() < kMostChanges && sizeBytes < kMostBytes) {
    auto page = reader.history(id, before, kTogether);
    if (!page) return page.error();
    const bool isLast = page->size() < kTogether;
    for (LogEntry& entry : *page) {
      sizeBytes += entry.change.size();
      before = entry.receivedAt.time_since_epoch().count();
      all.push_back(std::move(entry));
    }
    if (isLast) return all;
  }
  whole_ = false;
  return all;
}

Result<RecordPast> RecordPast::of(ServerReader& reader, const Catalogue& catalogue, RecordId id) {
  RecordPast past;
  auto entries = past.newestOf(reader, id);
  if (!entries) return entries.error();
  auto rows = reader.joins(id);
  if (!rows) return rows.error();
  std::vector<PastStep> joins;
  for (const JoinRow& row : *rows) {
    ByteReader in(row.copy);
    joins.push_back({row.number, decodeState(in)});
  }
  past.steps_ = stepsOf(*std::move(entries), std::move(joins));
  auto programme = programmePast(reader, past.steps_);
  if (!programme) return programme.error();
  past.programme_ = *std::move(programme);
  replay(past.programme_, past.steps_, Walk(past, catalogue));
  return past;
}

Fate RecordPast::ended(const Dot& by, bool undone) const {
  const auto author = authors_.find(by);
  return {false, by, undone, author != authors_.end() ? author->second : PersonId{}};
}

Fate RecordPast::fateOf(const RecordState& now, const Place& place, const Dot& dot,
                        const Value& element) const {
  if (const Dot* by = takenBack_.by(place, dot)) return ended(*by, true);
  Thing thing{dot, place, element};
  for (auto end = ends_.find(thing); end != ends_.end(); end = ends_.find(thing)) {
    if (!end->second.goesOn) return ended(end->second.by, end->second.undone);
    thing.dot = end->second.by;
  }
  const Contents& holder = holderOf(now, place);
  const FieldState& field = fieldIn(holder, numberOf(place));
  const bool head = std::ranges::any_of(field.heads, [&](const Head& each) {
    return each.dot == thing.dot && (isCleared(element) || each.value == element);
  });
  const bool counted = std::ranges::any_of(field.counts, [&dot](const CountEntry& entry) {
    return entry.replica == dot.replica && entry.counter >= dot.counter;
  });
  const auto& deletes = holder.deletes;
  const bool deleted = numberOf(place) == kDeletedField &&
                       std::ranges::find(deletes, thing.dot, &DeleteHead::dot) != deletes.end();
  return {head || counted || deleted};
}

Fate RecordPast::fateOfRemoval(const RecordState& now, const Place& place, const Dot& dot,
                               const Value& element) const {
  const auto end = ends_.find({dot, place, element});
  if (end != ends_.end()) return ended(end->second.by, end->second.undone);
  return {!holds(fieldIn(holderOf(now, place), numberOf(place)).heads, element)};
}

std::map<Dot, Done> RecordPast::done(const std::set<Dot>& wanted) const {
  std::map<Dot, Done> found;
  const auto keep = [&](const RecordState& before, const Change& change, const Applied&) {
    if (!wanted.contains(change.dot)) return;
    Done& done = found[change.dot];
    done.change = change;
    done.before = touchedBy(change.operations, before);
    const bool allThere = done.before->fields.size() == change.operations.size();
    if (!whole_ && !allThere) done.before.reset();
    for (const Operation& operation : change.operations) {
      const auto taken = [&](const Place& place) {
        if (takenBack_.by(place, change.dot) != nullptr) done.takenBack.insert(place);
      };
      taken({operation.field});
      const auto* edit = std::get_if<EditRows>(&operation.deed);
      if (edit == nullptr) continue;
      for (const RowEdit& row : edit->rows) {
        for (const Operation& cell : row.operations) taken({operation.field, row.row, cell.field});
      }
    }
  };
  replay(programme_, steps_, keep);
  return found;
}

std::optional<RecordState> RecordPast::at(const Number& number) const {
  if (!whole_) return std::nullopt;
  std::vector<PastStep> until;
  for (const PastStep& step : steps_) {
    if (step.number.n <= number.n) until.push_back(step);
  }
  return replay(programme_, until);
}

}  // namespace rapport
