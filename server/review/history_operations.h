#pragma once

#include <map>
#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "server/review/names.h"
#include "server/review/record_past.h"
#include "server/review/records_view.h"

namespace rapport {

// To whom a history is told, and of what. Borrows everything.
struct HistoryScope {
  const Viewer& viewer;
  const RecordType& type;
  const RecordState& now;
  const RecordState& visible;  // … for the viewer's role
  const RecordPast& past;
  const std::map<Dot, Done>& done;  // of the page
  Names& names;
  std::string field;  // only this one, or cells of it, by name or address; empty: every one
};

enum class Applies : std::uint8_t { kNo, kYes };

// What a change did, as far as the viewer's role may read it: [{field, op, value, seen?, before?,
// stands, ended_by, undoable, label?}] (openapi.json, Operation).
nlohmann::json operationsToJson(const HistoryScope& scope, const Change& change, Applies applies);

}  // namespace rapport
