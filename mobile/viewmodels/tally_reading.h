#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/model/tally_cell_key.h"
#include "shared/sync/notebook.h"

namespace rapport {

// The grid's rows and columns, as buckets spell them (tally_cell_key.h): in ASCII, for life. "Not
// asked" is a row like any other.
inline constexpr std::array<std::string_view, 5> kAgeBands{"0-17", "18-39", "40-64", "65+",
                                                           kNotAsked};
inline constexpr std::array<std::string_view, 4> kTallyLanguages{"en", "es", "ar", "other"};

struct TallyTile {
  std::size_t band = 0;      // into kAgeBands
  std::size_t language = 0;  // into kTallyLanguages
  auto operator<=>(const TallyTile&) const = default;
};

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
  std::vector<StationFacts> stations{};  // by name
  std::int64_t total = 0;                // all tablets, all stations
  std::int64_t mine = 0;                 // this tablet, all stations
  std::vector<OtherTablet> others{};     // those heard of
  std::optional<WallTime> heard{};       // when everything was last exchanged
  std::map<std::pair<std::string, TallyTile>, std::int64_t> tiles{};  // this tablet's, by station
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
RecordId tallyCellOf(RecordId event, RecordId station, TallyTile tile);

// Counts `amount` people (an undo counts −1) in one tile; makes the cell and, if it is not there
// yet, the first station under the name given.
Result<Kept> countPeople(Notebook& notebook, RecordId event, RecordId station,
                         const std::string& stationName, TallyTile tile, std::int64_t amount);

}  // namespace rapport
