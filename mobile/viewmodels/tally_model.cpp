#include "mobile/viewmodels/tally_model.h"

#include <algorithm>

#include "mobile/viewmodels/open_event.h"
#include "mobile/viewmodels/tally_words.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

constexpr std::chrono::milliseconds kTremble{250};  // DESIGN T2
constexpr int kLitMillis = 8000;                    // DESIGN "TallyTile"
constexpr int kSecondMillis = 1000;
constexpr std::size_t kBarsShown = 4;

}  // namespace

TallyModel::TallyModel(QObject* parent)
    : ViewModel(parent),
      stations_({"stationId", "name", "chosen"}),
      bands_({"band", "name", "soFar", "asked"}),
      languages_({"language", "name", "soFar"}),
      tiles_({"tile", "people", "lit", "spoken"}),
      tablets_({"tablet", "name", "heard", "people"}),
      arrivals_({"time", "people", "share", "latest"}) {
  lit_.setSingleShot(true);
  lit_.setInterval(kLitMillis);
  connect(&lit_, &QTimer::timeout, this, [this] {
    hit_.clear();
    showTiles();
  });
  second_.setInterval(kSecondMillis);
  connect(&second_, &QTimer::timeout, this, &TallyModel::undoChanged);
  second_.start();
}

void TallyModel::setEventId(const QString& id) {
  if (id == eventId_) return;
  eventId_ = id;
  emit eventIdChanged();
  refresh();
}

Result<TallyModel::Reading> TallyModel::readingOf(Notebook& notebook, Drafts& drafts,
                                                  std::string eventId, WallTime now) {
  const auto events = readEvents(notebook);
  if (!events.ok()) return events.error();
  const EventFacts* event = openEvent(*events, now);
  for (const EventFacts& each : *events)
    if (each.id == eventId) event = &each;
  if (event == nullptr) {
    return Error{ErrorCode::kNotFound, "No event is open now. Open one under Events, then count."};
  }
  auto facts = readTally(notebook, RecordId{*Uuid::parse(event->id)});
  if (!facts.ok()) return facts.error();
  return Reading{*event, std::move(*facts), readSteps(drafts, event->id)};
}

void TallyModel::readAgain() {
  desk()->read(
      this,
      [id = eventId_.toStdString(), now = desk()->clock().wallNow()](
          Notebook& notebook, Drafts& drafts) { return readingOf(notebook, drafts, id, now); },
      [this](const Result<Reading>& reading) {
        // A reading made between two taps knows only the first; the second brings its own.
        if (saving_ == 0) reading.ok() ? showReading(*reading) : say(reading.error());
        readingShown();
      });
}

std::string TallyModel::stationId() const {
  if (!chosen_.empty()) return chosen_;
  if (!steps_.empty()) return steps_.back().station;
  const auto counted =
      std::ranges::max_element(facts_.tiles, {}, [](const auto& tile) { return tile.second; });
  if (counted != facts_.tiles.end() && counted->second > 0) return counted->first.first;
  if (!facts_.stations.empty()) return facts_.stations.front().id;
  const auto event = Uuid::parse(event_.id);
  return event ? firstStationOf(RecordId{*event}).toString() : std::string();
}

QString TallyModel::station() const {
  const std::string id = stationId();
  for (const StationFacts& station : facts_.stations)
    if (station.id == id) return toQt(station.name);
  return event_.place.empty() ? tr("Front table") : toQt(event_.place);
}

void TallyModel::showReading(const Reading& reading) {
  event_ = reading.event;
  facts_ = reading.facts;
  steps_ = reading.steps;
  const Clock& clock = desk()->clock();
  subtitle_ = event_.timed
                  ? QStringLiteral("%1 · %2–%3")
                        .arg(toQt(event_.partner), hourMinute(localTime(event_.start, clock)),
                             hourMinute(localTime(event_.end, clock)))
                  : toQt(event_.partner);
  QList<QVariantList> stations;
  for (const StationFacts& station : facts_.stations)
    stations.append({toQt(station.id), toQt(station.name), station.id == stationId()});
  stations_.show(stations);
  showTiles();
  showTablets();
  showArrivals();
  emit changed();
  emit undoChanged();
}

void TallyModel::showTiles() {
  const std::string station = stationId();
  QList<QVariantList> tiles, bands, languages;
  std::map<std::string, int> columns;
  for (const std::string& band : facts_.grid.bands) {
    int row = 0;
    for (const std::string& language : facts_.grid.languages) {
      const TallyTile tile{band, language};
      const auto found = facts_.tiles.find({station, tile});
      const int here = found != facts_.tiles.end() ? static_cast<int>(found->second) : 0;
      const QString key = nameOfTile(tile);
      tiles.append(
          {key, here, key == hit_,
           tr("%1, %2: %3. Add one").arg(bandWord(band), countedLanguageWord(language)).arg(here)});
      columns[language] += here;
      row += here;
    }
    bands.append({toQt(band), bandWord(band), tr("%1 so far").arg(row), band != kNotAsked});
  }
  for (const std::string& language : facts_.grid.languages)
    languages.append({toQt(language), countedLanguageWord(language), columns[language]});
  tiles_.show(tiles);
  bands_.show(bands);
  languages_.show(languages);
}

