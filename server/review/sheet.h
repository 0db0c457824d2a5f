#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"
#include "shared/merge/state.h"

namespace rapport {

// One living record by its fields' names, as the viewer's role reads it. What is not there, or is
// of another kind, reads as nothing. Fields in conflict speak with their provisional winner. It
// lives as long as its visit.
struct Sheet {
  const RecordState& state;
  const RecordType& type;
  const nlohmann::json& fields;

  std::string id() const { return state.id.toString(); }
  std::string text(const char* field) const { return textIn(fields, field); }
  bool yes(const char* field) const;
  std::optional<double> number(const char* field) const;
  std::optional<std::chrono::sys_days> day(const char* field) const { return dayIn(fields, field); }
  const nlohmann::json& list(const char* field) const;

  // The same of one row.
  static std::string textIn(const nlohmann::json& fields, const char* field);
  // A date, or the day that the wall clock of a date and time showed.
  static std::optional<std::chrono::sys_days> dayIn(const nlohmann::json& fields,
                                                    const char* field);
};

// Visits every living record of a type that the viewer may read; none, where the role does not read
// the type.
Status eachSheet(const Viewer& viewer, const char* type,
                 const std::function<void(const Sheet&)>& visit);

// Visits this one, and answers whether it is there, alive, of that type and for this role.
Result<bool> oneSheet(const Viewer& viewer, const char* type, const std::string& id,
                      const std::function<void(const Sheet&)>& visit);

}  // namespace rapport
