#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/model/programme_settings.h"
#include "shared/model/tally_cell_key.h"
#include "shared/sync/notebook.h"

namespace rapport {

// Named as the buckets spell it (tally_cell_key.h), in ASCII, for life: what a tap counts stays
// where it was counted, whatever the programme's settings say afterwards.
struct TallyTile {
  std::string band;      // "18-39", or kNotAsked
  std::string language;  // "es", or kOtherLanguage
  auto operator<=>(const TallyTile&) const = default;
};
inline constexpr std::string_view kOtherLanguage = "other";

// The rows and columns that a programme counts in: its age bands and languages, and after them
// "not asked" and "another", which are always there.
struct TallyGrid {
  std::vector<std::string> bands{};
  std::vector<std::string> languages{};
  bool has(const TallyTile& tile) const;
};
TallyGrid gridOf(const ProgrammeSettings& settings);

struct StationFacts {
  std::string id{};
  std::string name{};
};

struct OtherTablet {
  std::string name{};
  std::int64_t people = 0;
};

// What is known of one event's head count on this tablet.
struct TallyFacts {
  TallyGrid grid{};                      // as the programme counts now
  std::vector<StationFacts> stations{};  // by name
  std::int64_t total = 0;                // all tablets, all stations
  std::int64_t mine = 0;                 // this tablet, all stations
  std::vector<OtherTablet> others{};     // those heard of
  std::optional<WallTime> heard{};       // when everything was last exchanged
  // This tablet's, by station; those that the grid no longer has as well.
  std::map<std::pair<std::string, TallyTile>, std::int64_t> tiles{};
  std::map<WallTime, std::int64_t> arrivals{};  // this tablet's, by the half hour they came in
};

Result<TallyFacts> readTally(Notebook& notebook, RecordId event);
// Only the sums: what a card shows.
struct HeadCount {
  std::int64_t total = 0;
  std::int64_t mine = 0;
  std::optional<WallTime> heard{};
};
Result<HeadCount> readHeadCount(Notebook& notebook, RecordId event);

// The station an event has before anybody names one: the same record on every tablet.
RecordId firstStationOf(RecordId event);
RecordId tallyCellOf(RecordId event, RecordId station, const TallyTile& tile);

// Counts `amount` people (an undo counts −1) in one tile; makes the cell and, if it is not there
// yet, the first station under the name given.
Result<Kept> countPeople(Notebook& notebook, RecordId event, RecordId station,
                         const std::string& stationName, const TallyTile& tile,
                         std::int64_t amount);

}  // namespace rapport
