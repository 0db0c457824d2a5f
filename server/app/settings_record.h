#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/model/catalogue.h"
#include "shared/model/programme_settings.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/server_store.h"

namespace rapport {

// A programme's settings: the one record of type `programme`, which the server alone writes.
RecordId settingsRecordOf(std::string_view programme);

// The files of assets/programme, embedded: what a new programme begins with.
struct SettingsFile {
  std::string name;
  std::string json;
};
const std::vector<SettingsFile>& builtInSettings();

// What a new programme begins with, as {field: value}; `title` is what people call it.
Result<nlohmann::json> beginningSettings(const std::string& title);
Result<nlohmann::json> demonstrationSettings();

// Writes {field: value} into the record, and makes it if there is none; inside the writer's
// transaction. A set given as a list holds exactly the list afterwards; rows are added. `by` may be
// nobody: then the office wrote it. kInvalid with a sentence for what does not fit, and nothing is
// written.
Status changeSettings(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                      std::string_view name, PersonId by, const nlohmann::json& fields);

// The fields as they stand, {field: value}; empty where there is no record yet.
Result<nlohmann::json> showSettings(ServerReader& programme, const Catalogue& catalogue,
                                    std::string_view name);

// What holds in the programme now.
Result<ProgrammeSettings> settingsOf(ServerReader& programme, const Catalogue& catalogue,
                                     std::string_view name);

}  // namespace rapport
