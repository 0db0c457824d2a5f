#pragma once

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"
#include "shared/base/result.h"
#include "shared/model/catalogue.h"
#include "shared/sync/server_store.h"

namespace rapport {

// A safeguarding officer's key, as its record says.
struct OfficerKey {
  RecordId record;
  PersonId person;
  std::string name, publicKey, madeAt, wrapped;
  bool retired = false;
};

// All of a programme, newest first; at most limits::kOfficerKeys.
Result<std::vector<OfficerKey>> officerKeys(ServerReader& programme, const Catalogue& catalogue);

// {"items": [{id, person, name, public_key, made_at, retired, own, wrapped}], "officers",
// "needed"}: `wrapped` is null where the key is another person's, `officers` counts who can open
// what is sealed from now on, and below `needed` nothing is sealed.
Result<nlohmann::json> officerKeysView(const Viewer& viewer);

}  // namespace rapport
