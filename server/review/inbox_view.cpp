#include "server/review/inbox_view.h"

#include <nlohmann/json.hpp>

#include "server/review/names.h"
#include "server/review/record_page.h"
#include "shared/merge/filter.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/protocol/number_text.h"
#include "shared/protocol/record_json.h"
#include "shared/sync/record_facts.h"
#include "shared/sync/review.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

bool reviews(const Viewer& viewer) {
  const RecordType* review = viewer.catalogue.type(std::string_view{kReviewTypeName});
  return review != nullptr && mayWrite(*review, viewer.role);
}

// By type, of those that the role may read.
Result<std::vector<std::pair<const RecordType*, std::size_t>>> waitingByType(const Viewer& viewer) {
  const auto counts = viewer.reader.countByType();
  if (!counts) return counts.error();
  std::vector<std::pair<const RecordType*, std::size_t>> waiting;
  for (const TypeCount& count : *counts) {
    const RecordType* type = viewer.catalogue.type(count.type);
    if (count.waiting == 0 || type == nullptr || !mayRead(*type, viewer.role)) continue;
    waiting.emplace_back(type, count.waiting);
  }
  return waiting;
}

Json itemOf(const Viewer& viewer, Names& names, const RecordType& type, const RecordRow& row) {
  if (!mayRead(type, viewer.role)) return nullptr;
  const auto state = filterFor(viewer.role, &type, row.state);
  Json item{{"id", row.state.id.toString()},
            {"type", type.name},
            {"at", timeToJson(row.facts.updatedAtMillis)},
            {"sealed", !state.has_value()}};
  item["title"] = state ? titleOf(type, *state) : "";
  item["number"] = state && row.state.number ? numberText(*row.state.number) : "";
  item["person"] = state ? names.person(row.facts.updatedBy) : "";
  item["device"] = state ? names.device(row.facts.updatedOn) : "";
  item["conflict"] = state && needsPerson(type, *state);
  return item;
}

}  // namespace

Result<std::size_t> countInbox(const Viewer& viewer) {
  if (!reviews(viewer)) return std::size_t{0};
  const auto waiting = waitingByType(viewer);
  if (!waiting) return waiting.error();
  std::size_t total = 0;
  for (const auto& [type, count] : *waiting) total += count;
  return total;
}

Result<Json> inboxView(const Viewer& viewer, const InboxQuestion& question) {
  if (!reviews(viewer)) {
    return Error{ErrorCode::kRefused, "Coordinators and safeguarding officers review records."};
  }
  auto query = queryOf(viewer, {question.type, "", question.after, question.limit});
  if (!query) return query.error();
  query->wanted = Wanted::kWaiting;
  query->order = question.oldestFirst ? Order::kOldestFirst : Order::kNewestFirst;
  Names names(viewer.reader, viewer.catalogue);
  const auto item = [&](const RecordType& type, const RecordRow& row) {
    return itemOf(viewer, names, type, row);
  };
  Result<Json> page = recordPage(viewer, *query, question.limit, item);
  if (!page) return page;
  query->order = Order::kOldestFirst;
  query->beyond.reset();
  const Result<Json> oldest = recordPage(viewer, *query, 1, item);
  if (!oldest) return oldest;
  (*page)["oldest_at"] = nullptr;
  if (!(*oldest)["items"].empty()) (*page)["oldest_at"] = (*oldest)["items"][0]["at"];
  const auto waiting = waitingByType(viewer);
  if (!waiting) return waiting.error();
  (*page)["types"] = Json::array();
  std::size_t total = 0;
  for (const auto& [type, count] : *waiting) {
    (*page)["types"].push_back({{"type", type->name}, {"waiting", count}});
    if (question.type.empty() || question.type == type->name) total += count;
  }
  (*page)["total"] = total;
  return page;
}

}  // namespace rapport
