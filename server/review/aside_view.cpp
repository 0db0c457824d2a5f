#include "server/review/aside_view.h"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "server/review/history_operations.h"
#include "server/review/names.h"
#include "server/review/record_past.h"
#include "shared/base/limits.h"
#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/record_json.h"
#include "shared/sync/logged_change.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

bool writesTrue(const Change& change, std::string_view field, const RecordType& type) {
  const FieldDeclaration* declared = type.field(field);
  return std::ranges::any_of(change.operations, [&](const Operation& operation) {
    const auto* write = std::get_if<WriteValue>(&operation.deed);
    return declared == nullptr ||
           (operation.field == declared->number && write != nullptr && write->value == Value{true});
  });
}

// What is sealed of a record that is not there was said by a change that was set aside too.
Result<bool> isMeantSealed(ServerReader& reader, const RecordType& type, RecordId id) {
  const auto past = reader.history(id, std::nullopt, limits::kRecordsPerPage);
  if (!past) return past.error();
  if (past->size() >= limits::kRecordsPerPage) return true;
  for (const LogEntry& entry : *past) {
    const auto change = loggedChange(entry);
    if (!change || writesTrue(*change, *type.sealedWhen, type)) return true;
  }
  return false;
}

Result<bool> mayReadWords(const Viewer& viewer, const RecordType& type, RecordId id,
                          const std::optional<RecordState>& now) {
  if (!mayRead(type, viewer.role)) return false;
  if (!type.sealedWhen || mayReadSealed(type, viewer.role)) return true;
  if (now) return filterFor(viewer.role, &type, *now).has_value();
  const auto sealed = isMeantSealed(viewer.reader, type, id);
  return sealed ? Result<bool>(!*sealed) : sealed;
}

// Nobody can read what was erased since, or what is in a box that the office cannot open, nor a
// kind that it does not know: whoever sees to it may put it away.
Result<bool> maySettle(const Viewer& viewer, const LogEntry& entry) {
  const auto change = loggedChange(entry);
  const RecordType* type = change ? viewer.catalogue.type(change->type) : nullptr;
  if (type == nullptr) return true;
  const auto now = viewer.reader.record(change->record);
  return now ? mayReadWords(viewer, *type, change->record, *now) : now.error();
}

Result<Json> operationsOf(const Viewer& viewer, const RecordType& type, const Change& change,
                          const std::optional<RecordState>& now, Names& names) {
  const auto past = RecordPast::of(viewer.reader, viewer.catalogue, change.record);
  if (!past) return past.error();
  static const RecordState kNothing;
  const RecordState& state = now ? *now : kNothing;
  const std::map<Dot, Done> none;
  const HistoryScope scope{viewer, type, state, state, *past, none, names, {}};
  return operationsToJson(scope, change, Applies::kNo);
}

Result<Json> itemOf(const Viewer& viewer, const LogEntry& entry, Names& names) {
  const std::int64_t received = entry.receivedAt.time_since_epoch().count();
  Json item{{"place", std::to_string(entry.place)},
            {"at", timeToJson(received)},
            {"received_at", timeToJson(received)},
            {"user", ""},
            {"device", names.device(entry.dot.replica)},
            {"reason", entry.verdict.reason},
            {"record", nullptr},
            {"type", nullptr},
            {"there", false},
            {"may_settle", true},
            {"operations", Json::array()}};
  // Erased since, or in a box that the office cannot open: that it came is all there is to tell.
  const auto change = loggedChange(entry);
  if (!change) return item;
  const auto now = viewer.reader.record(change->record);
  if (!now) return now.error();
  const RecordType* type = viewer.catalogue.type(change->type);
  item["at"] = timeToJson(change->time.millis);
  item["user"] = names.person(change->person);
  item["record"] = change->record.toString();
  if (type == nullptr) return item;
  item["type"] = type->name;
  item["there"] = *now && filterFor(viewer.role, type, **now).has_value();
  const auto may = mayReadWords(viewer, *type, change->record, *now);
  if (!may) return may.error();
  item["may_settle"] = *may;
  if (!*may) return item;
  auto operations = operationsOf(viewer, *type, *change, *now, names);
  if (!operations) return operations;
  item["operations"] = *std::move(operations);
  return item;
}

}  // namespace

std::optional<std::int64_t> asidePlace(const std::string& text) {
  std::int64_t place = 0;
  const char* end = text.data() + text.size();
  const auto [last, failure] = std::from_chars(text.data(), end, place);
  if (failure != std::errc{} || last != end || place < 0) return std::nullopt;
  return place;
}

Status maySettleAside(const Viewer& viewer, std::int64_t place) {
  const auto entries = viewer.reader.asideBefore(place + 1, 1);
  if (!entries) return entries.error();
  if (entries->empty() || entries->front().place != place) return {};  // the store says so itself
  const auto may = maySettle(viewer, entries->front());
  if (!may) return may.error();
  if (*may) return {};
  return Error{ErrorCode::kRefused,
               "Its words are not for your role. Whoever may read them puts it away."};
}

Result<Json> asideView(const Viewer& viewer, const std::string& after, std::size_t limit) {
  const auto place = asidePlace(after);
  if (!after.empty() && !place) {
    return Error{ErrorCode::kInvalid, "This place in the list is unknown. Load it again."};
  }
  const auto entries = viewer.reader.asideBefore(place, limit);
  if (!entries) return entries.error();
  Names names(viewer.reader, viewer.catalogue);
  Json items = Json::array();
  for (const LogEntry& entry : *entries) {
    auto item = itemOf(viewer, entry, names);
    if (!item) return item;
    items.push_back(*std::move(item));
  }
  Json next = nullptr;
  if (entries->size() == limit && !entries->empty()) {
    next = std::to_string(entries->back().place);
  }
  return Json{{"items", std::move(items)}, {"next", std::move(next)}};
}

}  // namespace rapport