void TallyModel::showTablets() {
  const Clock& clock = desk()->clock();
  QList<QVariantList> rows{
      {QStringLiteral("here"), tr("This tablet"), QString(), QString::number(facts_.mine)}};
  const QString heard =
      facts_.heard
          ? tr("heard %1").arg(dayAndTime(localTime(*facts_.heard, clock), localToday(clock)))
          : QString();
  for (const OtherTablet& other : facts_.others)
    rows.append({toQt(other.name), toQt(other.name), heard, QString::number(other.people)});
  // What others count after that is not known, and says so.
  if (facts_.others.empty())
    rows.append(
        {QStringLiteral("others"), tr("Other tablets"), tr("not heard yet"), QStringLiteral("?")});
  tablets_.show(rows);
}

void TallyModel::showArrivals() {
  const Clock& clock = desk()->clock();
  std::int64_t most = 1;
  for (const auto& [time, people] : facts_.arrivals) most = std::max(most, people);
  QList<QVariantList> bars;
  auto bar = facts_.arrivals.begin();
  if (facts_.arrivals.size() > kBarsShown) std::advance(bar, facts_.arrivals.size() - kBarsShown);
  for (; bar != facts_.arrivals.end(); ++bar) {
    bars.append(
        {hourMinute(localTime(bar->first, clock)),
         static_cast<int>(std::max<std::int64_t>(0, bar->second)),
         static_cast<double>(std::max<std::int64_t>(0, bar->second)) / static_cast<double>(most),
         std::next(bar) == facts_.arrivals.end()});
  }
  arrivals_.show(bars);
}

QString TallyModel::former() const { return formerWord(facts_, stationId()); }

QString TallyModel::undoWord() const {
  if (steps_.empty() || desk() == nullptr) return {};
  const TallyStep& last = steps_.back();
  const TallyTile tile = tileNamed(last.tile);
  const auto age = std::chrono::floor<std::chrono::seconds>(desk()->clock().wallNow() - last.at);
  return QStringLiteral("%1, %2 · %3")
      .arg(bandWord(tile.band), countedLanguageWord(tile.language), agoWord(age));
}

void TallyModel::add(const QString& tile) {
  if (event_.id.empty() || !facts_.grid.has(tileNamed(tile))) return;
  const auto now = desk()->clock().steadyNow();
  if (tile == hit_ && now - tappedAt_ < kTremble) return;
  tappedAt_ = now;
  hit_ = tile;
  lit_.start();
  const TallyStep step{tile, stationId(), desk()->clock().wallNow()};
  steps_.push_back(step);
  if (steps_.size() > kUndoSteps) steps_.erase(steps_.begin());
  count(step, 1);
}

void TallyModel::undo() {
  if (steps_.empty()) return;
  const TallyStep step = steps_.back();
  steps_.pop_back();
  hit_.clear();
  lit_.stop();
  count(step, -1);
}

// The screen counts at once; what the tablet then really holds is read again and stands.
void TallyModel::count(const TallyStep& step, std::int64_t amount) {
  facts_.tiles[{step.station, tileNamed(step.tile)}] += amount;
  facts_.total += amount;
  facts_.mine += amount;
  showTiles();
  showTablets();
  emit changed();
  emit undoChanged();
  ++saving_;
  desk()->write(
      this,
      [step, amount, event = event_.id, steps = steps_, name = station().toStdString()](
          Notebook& notebook, Drafts& drafts) -> Status {
        const auto kept =
            countPeople(notebook, RecordId{*Uuid::parse(event)},
                        RecordId{*Uuid::parse(step.station)}, name, tileNamed(step.tile), amount);
        return kept.ok() ? keepSteps(drafts, event, steps) : Status(kept.error());
      },
      [this](const Status& status) {
        --saving_;
        if (saved(status)) emit counted();
      });
}

void TallyModel::chooseStation(const QString& id) {
  chosen_ = id.toStdString();
  refresh();
}

void TallyModel::addStation(const QString& name) {
  if (event_.id.empty() || name.trimmed().isEmpty()) return;
  desk()->write(
      this,
      [event = event_.id, name = name.trimmed().toStdString()](Notebook& notebook, Drafts&) {
        return notebook.put(
            {.type = "station", .fields = {{"event", Value(event)}, {"name", Value(name)}}});
      },
      [this](const Result<Kept>& kept) {
        if (saved(kept)) chooseStation(QString::fromStdString(kept->id.toString()));
      });
}

}  // namespace rapport
