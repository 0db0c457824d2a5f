#include "tests/shared/merge/schedule_oracle.h"

#include <algorithm>
#include <sstream>

namespace rapport::test {
namespace {

using Kind = Told::Kind;
using Element = std::pair<ChangeId, std::string>;

struct Event {
  ChangeId change;
  const Told* told;
};

std::set<ChangeId> standingRegisters(const std::vector<Event>& events) {
  std::set<ChangeId> standing;
  for (const Event& event : events) standing.insert(event.change);
  for (const Event& event : events) {
    for (const ChangeId seen : event.told->saw) standing.erase(seen);
  }
  return standing;
}

std::set<Element> standingElements(const std::vector<Event>& events) {
  std::set<Element> standing;
  for (const auto& [change, told] : events) {
    for (const std::string& element : told->added) standing.insert({change, element});
  }
  for (const auto& [change, told] : events) {
    for (const ChangeId seen : told->saw) {
      for (const std::string& element : told->added) standing.erase({seen, element});
      for (const std::string& element : told->removed) standing.erase({seen, element});
    }
  }
  return standing;
}

using Alive = std::set<std::pair<ChangeId, Place>>;

// Do these deletions, as far as they stand, mean everything that is alive?
bool allMeant(const std::vector<Event>& deletions, Alive alive) {
  const auto standing = standingRegisters(deletions);
  bool anyDelete = false;
  for (const auto& [change, told] : deletions) {
    if (!standing.contains(change) || told->kind == Kind::kKeeps) continue;
    anyDelete = true;
    for (const auto& thing : told->meant) alive.erase(thing);
  }
  return anyDelete && alive.empty();
}

}  // namespace

std::string describe(const Expected& expected) {
  std::ostringstream out;
  for (const auto& [field, changes] : expected.heads) {
    out << " field " << field << " [";
    for (const ChangeId change : changes) out << ' ' << change;
    out << " ]";
  }
  for (const auto& [field, elements] : expected.elements) {
    out << " set " << field << " [";
    for (const auto& [change, element] : elements) out << ' ' << change << element;
    out << " ]";
  }
  for (const auto& [field, sum] : expected.counts) out << " count " << field << " = " << sum;
  for (const unsigned row : expected.removed) out << " row " << row << " removed";
  out << (expected.deleted ? " deleted" : "");
  return out.str();
}

ChangeId Oracle::tell(std::vector<Told> operations) {
  changes_.push_back(std::move(operations));
  return changes_.size() - 1;
}

const Told* Oracle::told(ChangeId change, Place place) const {
  const auto& operations = changes_[change];
  const auto found = std::ranges::find(operations, place, &Told::field);
  return found != operations.end() ? &*found : nullptr;
}

Expected Oracle::expect(const std::set<ChangeId>& happened, const Visible& visible) const {
  std::map<Place, std::vector<Event>> events;
  for (const ChangeId change : happened) {
    for (const Told& told : changes_[change]) {
      if (visible(told.field)) events[told.field].push_back({change, &told});
    }
  }
  Expected expected;
  std::map<unsigned, Alive> aliveIn;  // by row; 0: in the record itself
  for (const auto& [field, all] : events) {
    if (fieldOfPlace(field) == kDeletedField) continue;
    Alive& alive = aliveIn[rowOfPlace(field)];
    switch (all.front().told->kind) {
      case Kind::kEditsElements:
        expected.elements[field] = standingElements(all);
        for (const auto& element : expected.elements[field]) alive.insert({element.first, field});
        if (expected.elements[field].empty()) expected.elements.erase(field);
        break;
      case Kind::kCounts:
        for (const Event& event : all) {
          expected.counts[field] += event.told->amount;
          alive.insert({event.change, field});
        }
        break;
      default:
        expected.heads[field] = standingRegisters(all);
        for (const ChangeId change : expected.heads[field]) alive.insert({change, field});
    }
  }
  Alive inRecord;
  for (const auto& [row, alive] : aliveIn) {
    const bool removed = row > 0 && !alive.empty() && allMeant(events[placeInRow(row, 0)], alive);
    if (removed) {
      expected.removed.insert(row);
    } else {
      inRecord.insert(alive.begin(), alive.end());
    }
  }
  expected.deleted = allMeant(events[kDeletedField], inRecord);
  return expected;
}

}  // namespace rapport::test
