#include <cstdio>

#include <nlohmann/json.hpp>

#include "server/app/settings_record.h"
#include "server/commands/commands.h"
#include "shared/base/limits.h"
#include "shared/model/bounded_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

// "languages=\"en es\"" into {"languages": "en es"}.
Status addChange(const std::string& change, Json& fields) {
  const std::size_t sign = change.find('=');
  if (sign == std::string::npos || sign == 0) {
    return Error{ErrorCode::kInvalid, "\"" + change + "\" sets nothing. Write field=value."};
  }
  const std::string field = change.substr(0, sign);
  if (fields.contains(field)) {
    return Error{ErrorCode::kInvalid, "\"" + field + "\" is set twice."};
  }
  Result<Json> value = parseBoundedJson(change.substr(sign + 1), limits::kDeclarationBytes);
  if (!value) {
    return Error{ErrorCode::kInvalid,
                 "The value of " + field +
                     " is not JSON. Text stands in quotes of its own, such as --set '" + field +
                     "=\"…\"', and a list in brackets."};
  }
  fields[field] = std::move(*value);
  return {};
}

}  // namespace

Status changeOrShowSettings(const Place& place, const SettingsOptions& options) {
  Json fields = Json::object();
  for (const std::string& change : options.changes) {
    if (const Status taken = addChange(change, fields); !taken) return taken;
  }
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  Home& home = **opened;
  if (const Status there = home.mustHaveProgramme(options.programme); !there) return there;
  if (!fields.empty()) {
    const Status changed =
        home.store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
          const Result<ServerWriter*> programme = transaction.programme(options.programme);
          if (!programme) return programme.error();
          return changeSettings(**programme, home.arbiter(), home.catalogue(), options.programme,
                                PersonId{}, fields);
        });
    if (!changed) return changed;
  }
  return home.store().reading(options.programme, [&](ServerReader& reader) -> Status {
    const Result<Json> shown = showSettings(reader, home.catalogue(), options.programme);
    if (!shown) return shown.error();
    std::printf("%s\n", shown->dump(2).c_str());
    return {};
  });
}

}  // namespace rapport
