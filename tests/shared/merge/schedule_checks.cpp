#include <algorithm>

#include "shared/merge/conflicts.h"
#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "tests/shared/merge/schedule.h"

namespace rapport::test {
namespace {

auto readableBy(Role role) {
  return [role](Place place) { return mayReadPlace(role, place); };
}

bool everything(Place) { return true; }

}  // namespace

const FieldDeclaration& declaredAt(Place place) {
  const FieldNumber number = fieldOfPlace(place);
  return rowOfPlace(place) > 0 ? declaredCell(number) : declared(number);
}

bool mayReadPlace(Role role, Place place) {
  const bool inRow = rowOfPlace(place) > 0;
  if (inRow && !mayRead(testType(), &declared(kRows), role)) return false;
  return fieldOfPlace(place) == kDeletedField || mayRead(testType(), &declaredAt(place), role);
}

std::set<ChangeId> Schedule::appliedThrough(std::size_t record, std::uint64_t number) const {
  std::set<ChangeId> applied;
  const auto past = past_.find(record);
  if (past == past_.end()) return applied;
  for (const auto& [n, step] : past->second) {
    if (n <= number) applied.insert(step.first);
  }
  return applied;
}

void Schedule::addFound(const Contents& contents, unsigned row, Expected& found) const {
  for (const FieldState& field : contents.fields) {
    const Place place = placeInRow(row, field.field);
    for (const RowState& each : field.rows) {
      const unsigned name = each.id.uuid.bytes[15];
      addFound(each, name, found);
      if (!each.fields.empty() && isDeleted(each)) found.removed.insert(name);
    }
    for (const Head& head : field.heads) {
      const ChangeId id = byDot_.at(head.dot);
      if (declaredAt(place).rule == MergeRule::kUnion) {
        found.elements[place].insert({id, std::get<std::string>(head.value)});
      } else {
        found.heads[place].insert(id);
      }
    }
    for (const CountEntry& entry : field.counts) found.counts[place] += entry.sum;
  }
}

Expected Schedule::found(const RecordState& state) const {
  Expected found;
  addFound(state, 0, found);
  found.deleted = isDeleted(state);
  return found;
}

void Schedule::checkSight(const Tablet& tablet, std::size_t record) const {
  const Sight sight = sightOf(tablet, record);
  const Expected expected = oracle_.expect(sight.contents, readableBy(tablet.role));
  const Expected shown = found(sight.state);
  if (shown == expected) return;
  throw Violation{"tablet " + std::to_string(tablet.name) + " shows record " +
                  std::to_string(record) + " with" + describe(shown) + " instead of" +
                  describe(expected)};
}

// A copy is what the server held at its number, as its role may see it, to the last bit.
void Schedule::checkCopy(const Tablet& tablet, std::size_t record) const {
  const RecordState& copy = tablet.copies.at(record);
  const RecordState& then = past_.at(record).at(copy.number->n).second;
  if (copy == filterFor(tablet.role, &testType(), then)) return;
  throw Violation{"tablet " + std::to_string(tablet.name) + " diverged in record " +
                  std::to_string(record)};
}

void Schedule::checkNothingVanished(const Tablet& tablet) const {
  for (ChangeId id = 0; id < entries_.size(); ++id) {
    const Entry& entry = entries_[id];
    if (entry.change.dot.replica != replica(tablet.name)) continue;
    const bool knowsRefusal =
        entry.verdict && !entry.verdict->after && std::ranges::count(tablet.outbox, id) == 0;
    if (knowsRefusal || sightOf(tablet, entry.record).contents.contains(id)) continue;
    throw Violation{"change " + std::to_string(id) + " vanished from the screen of tablet " +
                    std::to_string(tablet.name)};
  }
}

// A field that asks is in conflict where two different values stand, in a row that stands.
void Schedule::checkConflicts(std::size_t record, const RecordState& state,
                              const Expected& expected) const {
  std::set<Place> asking;
  for (const auto& [place, heads] : expected.heads) {
    const bool removed = expected.removed.contains(rowOfPlace(place));
    if (removed || declaredAt(place).rule != MergeRule::kAsk) continue;
    std::set<std::string> versions;
    for (const ChangeId id : heads) versions.insert(oracle_.told(id, place)->written);
    if (versions.size() > 1) asking.insert(place);
  }
  std::set<Place> asked;
  for (const Conflict& conflict : conflictsIn(testType(), state)) {
    if (conflict.declaration == nullptr || conflict.declaration->rule != MergeRule::kAsk) continue;
    const unsigned row = conflict.row != nullptr ? conflict.row->id.uuid.bytes[15] : 0;
    asked.insert(placeInRow(row, conflict.declaration->number));
  }
  if (asked == asking) return;
  throw Violation{"a conflict of record " + std::to_string(record) + " is false or missed"};
}

void Schedule::checkEnd() const {
  for (const auto& [record, state] : records_) {
    const Expected expected = oracle_.expect(appliedThrough(record, lastNumber_), everything);
    const Expected held = found(state);
    if (held != expected) {
      throw Violation{"the server holds record " + std::to_string(record) + " with" +
                      describe(held) + " instead of" + describe(expected)};
    }
    checkConflicts(record, state, expected);
    for (const Tablet& tablet : tablets_) {
      if (!tablet.copies.contains(record)) throw Violation{"a tablet lacks a record"};
      if (tablet.copies.at(record).number != state.number) throw Violation{"a tablet is behind"};
      checkCopy(tablet, record);
      checkSight(tablet, record);
    }
  }
  for (const Tablet& tablet : tablets_) {
    if (!tablet.outbox.empty() || !tablet.waiting.empty()) throw Violation{"something waits"};
  }
}

}  // namespace rapport::test
