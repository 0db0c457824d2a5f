#include "server/review/sheet.h"

#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/merge/filter.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/model/iso_time.h"
#include "shared/protocol/record_json.h"

namespace rapport {

using Json = nlohmann::json;

bool Sheet::yes(const char* field) const {
  const auto found = fields.find(field);
  return found != fields.end() && found->is_boolean() && found->get<bool>();
}

std::optional<double> Sheet::number(const char* field) const {
  const auto found = fields.find(field);
  if (found == fields.end() || !found->is_number()) return std::nullopt;
  return found->get<double>();
}

const Json& Sheet::list(const char* field) const {
  static const Json kNone = Json::array();
  const auto found = fields.find(field);
  return found != fields.end() && found->is_array() ? *found : kNone;
}

std::string Sheet::textIn(const Json& fields, const char* field) {
  const auto found = fields.find(field);
  return found != fields.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<std::chrono::sys_days> Sheet::dayIn(const Json& fields, const char* field) {
  const std::string text = textIn(fields, field);
  if (const auto date = parseDate(text)) return std::chrono::sys_days{*date};
  const auto time = parseDateTime(text);
  if (!time) return std::nullopt;
  return std::chrono::floor<std::chrono::days>(time->instant + time->offset);
}

// Page after page, so that what is not looked at any more is let go.
Status eachSheet(const Viewer& viewer, const char* name,
                 const std::function<void(const Sheet&)>& visit) {
  const RecordType* type = viewer.catalogue.type(std::string_view{name});
  if (type == nullptr || !mayRead(*type, viewer.role)) return {};
  RecordQuery query;
  query.type = type->number;
  query.limit = limits::kRecordsPerPage;
  for (;;) {
    const auto rows = viewer.reader.find(query);
    if (!rows) return rows.error();
    for (const RecordRow& row : *rows) {
      const auto visible = filterFor(viewer.role, type, row.state);
      if (!visible) continue;
      const Json fields = fieldsToJson(*type, *visible);
      visit({*visible, *type, fields});
    }
    if (rows->size() < query.limit) return {};
    query.beyond = rows->back().state.number->n;
  }
}

Result<bool> oneSheet(const Viewer& viewer, const char* name, const std::string& id,
                      const std::function<void(const Sheet&)>& visit) {
  const auto parsed = Uuid::parse(id);
  const RecordType* type = viewer.catalogue.type(std::string_view{name});
  if (!parsed || type == nullptr) return false;
  const auto state = viewer.reader.record(RecordId{*parsed});
  if (!state) return state.error();
  if (!*state || (*state)->type != type->number || isDeleted(**state)) return false;
  const auto visible = filterFor(viewer.role, type, **state);
  if (!visible) return false;
  const Json fields = fieldsToJson(*type, *visible);
  visit({*visible, *type, fields});
  return true;
}

}  // namespace rapport
