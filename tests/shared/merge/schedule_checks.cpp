#include <algorithm>

#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "tests/shared/merge/schedule.h"

namespace rapport::test {
namespace {

auto readableBy(Role role) {
  return [role](FieldNumber field) {
    return field == kDeletedField || mayRead(testType(), &declared(field), role);
  };
}

bool everything(FieldNumber) { return true; }

}  // namespace

std::set<ChangeId> Schedule::appliedThrough(std::size_t record, std::uint64_t number) const {
  std::set<ChangeId> applied;
  const auto past = past_.find(record);
  if (past == past_.end()) return applied;
  for (const auto& [n, step] : past->second) {
    if (n <= number) applied.insert(step.first);
  }
  return applied;
}

Expected Schedule::found(const RecordState& state) const {
  Expected found;
  for (const FieldState& field : state.fields) {
    for (const Head& head : field.heads) {
      const ChangeId id = byDot_.at(head.dot);
      if (field.field == kUnion) {
        found.elements[kUnion].insert({id, std::get<std::string>(head.value)});
      } else {
        found.heads[field.field].insert(id);
      }
    }
    for (const CountEntry& entry : field.counts) found.counts[field.field] += entry.sum;
  }
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

void Schedule::checkEnd() const {
  for (const auto& [record, state] : records_) {
    const Expected expected = oracle_.expect(appliedThrough(record, lastNumber_), everything);
    const Expected held = found(state);
    if (held != expected) {
      throw Violation{"the server holds record " + std::to_string(record) + " with" +
                      describe(held) + " instead of" + describe(expected)};
    }
    std::set<std::string> versions;
    if (const auto asked = expected.heads.find(kAsk); asked != expected.heads.end()) {
      for (const ChangeId id : asked->second) versions.insert(oracle_.told(id, kAsk)->written);
    }
    if (reading(state, kAsk).conflicted() != (versions.size() > 1)) {
      throw Violation{"a conflict of record " + std::to_string(record) + " is false or missed"};
    }
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
