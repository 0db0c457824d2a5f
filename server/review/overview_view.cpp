#include "server/review/overview_view.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "server/review/inbox_view.h"
#include "server/review/names.h"
#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "shared/protocol/record_json.h"
#include "shared/sync/record_facts.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kRecent = 8;
constexpr std::size_t kLookedAt = 64;  // for recent ones that the role may see

Json timeOrNull(const std::optional<WallTime>& time) {
  if (!time) return nullptr;
  return timeToJson(time->time_since_epoch().count());
}

Status addCounts(const Viewer& viewer, Json& out) {
  const auto counts = viewer.reader.countByType();
  if (!counts) return counts.error();
  out["counts"] = Json::object();
  std::size_t conflicts = 0;
  for (const TypeCount& count : *counts) {
    const RecordType* type = viewer.catalogue.type(count.type);
    if (type == nullptr || !mayRead(*type, viewer.role)) continue;
    out["counts"][type->name] = count.living;
    conflicts += count.needingPerson;
  }
  out["conflicts"] = conflicts;
  const auto waiting = countInbox(viewer);
  if (!waiting) return waiting.error();
  out["waiting"] = *waiting;
  return {};
}

Status addDevices(const Viewer& viewer, Json& out) {
  const auto replicas = viewer.reader.replicas();
  if (!replicas) return replicas.error();
  out["devices"] = std::ranges::count(*replicas, false, &ReplicaRow::revoked);
  const auto last = std::ranges::max_element(*replicas, {}, &ReplicaRow::lastUpload);
  out["last_upload"] = nullptr;
  if (last != replicas->end() && last->lastUpload) {
    out["last_upload"] = {{"at", timeOrNull(last->lastUpload)},
                          {"device", last->deviceName},
                          {"person", last->personName}};
  }
  return {};
}

Status addRecent(const Viewer& viewer, Json& out) {
  RecordQuery query;
  query.limit = kLookedAt;
  const auto rows = viewer.reader.find(query);
  if (!rows) return rows.error();
  Names names(viewer.reader, viewer.catalogue);
  out["recent"] = Json::array();
  for (const RecordRow& row : *rows) {
    const RecordType* type = viewer.catalogue.type(row.state.type);
    // The directory is the server's own bookkeeping, no news for anybody.
    if (type == nullptr || type->writers.empty()) continue;
    const auto visible = filterFor(viewer.role, type, row.state);
    if (!visible) continue;
    out["recent"].push_back({{"id", row.state.id.toString()},
                             {"type", type->name},
                             {"title", titleOf(*type, *visible)},
                             {"at", timeToJson(row.facts.updatedAtMillis)},
                             {"person", names.person(row.facts.updatedBy)},
                             {"device", names.device(row.facts.updatedOn)}});
    if (out["recent"].size() == kRecent) break;
  }
  return {};
}

}  // namespace

Result<Json> overviewView(const Viewer& viewer) {
  Json out = Json::object();
  for (const auto add : {addCounts, addDevices, addRecent}) {
    if (const Status added = add(viewer, out); !added) return added.error();
  }
  const auto refused = viewer.reader.refusedCount();
  if (!refused) return refused.error();
  out["refused"] = *refused;
  return out;
}

}  // namespace rapport
