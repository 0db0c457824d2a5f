#include "server/review/history_view.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <set>

#include <nlohmann/json.hpp>

#include "server/review/history_operations.h"
#include "server/review/joined_changes.h"
#include "server/review/names.h"
#include "server/review/record_past.h"
#include "shared/base/limits.h"
#include "shared/merge/dot_text.h"
#include "shared/merge/filter.h"
#include "shared/protocol/number_text.h"
#include "shared/protocol/record_json.h"
#include "shared/sync/logged_change.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLines = 50;
constexpr std::size_t kMostLines = 4096;  // received in one millisecond

std::string_view nameOf(ReceiptStage stage) {
  switch (stage) {
    case ReceiptStage::kRefused:
      return "refused";
    case ReceiptStage::kQuarantined:
      return "quarantined";
    case ReceiptStage::kReviewed:
      return "reviewed";
    default:
      return "applied";
  }
}

Result<std::optional<std::int64_t>> cursorOf(const std::string& after) {
  if (after.empty()) return std::optional<std::int64_t>{};
  std::int64_t millis = 0;
  const char* end = after.data() + after.size();
  const auto [last, failure] = std::from_chars(after.data(), end, millis);
  if (failure == std::errc{} && last == end && millis >= 0) return std::optional(millis);
  return Error{ErrorCode::kInvalid, "This place in the history is unknown. Load it again."};
}

std::int64_t millisOf(const LogEntry& entry) { return entry.receivedAt.time_since_epoch().count(); }

struct Lines {
  std::vector<LogEntry> entries;
  bool more = false;
};

// A change, and when the server learnt of it.
struct Item {
  std::int64_t millis = 0;
  Change change;
  Json line;
  Applies applies = Applies::kYes;
};

std::string reasonOf(const LogEntry& entry) {
  if (!entry.earlier) return entry.verdict.reason;
  return "Given back by its tablet after the office was restored from a backup.";
}

// What an office's clock and a tablet's say within a visit to each other is no news.
constexpr std::int64_t kMuchMillis = 5 * 60 * 1000;

Json lineOf(Names& names, const Change& change, std::int64_t effectiveMillis, std::int64_t received,
            const char* verdict) {
  const std::int64_t claimed = change.wall.time_since_epoch().count();
  const bool differs = std::abs(claimed - effectiveMillis) > kMuchMillis;
  return {{"at", timeToJson(effectiveMillis)},
          {"received_at", timeToJson(received)},
          {"claimed_at", differs ? Json(timeToJson(claimed)) : Json(nullptr)},
          {"user", names.person(change.person)},
          {"device", names.device(change.dot.replica)},
          {"dot", dotText(change.dot)},
          {"number", nullptr},
          {"verdict", verdict}};
}

// What was sent back is for its author, and for those who see to it.
bool mayKnow(const Viewer& viewer, const Change& change, ReceiptStage stage) {
  if (stage != ReceiptStage::kRefused && stage != ReceiptStage::kQuarantined) return true;
  const bool seesToIt = viewer.role != Role::kVolunteer && viewer.role != Role::kWorker;
  return seesToIt || (!viewer.person.uuid.isNil() && change.person == viewer.person);
}

// Nothing of what nobody can read any more, and of what is not for this viewer.
std::optional<Item> itemOf(const Viewer& viewer, const RecordType& type, Names& names,
                           const LogEntry& entry) {
  Result<Change> change = loggedChange(entry);
  if (!change || change->type != type.number) return std::nullopt;
  const ReceiptStage stage = entry.verdict.stage;
  if (!mayKnow(viewer, *change, stage)) return std::nullopt;
  const bool applied = stage == ReceiptStage::kApplied || stage == ReceiptStage::kReviewed;
  // What was never applied has no time but what its device claimed.
  const std::int64_t millis =
      entry.verdict.effective.millis > 0 ? entry.verdict.effective.millis : millisOf(entry);
  Json line = lineOf(names, *change, millis, millisOf(entry), nameOf(stage).data());
  if (entry.verdict.after) line["number"] = numberText(*entry.verdict.after);
  line["reason"] = reasonOf(entry);
  return Item{millisOf(entry), *std::move(change), std::move(line),
              applied ? Applies::kYes : Applies::kNo};
}

