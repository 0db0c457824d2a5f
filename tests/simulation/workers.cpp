#include <algorithm>
#include <utility>

#include "shared/merge/cell_address.h"
#include "shared/merge/conflicts.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"
#include "tests/simulation/mutants.h"
#include "tests/simulation/people.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

const RecordState kNothing;

std::string describe(const Entry& entry) {
  std::string words = entry.id->toString().substr(0, 4);
  for (const FieldEdit& edit : entry.fields) words += " " + edit.field;
  if (entry.deletion) words += *entry.deletion == Deletion::kDelete ? " delete" : " keep";
  if (entry.shown != nullptr) words += " (editor left open)";
  return words;
}

// A number that its declaration does not allow.
constexpr FieldNumber kBoundedField = 9;
constexpr std::int64_t kBeyondBounds = 1000;

}  // namespace

Workers::Workers(Scene& scene, Oracle& oracle, Tablets& tablets,
                 const std::vector<RecordId>& records)
    : scene_(scene), oracle_(oracle), tablets_(tablets), records_(records) {}

void Workers::act() {
  Tablet& tablet = *tablets_[scene_.peopleDice.below(tablets_.size())];
  if (!tablet.isRunning() || !oracle_.hasRoom()) return;
  const SimOptions& options = scene_.options;
  const std::uint64_t drawn = scene_.peopleDice.below(100);
  if (drawn < 10 && options.has(Trait::kOpenEditors)) return openEditor(tablet);
  if (drawn >= 10 && drawn < 18 && options.has(Trait::kActs)) return actOfSeveral(tablet);
  if (drawn >= 18 && drawn < 26 && options.has(Trait::kDeletes)) return deleteOrKeep(tablet);
  if (drawn >= 26 && drawn < 32) return resolve(tablet);
  if (drawn >= 32 && drawn < 35 && options.has(Trait::kForged)) return forge(tablet);
  if (drawn >= 35 && drawn < 37) return dismiss(tablet);
  if (drawn >= 37 && drawn < 43 && options.has(Trait::kUndo)) return undo(tablet);
  if (drawn >= 43 && drawn < 49 && options.has(Trait::kUndo)) return thinkBetter(tablet);
  edit(tablet);
}

void Workers::openEditor(Tablet& tablet) {
  const std::size_t place = anyRecord();
  auto sheet = tablet.notebook().get(records_[place]);
  const auto who = tablet.store().enrolment();
  tablet.feelPower();
  if (!sheet || !who || !*sheet || (*sheet)->state.type == 0) return;
  scene_.note(tablet.name(), "opens an editor of " + records_[place].toString().substr(0, 4));
  const auto outdated = tablet.store().outdatedFor(records_[place]);
  if (!outdated) return;
  const Role shownTo = outdated->value_or(who->role);
  editors_[&tablet] = {**std::move(sheet), shownTo, tablet.imagesPutBack()};
}

std::optional<Entry> Workers::entryFor(Tablet& tablet, std::size_t place,
                                       const RecordSheet* shown) {
  const RecordType& type = *simCatalogue().type(scene_.options.records[place]);
  const auto present = tablet.notebook().get(records_[place]);
  if (!present) return std::nullopt;
  if (shown == nullptr && *present && (*present)->deleted && scene_.peopleDice.chance(80)) {
    return std::nullopt;  // few edit what they see as gone
  }
  const RecordState& state = shown != nullptr ? shown->state
                             : *present       ? (*present)->state
                                              : kNothing;
  Entry entry;
  entry.id = records_[place];
  entry.type = type.name;
  entry.shown = shown;
  entry.fields = editsOf(type, wishesAbout(records_[place]).of(type, state), state);
  return entry;
}

