#include "mobile/viewmodels/tally_reading.h"

#include <algorithm>

#include "mobile/viewmodels/programme_reading.h"
#include "mobile/viewmodels/record_view.h"
#include "shared/crypto/uuid_v5.h"
#include "shared/model/tally_cell_key.h"

namespace rapport {
namespace {

WallTime halfHourOf(WallTime moment) {
  using HalfHours = std::chrono::duration<std::int64_t, std::ratio<1800>>;
  return std::chrono::floor<HalfHours>(moment);
}

std::string bucketsOf(const TallyTile& tile) {
  const auto spelled = spellBuckets({{"age_band", tile.band}, {"language", tile.language}});
  return spelled.ok() ? *spelled : std::string();
}

// A cell that asked more besides stands in the same tile; what it did not ask is "not asked".
std::optional<TallyTile> tileOf(const std::string& buckets) {
  const auto read = readBuckets(buckets);
  if (!read) return std::nullopt;
  TallyTile tile{std::string(kNotAsked), std::string(kNotAsked)};
  for (const Bucket& bucket : *read) {
    if (bucket.dimension == "age_band") tile.band = bucket.value;
    if (bucket.dimension == "language") tile.language = bucket.value;
  }
  return tile;
}

// This tablet counted under its present id and those it had before.
std::int64_t ownCount(const RecordView& view, const Standing& standing) {
  std::int64_t sum = view.countOf("people", standing.replica);
  for (const auto& [replica, through] : standing.formerly) sum += view.countOf("people", replica);
  return sum;
}

Status addArrivals(Notebook& notebook, RecordId cell, FieldNumber people, TallyFacts& tally) {
  const auto history = notebook.history(cell);
  if (!history.ok()) return history.error();
  for (const HistoryLine& line : *history) {
    if (!line.own || line.receipt.stage == ReceiptStage::kRefused) continue;
    for (const Operation& operation : line.change.operations) {
      const auto* added = std::get_if<AddAmount>(&operation.deed);
      if (added == nullptr || operation.field != people) continue;
      tally.arrivals[halfHourOf(line.change.wall)] += added->amount;
    }
  }
  return {};
}

void addOthers(Notebook& notebook, const RecordSheet& sheet, const Standing& standing,
               std::map<ReplicaId, OtherTablet>& others) {
  const FieldDeclaration* people = sheet.type->field("people");
  const FieldState* state = people != nullptr ? sheet.state.field(people->number) : nullptr;
  if (state == nullptr) return;
  for (const CountEntry& entry : state->counts) {
    const bool own = entry.replica == standing.replica ||
                     std::ranges::any_of(standing.formerly, [&](const auto& former) {
                       return former.first == entry.replica;
                     });
    if (own) continue;
    OtherTablet& other = others[entry.replica];
    if (other.name.empty()) other.name = notebook.deviceName(entry.replica);
    other.people += entry.sum;
  }
}

Status readCell(Notebook& notebook, const RecordSheet& sheet, const Standing& standing,
                TallyFacts& tally, std::map<ReplicaId, OtherTablet>& others) {
  const RecordView view(sheet);
  const std::int64_t mine = ownCount(view, standing);
  tally.total += view.count("people");
  tally.mine += mine;
  addOthers(notebook, sheet, standing, others);
  if (const auto tile = tileOf(view.text("buckets")))
    tally.tiles[{view.text("station"), *tile}] += mine;
  const FieldDeclaration* people = sheet.type->field("people");
  if (people == nullptr || mine == 0) return {};
  return addArrivals(notebook, sheet.state.id, people->number, tally);
}

Status readStations(Notebook& notebook, const std::string& event, TallyFacts& tally) {
  const Status read = notebook.each("station", [&](const RecordSheet& sheet) {
    const RecordView view(sheet);
    if (view.text("event") == event) tally.stations.push_back({view.id(), view.text("name")});
    return true;
  });
  std::ranges::sort(tally.stations, {}, [](const StationFacts& s) { return s.name; });
  return read;
}

}  // namespace

bool TallyGrid::has(const TallyTile& tile) const {
  return std::ranges::find(bands, tile.band) != bands.end() &&
         std::ranges::find(languages, tile.language) != languages.end();
}

TallyGrid gridOf(const ProgrammeSettings& settings) {
  TallyGrid grid{settings.ageBands, settings.languages};
  grid.bands.emplace_back(kNotAsked);
  grid.languages.emplace_back(kOtherLanguage);
  return grid;
}

Result<TallyFacts> readTally(Notebook& notebook, RecordId event) {
  TallyFacts tally;
  const auto standing = notebook.store().standing();
  if (!standing.ok()) return standing.error();
  const auto settings = readProgramme(notebook);
  if (!settings.ok()) return settings.error();
  tally.grid = gridOf(*settings);
  const std::string wanted = event.toString();
  if (Status read = readStations(notebook, wanted, tally); !read.ok()) return read.error();
  std::map<ReplicaId, OtherTablet> others;
  Status inner;
  const Status read = notebook.each("tally_cell", [&](const RecordSheet& sheet) {
    if (RecordView(sheet).text("event") != wanted) return true;
    inner = readCell(notebook, sheet, *standing, tally, others);
    return inner.ok();
  });
  if (!read.ok()) return read.error();
  if (!inner.ok()) return inner.error();
  for (auto& [replica, other] : others) tally.others.push_back(std::move(other));
  tally.heard = standing->lastSuccess;
  return tally;
}

Result<HeadCount> readHeadCount(Notebook& notebook, RecordId event) {
  const auto standing = notebook.store().standing();
  if (!standing.ok()) return standing.error();
  HeadCount count{.heard = standing->lastSuccess};
  const std::string wanted = event.toString();
  const Status read = notebook.each("tally_cell", [&](const RecordSheet& sheet) {
    const RecordView view(sheet);
    if (view.text("event") != wanted) return true;
    count.total += view.count("people");
    count.mine += ownCount(view, *standing);
    return true;
  });
  if (!read.ok()) return read.error();
  return count;
}

RecordId firstStationOf(RecordId event) {
  return {makeUuidV5(kTallyNamespace, "station:" + event.toString())};
}

RecordId tallyCellOf(RecordId event, RecordId station, const TallyTile& tile) {
  return {makeUuidV5(kTallyNamespace, tallyCellName(event, station, bucketsOf(tile)))};
}

Result<Kept> countPeople(Notebook& notebook, RecordId event, RecordId station,
                         const std::string& stationName, const TallyTile& tile,
                         std::int64_t amount) {
  if (station == firstStationOf(event)) {
    const auto there = notebook.get(station);
    if (!there.ok()) return there.error();
    if (!there->has_value()) {
      const auto made = notebook.put(
          {.id = station,
           .type = "station",
           .fields = {{"event", Value(event.toString())}, {"name", Value(stationName)}}});
      if (!made.ok()) return made.error();
    }
  }
  const RecordId id = tallyCellOf(event, station, tile);
  const auto cell = notebook.get(id);
  if (!cell.ok()) return cell.error();
  Entry entry{.id = id, .type = "tally_cell", .fields = {{"people", AddAmount{amount}}}};
  if (!cell->has_value()) {
    entry.fields.push_back({"event", Value(event.toString())});
    entry.fields.push_back({"station", Value(station.toString())});
    entry.fields.push_back({"buckets", Value(bucketsOf(tile))});
  }
  return notebook.put(entry);
}

}  // namespace rapport