// What came back with copies after a restore, and with whose.
Status addJoined(const Viewer& viewer, RecordId id, const RecordType& type, Names& names,
                 const std::function<bool(std::int64_t)>& onPage, std::vector<Item>& items) {
  const auto joins = viewer.reader.joins(id);
  if (!joins) return joins.error();
  const auto changes = joinedChanges(viewer.reader, type, *joins);
  if (!changes) return changes.error();
  for (const auto& [change, by] : *changes) {
    const std::int64_t millis = by->receivedAt.time_since_epoch().count();
    if (!onPage(millis)) continue;
    Change told = change;
    told.type = type.number;
    told.formVersion = type.formVersion;
    // Of its own clock the copy tells nothing.
    told.wall = WallTime{std::chrono::milliseconds{change.time.millis}};
    Json line = lineOf(names, told, change.time.millis, millis, "applied");
    line["number"] = numberText(by->number);
    line["reason"] = "Came back after the office was restored from a backup, with the copy on " +
                     names.device(by->replica) + ".";
    items.push_back({millis, std::move(told), std::move(line)});
  }
  return {};
}

// A page ends between two milliseconds, for the cursor tells no finer.
Result<Lines> linesBefore(ServerReader& reader, RecordId id, std::optional<std::int64_t> before) {
  for (std::size_t limit = kLines;; limit *= 2) {
    auto entries = reader.history(id, before, limit + 1);
    if (!entries) return entries.error();
    if (entries->size() <= limit) return Lines{std::move(*entries), false};
    const std::int64_t cut = millisOf(entries->back());
    if (millisOf(entries->front()) == cut && limit < kMostLines) continue;
    std::erase_if(*entries, [cut](const LogEntry& entry) { return millisOf(entry) == cut; });
    return Lines{std::move(*entries), true};
  }
}

// What is told of one record to one viewer.
struct Page {
  std::vector<Item> items;
  std::optional<std::int64_t> next;
};

Result<Page> pageOf(const Viewer& viewer, RecordId id, const RecordType& type, Names& names,
                    std::optional<std::int64_t> before) {
  const Result<Lines> lines = linesBefore(viewer.reader, id, before);
  if (!lines) return lines.error();
  Page page;
  for (const LogEntry& entry : lines->entries) {
    if (auto item = itemOf(viewer, type, names, entry)) page.items.push_back(*std::move(item));
  }
  if (lines->more && !lines->entries.empty()) page.next = millisOf(lines->entries.back());
  const auto onPage = [&](std::int64_t millis) {
    return (!before || millis < *before) && (!page.next || millis >= *page.next);
  };
  if (const Status added = addJoined(viewer, id, type, names, onPage, page.items); !added) {
    return added.error();
  }
  std::ranges::stable_sort(page.items, std::greater{}, &Item::millis);
  return page;
}

}  // namespace

Result<Json> historyView(const Viewer& viewer, RecordId id, const HistoryQuestion& question) {
  const auto state = viewer.reader.record(id);
  if (!state) return state.error();
  const RecordType* type = *state ? viewer.catalogue.type((*state)->type) : nullptr;
  const auto visible = *state ? filterFor(viewer.role, type, **state) : std::nullopt;
  if (!visible) {
    return Error{ErrorCode::kNotFound, "There is no such record, or it is not for your role."};
  }
  auto before = cursorOf(question.after);
  if (!before) return before.error();
  const auto past = RecordPast::of(viewer.reader, viewer.catalogue, id);
  if (!past) return past.error();
  Names names(viewer.reader, viewer.catalogue);
  std::map<Dot, Done> done;
  const HistoryScope scope{viewer, *type, **state, *visible, *past, done, names, question.field};
  std::vector<Item> items;
  // Changes of which the viewer may know nothing fill no page.
  do {
    auto page = pageOf(viewer, id, *type, names, *before);
    if (!page) return page.error();
    for (Item& item : page->items) {
      const bool told = !operationsToJson(scope, item.change, item.applies).empty();
      if (told) items.push_back(std::move(item));
    }
    *before = page->next;
  } while (*before && items.size() < kLines);
  std::set<Dot> dots;
  for (const Item& item : items) dots.insert(item.change.dot);
  done = past->done(dots);
  Json out = Json::array();
  for (Item& item : items) {
    item.line["operations"] = operationsToJson(scope, item.change, item.applies);
    out.push_back(std::move(item.line));
  }
  return Json{{"items", std::move(out)},
              {"next", *before ? Json(std::to_string(**before)) : Json(nullptr)}};
}

}  // namespace rapport