void Workers::edit(Tablet& tablet) {
  auto editor = editors_.find(&tablet);
  if (editor != editors_.end() && editor->second.imagesPutBack != tablet.imagesPutBack()) {
    editors_.erase(editor);
    editor = editors_.end();
  }
  if (editor != editors_.end() && scene_.peopleDice.chance(50)) {
    const auto [shown, shownTo, images] = editor->second;
    // Some save twice from the same screen.
    if (scene_.peopleDice.chance(70)) editors_.erase(editor);
    const auto place = std::ranges::find(records_, shown.state.id) - records_.begin();
    const auto entry = entryFor(tablet, static_cast<std::size_t>(place), &shown);
    if (entry) save(tablet, {*entry}, shownTo);
  } else if (const auto entry = entryFor(tablet, anyRecord(), nullptr)) {
    save(tablet, {*entry});
  }
  tablet.feelPower();
}

void Workers::actOfSeveral(Tablet& tablet) {
  std::vector<Entry> entries;
  for (std::int64_t wanted = scene_.peopleDice.between(2, 4); wanted > 0; --wanted) {
    if (auto entry = entryFor(tablet, anyRecord(), nullptr)) entries.push_back(*std::move(entry));
  }
  if (!entries.empty()) save(tablet, entries);
  tablet.feelPower();
}

void Workers::deleteOrKeep(Tablet& tablet) {
  const std::size_t place = anyRecord();
  const auto sheet = tablet.notebook().get(records_[place]);
  if (sheet && *sheet && (*sheet)->state.type != 0) {
    Entry entry;
    entry.id = records_[place];
    entry.type = simCatalogue().type(scene_.options.records[place])->name;
    const bool keeps = !(*sheet)->state.deletes.empty() && scene_.peopleDice.chance(50);
    entry.deletion = keeps ? Deletion::kKeep : Deletion::kDelete;
    if (scene_.peopleDice.chance(10)) {
      if (auto more = entryFor(tablet, place, nullptr)) entry.fields = std::move(more->fields);
    }
    save(tablet, {entry});
  }
  tablet.feelPower();
}

void Workers::resolve(Tablet& tablet) {
  const auto open = tablet.notebook().conflicts(10);
  tablet.feelPower();
  if (!open || open->empty()) return;
  const RecordSheet& sheet = scene_.peopleDice.of(*open);
  const auto conflicts = conflictsIn(*sheet.type, sheet.state);
  if (conflicts.empty()) return;
  const Conflict& conflict = scene_.peopleDice.of(conflicts);
  const Value chosen = conflict.declaration != nullptr
                           ? scene_.peopleDice.of(conflict.reading.versions)->value
                           : Value{scene_.peopleDice.chance(50)};
  Entry entry;
  entry.id = sheet.state.id;
  entry.type = sheet.type->name;
  entry.shown = &sheet;
  if (!addEditAt(conflict.address, chosen, entry.fields)) return;
  save(tablet, {entry});
  tablet.feelPower();
}

// Tells the oracle; false if the tablet cannot even say what it shows.
bool Workers::intend(Tablet& tablet, const std::vector<Entry>& entries,
                     std::optional<Role> shownTo) {
  tablet.followName();
  const auto standing = tablet.store().standing();
  const auto who = tablet.store().enrolment();
  if (!standing || !who) return false;
  const std::uint64_t first = standing->counter + 1;
  std::vector<Intent> intents;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const auto copy = tablet.store().copy(*entry.id);
    const auto outdated = tablet.store().outdatedFor(*entry.id);
    if (!copy || !outdated) return false;
    Intent intent;
    intent.dot = {tablet.replica(), first + i};
    intent.actFirst = first;
    intent.actLast = first + entries.size() - 1;
    intent.record = *entry.id;
    intent.type = simCatalogue().type(entry.type)->number;
    intent.role = who->role;
    intent.shownTo = shownTo ? *shownTo : outdated->value_or(who->role);
    const auto number = entry.shown != nullptr ? entry.shown->state.number
                        : *copy                ? (*copy)->number
                                               : std::nullopt;
    intent.shown = number;
    if (entry.deletion) intent.wishes.push_back({{}, *entry.deletion});
    for (const FieldEdit& edit : entry.fields) {
      for (Wish& wish : wishesOf(*simCatalogue().type(entry.type), edit)) {
        intent.wishes.push_back(std::move(wish));
      }
    }
    intents.push_back(std::move(intent));
  }
  for (Intent& intent : intents) {
    const std::uint64_t counter = intent.dot.counter;
    tablet.writes(counter, oracle_.intend(std::move(intent), tablet.ownEditsBefore(counter)));
  }
  return true;
}

