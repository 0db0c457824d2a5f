#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "shared/base/result.h"
#include "shared/merge/place.h"
#include "shared/merge/taken_back.h"
#include "shared/merge/undo.h"
#include "shared/model/catalogue.h"
#include "shared/sync/replay.h"
#include "shared/sync/server_store.h"

namespace rapport {

// What became of one thing that a change did: told by numbers and heads, never by clocks.
struct Fate {
  bool stands = false;
  std::optional<Dot> endedBy{};  // whose author knew of it and wrote something else
  bool undone = false;           // … namely what was there before
  PersonId endedByPerson{};      // theirs
};

// A record's past, for its history and for undo. Goes through its newest changes, up to
// kMostChanges and about kMostBytes of them; of what stood before those nothing is claimed.
class RecordPast {
 public:
  static constexpr std::size_t kMostChanges = 20'000;
  static constexpr std::size_t kMostBytes = std::size_t{32} * 1024 * 1024;

  // Reader and catalogue are borrowed for the call alone.
  static Result<RecordPast> of(ServerReader& reader, const Catalogue& catalogue, RecordId id);

  // Of a value that was written, an element that was added, a count, or a delete or keep; `now` is
  // the record as it is.
  Fate fateOf(const RecordState& now, const Place& place, const Dot& dot,
              const Value& element = {}) const;
  Fate fateOfRemoval(const RecordState& now, const Place& place, const Dot& dot,
                     const Value& element) const;
  // What these changes did, and to what; those are left out that were not applied or lie further
  // back.
  std::map<Dot, Done> done(const std::set<Dot>& wanted) const;
  // The record as it was under this number of the present epoch; nothing, where its past is longer
  // than what was gone through.
  std::optional<RecordState> at(const Number& number) const;

 private:
  struct Thing {
    Dot dot;
    Place place;
    Value element;  // of a set; cleared for the rest
    auto operator<=>(const Thing&) const = default;
  };
  struct End {
    Dot by;
    bool goesOn = false;  // the other said the same
    bool undone = false;
  };
  class Walk;

  static constexpr std::size_t kTogether = 500;  // read at once

  // Newest first; says in whole_ whether it is all of them.
  Result<std::vector<LogEntry>> newestOf(ServerReader& reader, RecordId id);
  Fate ended(const Dot& by, bool undone) const;

  ProgrammePast programme_;
  std::vector<PastStep> steps_;
  bool whole_ = true;
  std::map<Thing, End> ends_;
  TakenBack takenBack_;
  std::map<Dot, PersonId> authors_;
};

}  // namespace rapport
