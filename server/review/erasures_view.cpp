#include "server/review/erasures_view.h"

#include <charconv>

#include <nlohmann/json.hpp>

#include "server/review/names.h"
#include "shared/protocol/record_json.h"

namespace rapport {

using Json = nlohmann::json;

Result<Json> erasuresView(const Viewer& viewer, const std::string& after, std::size_t limit) {
  std::uint64_t number = 0;
  const char* end = after.data() + after.size();
  const auto [last, failure] = std::from_chars(after.data(), end, number);
  if (!after.empty() && (failure != std::errc{} || last != end)) {
    return Error{ErrorCode::kInvalid, "This place in the list is unknown. Load it again."};
  }
  const auto rows = viewer.reader.erasuresAfter(number, limit);
  if (!rows) return rows.error();
  Names names(viewer.reader, viewer.catalogue);
  Json items = Json::array();
  for (const ErasureRow& row : *rows) {
    const RecordType* type = viewer.catalogue.type(row.type);
    items.push_back({{"id", row.record.toString()},
                     {"type", type != nullptr ? Json(type->name) : Json(nullptr)},
                     {"at", timeToJson(row.at.time_since_epoch().count())},
                     {"user", row.by == PersonId{} ? "" : names.person(row.by)}});
  }
  Json next = nullptr;
  if (rows->size() == limit && !rows->empty()) next = std::to_string(rows->back().number.n);
  return Json{{"items", std::move(items)}, {"next", std::move(next)}};
}

}  // namespace rapport
