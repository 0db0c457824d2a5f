#include "server/review/devices_view.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr std::chrono::hours kHeardWithin{24};
constexpr std::chrono::hours kQuietAfter{48};

Json timeOrNull(const std::optional<WallTime>& time) {
  if (!time) return nullptr;
  return timeToJson(time->time_since_epoch().count());
}

std::string_view contactOf(const ReplicaRow& row, WallTime now) {
  if (row.revoked) return "revoked";
  if (!row.lastSeen) return "never";
  return now - *row.lastSeen >= kQuietAfter ? "quiet" : "fresh";
}

Json countsOf(const std::vector<ReplicaRow>& rows, WallTime now) {
  std::size_t active = 0;
  std::size_t heard = 0;
  std::size_t quiet = 0;
  for (const ReplicaRow& row : rows) {
    if (row.revoked) continue;
    ++active;
    if (row.lastSeen && now - *row.lastSeen < kHeardWithin) ++heard;
    if (contactOf(row, now) == "quiet") ++quiet;
  }
  return {
      {"active", active}, {"heard", heard}, {"quiet", quiet}, {"revoked", rows.size() - active}};
}

Json itemOf(const ReplicaRow& row, WallTime now) {
  return {{"id", row.replica.toString()},
          {"name", row.deviceName},
          {"person", row.personName},
          {"role", nameOf(row.role)},
          {"enrolled_at", timeOrNull(row.enrolledAt)},
          {"last_seen", timeOrNull(row.lastSeen)},
          {"last_upload", timeOrNull(row.lastUpload)},
          {"revoked", row.revoked},
          {"contact", contactOf(row, now)}};
}

}  // namespace

Result<Json> devicesView(ServerReader& reader, const DevicesQuestion& question) {
  auto rows = reader.replicas();
  if (!rows) return rows.error();
  std::ranges::sort(*rows, [](const ReplicaRow& a, const ReplicaRow& b) {
    return std::tie(a.personName, a.deviceName, a.replica) <
           std::tie(b.personName, b.deviceName, b.replica);
  });
  auto first = rows->begin();
  if (!question.after.empty()) {
    first = std::ranges::find(*rows, question.after,
                              [](const ReplicaRow& row) { return row.replica.toString(); });
    if (first == rows->end()) {
      return Error{ErrorCode::kInvalid, "This place in the list is unknown. Load it again."};
    }
    ++first;
  }
  const auto left = static_cast<std::size_t>(rows->end() - first);
  const auto last = first + static_cast<std::ptrdiff_t>(std::min(left, question.limit));
  Json items = Json::array();
  for (auto row = first; row != last; ++row) items.push_back(itemOf(*row, question.now));
  const Json next = last == rows->end() ? Json(nullptr) : Json(std::prev(last)->replica.toString());
  return Json{{"items", std::move(items)},
              {"counts", countsOf(*rows, question.now)},
              {"next", next},
              {"total", rows->size()}};
}

}  // namespace rapport
