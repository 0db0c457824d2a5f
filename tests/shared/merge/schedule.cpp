#include "tests/shared/merge/schedule.h"

#include <algorithm>

namespace rapport::test {
namespace {

constexpr Place kFields[] = {kAsk,
                             kLatest,
                             kUnion,
                             kCount,
                             kStaffOnly,
                             kHandIn,
                             kStatus,
                             placeInRow(1, kDeletedField),
                             placeInRow(1, kWhat),
                             placeInRow(1, kTags),
                             placeInRow(1, kHeads),
                             placeInRow(1, kStage),
                             placeInRow(1, kStaffCell),
                             placeInRow(2, kDeletedField),
                             placeInRow(2, kWhat),
                             placeInRow(2, kStaffCell)};
constexpr std::size_t kEverything = 99;

}  // namespace

Schedule::Schedule(std::uint64_t seed, LeftOut leftOut) : random_(seed), leftOut_(leftOut) {
  recordsWritten_ = 1 + pick(2);
  while (fieldsWritten_.empty()) {
    std::ranges::copy_if(kFields, std::back_inserter(fieldsWritten_),
                         [this](Place) { return chance(25); });
  }
  deletes_ = chance(50);
  rolesChange_ = chance(50);
  for (const Role role : {Role::kWorker, Role::kWorker, Role::kVolunteer}) {
    Tablet tablet;
    tablet.name = static_cast<unsigned>(tablets_.size() + 1);
    tablet.role = role;
    tablets_.push_back(std::move(tablet));
  }
}

std::optional<std::string> Schedule::run() {
  try {
    const std::size_t steps = 4 + pick(40);
    for (std::size_t i = 0; i < steps; ++i) step();
    heal();
    checkEnd();
  } catch (const Violation& violation) {
    return violation.what;
  }
  return std::nullopt;
}

void Schedule::step() {
  now_ += static_cast<std::int64_t>(pick(3));
  Tablet& tablet = tablets_[pick(tablets_.size())];
  const std::size_t record = pick(recordsWritten_);
  switch (pick(17)) {
    case 0:
    case 1:
      push(tablet, kEverything, false);
      break;
    case 2:
      push(tablet, 1, false);
      break;
    case 3:
      push(tablet, chance(50) ? 1 : kEverything, true);
      break;
    case 4:
    case 5:
      pull(tablet, chance(50) ? 1 : kEverything);
      break;
    case 6:
    case 7:
      consolePage(record);
      break;
    case 8:
      if (deletes_) eraseOrKeep(tablet, record);
      break;
    case 9:
      if (rolesChange_) changeRole(tablet);
      break;
    case 10:
      tablet.skew = std::array<std::int64_t, 4>{0, 0, -500, 100'000}[pick(4)];
      break;
    default:
      edit(tablet, record);
  }
  for (std::size_t each = 0; each < recordsWritten_; ++each) checkSight(tablet, each);
  checkNothingVanished(tablet);
}

void Schedule::heal() {
  tell("everybody syncs");
  for (int round = 0; round < 2; ++round) {
    for (Tablet& tablet : tablets_) push(tablet, kEverything, false);
    for (Tablet& tablet : tablets_) pull(tablet, kEverything);
  }
}

void Schedule::edit(Tablet& tablet, std::size_t record) {
  if (tablet.editor && tablet.editor->record != record) tablet.editor.reset();
  if (!tablet.editor && chance(40)) {
    tablet.editor = sightOf(tablet, record);
    tell("tablet " + std::to_string(tablet.name) + " opens record " + std::to_string(record));
    return;
  }
  const Sight present = sightOf(tablet, record);
  Sight sight = tablet.editor ? *std::exchange(tablet.editor, std::nullopt) : present;
  // What this tablet saved since the editor was opened is its author's own all the same.
  for (const ChangeId id : present.contents) {
    if (entries_[id].change.dot.replica == replica(tablet.name)) sight.contents.insert(id);
  }
  std::set<Place> fields{fieldsWritten_[pick(fieldsWritten_.size())]};
  if (chance(30)) fields.insert(fieldsWritten_[pick(fieldsWritten_.size())]);
  std::vector<std::pair<Operation, Told>> composed;
  for (const Place field : fields) {
    auto operation = compose(tablet.role, tablet.name, sight, field);
    if (operation) composed.push_back(std::move(*operation));
  }
  if (!composed.empty()) write(tablet, record, std::move(composed));
}

void Schedule::eraseOrKeep(Tablet& tablet, std::size_t record) {
  const Sight sight = sightOf(tablet, record);
  if (sight.contents.empty()) return;
  const Deletion deletion = isDeleted(sight.state) ? Deletion::kKeep : Deletion::kDelete;
  auto composed = composeDeletion(tablet.role, sight, deletion);
  write(tablet, record, {std::move(composed)});
}

void Schedule::changeRole(Tablet& tablet) {
  tablet.role = tablet.role == Role::kWorker ? Role::kVolunteer : Role::kWorker;
  tell("tablet " + std::to_string(tablet.name) + " becomes " + std::string{nameOf(tablet.role)});
  tablet.editor.reset();
  tablet.fresh = true;
  pull(tablet, kEverything);
}

void Schedule::consolePage(std::size_t record) {
  if (!records_.contains(record)) return;
  auto& page = pages_[pick(pages_.size())];
  if (!page || page->record != record) {
    page = sightOfServer(record);
    tell("a page opens record " + std::to_string(record) + " at " + std::to_string(lastNumber_));
    if (chance(50)) return;
  }
  const Sight sight = *std::exchange(page, std::nullopt);
  constexpr unsigned kServerName = 9;
  std::optional<std::pair<Operation, Told>> composed;
  if (deletes_ && chance(20)) {
    const Deletion deletion = isDeleted(sight.state) ? Deletion::kKeep : Deletion::kDelete;
    composed = composeDeletion(Role::kCoordinator, sight, deletion);
  } else {
    const Place field = fieldsWritten_[pick(fieldsWritten_.size())];
    composed = compose(Role::kCoordinator, kServerName, sight, field);
  }
  if (!composed) return;
  const HybridTime time{now_, 0};
  const ChangeId id = enter(kServerName, record, ++serverCounter_, time, {std::move(*composed)});
  Verdict verdict;
  applyAtServer(id, time, verdict);
  entries_[id].verdict = verdict;
  tell("the page's edit is applied");
}

}  // namespace rapport::test
