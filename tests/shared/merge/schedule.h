#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shared/merge/field_edit.h"
#include "tests/shared/merge/builders.h"
#include "tests/shared/merge/schedule_oracle.h"

namespace rapport::test {

// Of the test type: the field or cell at a place that is no deletion.
const FieldDeclaration& declaredAt(Place place);
bool mayReadPlace(Role role, Place place);

// A rule of the merge or of its use that a schedule can do without, to show that it is needed.
enum class LeftOut : std::uint8_t {
  kNothing,
  kOwnEarlier,             // a tablet's own earlier writes are superseded only when seen
  kServerWithout,          // console pages too supersede what their replica wrote earlier
  kNotShown,               // heads that the surface did not show are superseded all the same
  kUnreadableInDeletes,    // deletes mean what their author could not read
  kCellsInDeletes,         // … cells of rows in a field that they could read
  kNothingSeenUnreadably,  // a write to a field its author may not read claims to have seen it
  kFoldOnlyWhatFollows,    // an answer is folded into any copy, whatever happened between
  kOverlayUntilCovered     // an answered change leaves the overlay at once
};

// One random life of a server, three tablets and two console pages: edits with editors left open,
// parts of outboxes sent, answers lost, pages pulled, roles changed, changes refused, records
// deleted and kept, clocks wrong. After every step what the acting tablet shows, and at the end
// what everybody holds, is compared with an oracle.
class Schedule {
 public:
  Schedule(std::uint64_t seed, LeftOut leftOut);

  // What went wrong, or nothing.
  std::optional<std::string> run();
  const std::vector<std::string>& story() const { return story_; }

 private:
  struct Violation {
    std::string what;
  };
  enum class Outcome : std::uint8_t { kApplied, kRefused };
  struct Verdict {
    Outcome outcome = Outcome::kRefused;
    HybridTime effective;
    std::optional<Number> before, after;
  };
  enum class Telling : std::uint8_t { kFirst, kAgain };

  // Everything that somebody has before their eyes.
  struct Sight {
    std::size_t record;
    RecordState state;
    std::set<ChangeId> contents;
  };
  struct Tablet {
    unsigned name = 0;
    Role role = Role::kWorker;
    std::uint64_t counter = 0;
    std::int64_t clock = 0, skew = 0;
    std::map<std::size_t, RecordState> copies;
    std::uint64_t cursor = 0;
    std::vector<ChangeId> outbox;
    std::vector<std::pair<ChangeId, std::uint64_t>> waiting;  // applied, but not in the copy yet
    std::optional<Sight> editor;
    bool fresh = false;  // its role has changed: everything must be pulled anew
  };
  struct Entry {
    Change change;
    std::size_t record;
    Author author;
    bool refusable = false;  // the server finds something wrong with it
    std::optional<Verdict> verdict;
  };

  // schedule.cpp: the steps
  void step();
  void heal();
  void edit(Tablet& tablet, std::size_t record);
  void eraseOrKeep(Tablet& tablet, std::size_t record);
  void changeRole(Tablet& tablet);
  void consolePage(std::size_t record);

  // schedule_authors.cpp: how people write
  Sight sightOf(const Tablet& tablet, std::size_t record) const;
  Sight sightOfServer(std::size_t record) const;
  std::optional<std::pair<Operation, Told>> compose(Role role, unsigned author, const Sight& sight,
                                                    Place place);
  FieldEdit wish(const Contents& shown, Told& told);
  std::vector<Dot> leaveUnshown(const Contents& shown, Told& told);
  std::pair<Operation, Told> composeDeletion(Role role, const Sight& sight, Deletion deletion);
  std::optional<std::pair<Operation, Told>> composeRemoval(Role role, const Sight& sight,
                                                           unsigned row);
  std::set<std::pair<ChangeId, Place>> meantBy(Role role, const Sight& sight,
                                               std::optional<unsigned> row) const;
  std::set<ChangeId> seenIn(Role role, unsigned author, const Sight& sight, Place place) const;
  ChangeId enter(unsigned author, std::size_t record, std::uint64_t counter, HybridTime time,
                 std::vector<std::pair<Operation, Told>> composed);
  void write(Tablet& tablet, std::size_t record, std::vector<std::pair<Operation, Told>> composed);

  // schedule_sync.cpp: how changes and states travel
  const Verdict& take(Tablet& tablet, ChangeId id);
  void applyAtServer(ChangeId id, HybridTime effective, Verdict& verdict);
  void merge(RecordState& state, ChangeId id, Numbers numbers, HybridTime effective) const;
  void push(Tablet& tablet, std::size_t most, bool answersLost);
  void hear(Tablet& tablet, ChangeId id, const Verdict& verdict, Telling telling);
  void pull(Tablet& tablet, std::size_t page);

  // schedule_checks.cpp
  void addFound(const Contents& contents, unsigned row, Expected& found) const;
  Expected found(const RecordState& state) const;
  void checkSight(const Tablet& tablet, std::size_t record) const;
  void checkCopy(const Tablet& tablet, std::size_t record) const;
  void checkNothingVanished(const Tablet& tablet) const;
  void checkConflicts(std::size_t record, const RecordState& state, const Expected& expected) const;
  void checkEnd() const;
  std::set<ChangeId> appliedThrough(std::size_t record, std::uint64_t number) const;

  std::size_t pick(std::size_t choices) { return random_() % choices; }
  bool chance(std::size_t percent) { return pick(100) < percent; }
  void tell(const std::string& what) { story_.push_back(what); }

  std::mt19937_64 random_;
  LeftOut leftOut_;
  std::vector<std::string> story_;
  std::int64_t now_ = 1000;

  // Each schedule has little to write to, so that its authors meet.
  std::size_t recordsWritten_ = 1;
  std::vector<Place> fieldsWritten_;
  bool deletes_ = false, rolesChange_ = false;

  Oracle oracle_;
  std::vector<Entry> entries_;
  std::map<Dot, ChangeId> byDot_;
  std::vector<Tablet> tablets_;

  // The server.
  std::uint64_t lastNumber_ = 0;
  std::uint64_t serverCounter_ = 0;
  std::map<std::size_t, RecordState> records_;
  std::map<unsigned, std::uint64_t> through_;
  std::map<std::size_t, std::map<std::uint64_t, std::pair<ChangeId, RecordState>>> past_;
  std::array<std::optional<Sight>, 2> pages_;
};

}  // namespace rapport::test
