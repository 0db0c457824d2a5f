#include <algorithm>

#include "shared/merge/author.h"
#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "tests/shared/merge/schedule.h"

namespace rapport::test {
namespace {

using Kind = Told::Kind;

std::string letter(char first, std::size_t place) {
  return {static_cast<char>(first + static_cast<char>(place))};
}

}  // namespace

Schedule::Sight Schedule::sightOf(const Tablet& tablet, std::size_t record) const {
  Sight sight{record, {}, {}};
  if (const auto copy = tablet.copies.find(record); copy != tablet.copies.end()) {
    sight.state = copy->second;
    sight.contents = appliedThrough(record, sight.state.number->n);
  }
  std::vector<ChangeId> overlay;
  for (const auto& [id, after] : tablet.waiting) overlay.push_back(id);
  overlay.insert(overlay.end(), tablet.outbox.begin(), tablet.outbox.end());
  std::ranges::sort(overlay);
  for (const ChangeId id : overlay) {
    if (entries_[id].record != record) continue;
    merge(sight.state, id, {}, entries_[id].change.time);
    sight.contents.insert(id);
  }
  sight.state = *filterFor(tablet.role, &testType(), sight.state);
  return sight;
}

Schedule::Sight Schedule::sightOfServer(std::size_t record) const {
  return {record, records_.at(record), appliedThrough(record, lastNumber_)};
}

std::set<ChangeId> Schedule::seenIn(Role role, unsigned author, const Sight& sight,
                                    FieldNumber field) const {
  const bool readable = field == kDeletedField || mayRead(testType(), &declared(field), role);
  std::set<ChangeId> seen;
  for (const ChangeId id : sight.contents) {
    const bool own = entries_[id].change.dot.replica == replica(author);
    if (oracle_.told(id, field) != nullptr && (readable || own)) seen.insert(id);
  }
  return seen;
}

std::optional<std::pair<Operation, Told>> Schedule::compose(Role role, unsigned author,
                                                            const Sight& sight, FieldNumber field) {
  const FieldDeclaration& declaration = declared(field);
  if (!mayWrite(testType(), &declaration, role)) return std::nullopt;
  Operation operation;
  Told told;
  told.field = field;
  told.saw = seenIn(role, author, sight, field);
  if (field == kCount) {
    told.kind = Kind::kCounts;
    told.saw.clear();
    told.amount = static_cast<std::int64_t>(pick(4)) - 1;
    operation = *authorCount(testType(), role, declaration, sight.state, told.amount);
  } else if (field == kUnion) {
    told.kind = Kind::kEditsElements;
    EditElements edit;
    const auto have = elementsOf(sight.state, kUnion);
    if (!have.empty() && chance(50)) {
      edit.removed = {have[pick(have.size())]};
    } else {
      edit.added = {text(letter('x', pick(3))), text(letter('x', pick(3)))};
    }
    for (const Value& element : edit.added) told.added.insert(std::get<std::string>(element));
    for (const Value& element : edit.removed) told.removed.insert(std::get<std::string>(element));
    operation = *authorElements(testType(), role, declaration, sight.state, std::move(edit));
  } else {
    operation.field = field;
    composeRegister(role, sight, operation, told);
  }
  if (leftOut_ == LeftOut::kNothingSeenUnreadably) operation.seen = sight.state.number;
  return std::pair{std::move(operation), std::move(told)};
}

void Schedule::composeRegister(Role role, const Sight& sight, Operation& operation, Told& told) {
  static const char* const kStates[] = {"open", "doing", "kept", "broken"};
  const FieldNumber field = operation.field;
  told.written = field == kStatus ? kStates[pick(std::size(kStates))] : letter('p', pick(3));
  operation = *authorWrite(testType(), role, declared(field), sight.state, text(told.written));
  // A surface that shows only the provisional winner of a conflict.
  if (field != kAsk || !chance(40)) return;
  const FieldReading shown = reading(sight.state, field);
  if (!shown.conflicted()) return;
  for (const Head& head : sight.state.field(field)->heads) {
    if (head.value == shown.value) continue;
    operation.notShown.push_back(head.dot);
    told.saw.erase(byDot_.at(head.dot));
  }
}

std::pair<Operation, Told> Schedule::composeDeletion(Role role, const Sight& sight,
                                                     Deletion deletion) {
  Told told;
  told.kind = deletion == Deletion::kDelete ? Kind::kDeletes : Kind::kKeeps;
  told.saw = seenIn(role, 0, sight, kDeletedField);
  for (const ChangeId id : sight.contents) {
    for (const Told& operation : oracle_.told(id)) {
      if (operation.field == kDeletedField) continue;
      if (!mayRead(testType(), &declared(operation.field), role)) continue;
      told.meant.insert({id, operation.field});
    }
  }
  return {authorDelete(testType(), role, sight.state, deletion), std::move(told)};
}

ChangeId Schedule::enter(unsigned author, std::size_t record, std::uint64_t counter,
                         HybridTime time, std::vector<std::pair<Operation, Told>> composed) {
  Entry entry{ChangeBuilder{author, counter}.time(time.millis), record,
              author == 9 ? Author::kServer : Author::kTablet, false, std::nullopt};
  entry.change.record = test::record(static_cast<unsigned>(record));
  std::ranges::sort(composed, {}, [](const auto& one) { return one.first.field; });
  std::vector<Told> told;
  std::string what = "change " + std::to_string(entries_.size()) + ", " + std::to_string(author) +
                     ":" + std::to_string(counter) + " of record " + std::to_string(record);
  for (auto& [operation, tale] : composed) {
    what += ", field " + std::to_string(operation.field) + " seen " +
            (operation.seen ? std::to_string(operation.seen->n) : "nothing");
    entry.change.operations.push_back(std::move(operation));
    told.push_back(std::move(tale));
  }
  tell(what);
  const ChangeId id = oracle_.tell(std::move(told));
  byDot_[entry.change.dot] = id;
  entries_.push_back(std::move(entry));
  return id;
}

void Schedule::write(Tablet& tablet, std::size_t record,
                     std::vector<std::pair<Operation, Told>> composed) {
  tablet.clock = std::max(tablet.clock + 1, now_ + tablet.skew);
  const ChangeId id =
      enter(tablet.name, record, ++tablet.counter, {tablet.clock, 0}, std::move(composed));
  entries_[id].refusable = chance(10);
  tablet.outbox.push_back(id);
}

}  // namespace rapport::test
