#pragma once

#include <optional>
#include <string>

#include <nlohmann/json_fwd.hpp>

#include "shared/base/result.h"
#include "shared/model/catalogue.h"
#include "shared/sync/server_store.h"

namespace rapport {

// Who looks at a programme's records.
struct Viewer {
  ServerReader& reader;
  const Catalogue& catalogue;
  Role role = Role::kCoordinator;
  PersonId person{};  // nil: nobody in particular
};

struct RecordsQuestion {
  std::string type;   // empty: every type
  std::string text;   // words to be found; empty: any
  std::string after;  // the cursor of the page before; empty: the first page
  std::size_t limit = 50;
};

// What the role may see, newest first:
// {"items": [{id, type, title, fields, deleted, flags, conflicts: [field…], updated_at, person,
// device}], "next", "total"}. kNotFound: no such type; kInvalid: no cursor of ours.
Result<nlohmann::json> recordsView(const Viewer& viewer, const RecordsQuestion& question);

// Records in which somebody must choose: {"items": [{id, type, title, fields: [field…], at}],
// "next", "total"}.
Result<nlohmann::json> conflictsView(const Viewer& viewer, const RecordsQuestion& question);

// One record with its versions and what was last said of it: {id, type, title, number, fields,
// deleted, flags, conflicts, review}.
// kNotFound when it is not there or not for this role: nobody learns which.
Result<nlohmann::json> recordView(const Viewer& viewer, RecordId id);
Result<nlohmann::json> recordView(const Viewer& viewer, const RecordState& state);

}  // namespace rapport