std::optional<Dot> Workers::save(Tablet& tablet, std::vector<Entry> entries,
                                 std::optional<Role> shownTo) {
  if (!intend(tablet, entries, shownTo)) return std::nullopt;
  if (scene_.options.mutant == Mutant::kEditorsSeeTheNewest) {
    for (Entry& entry : entries) entry.shown = nullptr;
  }
  return told(tablet, entries, tablet.notebook().putAct(entries));
}

// What the notebook said of them.
std::optional<Dot> Workers::told(Tablet& tablet, const std::vector<Entry>& entries,
                                 const Result<std::vector<Kept>>& kept) {
  std::string words;
  for (const Entry& entry : entries) words += " [" + describe(entry) + "]";
  if (!kept) {
    scene_.note(tablet.name(), "cannot save" + words + ": " + kept.error().message);
    if (kept.error().message.find("malformed") != std::string::npos) {
      scene_.violated(tablet.name() + " cannot say what its person did");
    }
    return std::nullopt;
  }
  std::vector<std::uint64_t> counters;
  for (const Kept& each : *kept) counters.push_back(each.dot.counter);
  scene_.note(tablet.name(), "saves" + words + " as " + textOf(kept->front().dot));
  tablet.saved(counters);
  tablet.wrote();
  return kept->back().dot;
}

void Workers::forge(Tablet& tablet) {
  const std::size_t place = anyRecord();
  if (scene_.options.records[place] != kPlot) return;
  Entry entry;
  entry.id = records_[place];
  entry.type = "plot";
  entry.fields.push_back({"least", Value{kBeyondBounds}});
  auto standing = tablet.store().standing();
  const auto who = tablet.store().enrolment();
  const auto copy = tablet.store().copy(records_[place]);
  if (!standing || !who || !copy || !intend(tablet, {entry})) return tablet.feelPower();
  OwnChange own;
  own.change.dot = {tablet.replica(), ++standing->counter};
  own.change.record = records_[place];
  own.change.type = kPlot;
  own.change.person = who->person;
  own.change.wall = tablet.clock().wallNow();
  own.change.time = standing->clock;
  const auto seen = *copy ? (*copy)->number : std::nullopt;
  own.change.operations.push_back({kBoundedField, seen, {}, WriteValue{kBeyondBounds}});
  own.encoded = encodeChange(own.change);
  own.hash = hashOfChange(own.encoded);
  own.chain = standing->chain = chainAfter(standing->chain, own.hash);
  oracle_.markUnlawful(tablet.editAt(own.change.dot.counter));
  const Status kept = tablet.store().inTransaction([&]() -> Status {
    if (const Status appended = tablet.store().appendChange(own); !appended) return appended;
    return tablet.store().keepStanding(*standing);
  });
  scene_.note(tablet.name(), "forges " + textOf(own.change.dot));
  if (kept) {
    tablet.saved({own.change.dot.counter});
    tablet.wrote();
  }
  tablet.feelPower();
}

void Workers::dismiss(Tablet& tablet) {
  const auto inbox = tablet.notebook().inbox();
  if (inbox && !inbox->empty()) {
    const std::uint64_t counter = scene_.peopleDice.of(*inbox).change.dot.counter;
    tablet.check().dismissed(counter, tablet.notebook().dismiss(counter));
  }
  tablet.feelPower();
}

}  // namespace rapport::simulation
