#include "server/review/officer_keys_view.h"

#include <set>

#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/merge/named_value.h"
#include "shared/sync/sensitive.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

OfficerKey keyFrom(const RecordType& type, const RecordState& record) {
  const auto person = Uuid::parse(textNamed(type, "person", record));
  return {record.id,
          PersonId{person.value_or(Uuid{})},
          textNamed(type, "name", record),
          textNamed(type, "public_key", record),
          textNamed(type, "made_at", record),
          textNamed(type, "wrapped", record),
          valueNamed(type, "retired", record) == Value{true}};
}

}  // namespace

Result<std::vector<OfficerKey>> officerKeys(ServerReader& programme, const Catalogue& catalogue) {
  std::vector<OfficerKey> keys;
  const RecordType* type = catalogue.type(kOfficerKeyTypeName);
  if (type == nullptr) return keys;
  RecordQuery query;
  query.type = type->number;
  query.limit = limits::kOfficerKeys;
  const auto rows = programme.find(query);
  if (!rows) return rows.error();
  for (const RecordRow& row : *rows) keys.push_back(keyFrom(*type, row.state));
  return keys;
}

Result<Json> officerKeysView(const Viewer& viewer) {
  const auto keys = officerKeys(viewer.reader, viewer.catalogue);
  if (!keys) return keys.error();
  std::set<PersonId> officers;
  Json items = Json::array();
  for (const OfficerKey& key : *keys) {
    const bool own = key.person == viewer.person;
    if (!key.retired) officers.insert(key.person);
    items.push_back({{"id", key.record.toString()},
                     {"person", key.person.toString()},
                     {"name", key.name},
                     {"public_key", key.publicKey},
                     {"made_at", key.madeAt},
                     {"retired", key.retired},
                     {"own", own},
                     {"wrapped", own ? Json(key.wrapped) : Json(nullptr)}});
  }
  return Json{{"items", std::move(items)},
              {"officers", officers.size()},
              {"needed", limits::kOfficersNeeded}};
}

}  // namespace rapport
