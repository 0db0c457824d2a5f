#include "server/app/settings_record.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/crypto/uuid_v5.h"
#include "shared/merge/author.h"
#include "shared/merge/held_values.h"
#include "shared/model/bounded_json.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

// The settings are written by nobody's leave, on everything that stands in them.
constexpr Role kReads = Role::kAdmin;

Result<const RecordType*> typeIn(const Catalogue& catalogue) {
  const RecordType* type = catalogue.type("programme");
  if (type != nullptr) return type;
  return Error{ErrorCode::kInternal, "The record types lack programme."};
}

Result<RecordState> standing(ServerReader& programme, const RecordType& type, RecordId id) {
  auto known = programme.record(id);
  if (!known) return known.error();
  if (*known) return std::move(**known);
  RecordState none;
  none.id = id;
  none.type = type.number;
  none.formVersion = type.formVersion;
  return none;
}

// Whoever sets a set to a list means that and no more; rows tell how it came to be and stay.
void holdExactly(const RecordState& shown, const FieldDeclaration& field, EditElements& edit) {
  if (field.rule != MergeRule::kUnion) return;
  for (Value& element : heldValues(shown, field)) {
    if (std::ranges::find(edit.added, element) == edit.added.end()) {
      edit.removed.push_back(std::move(element));
    }
  }
}

Result<std::vector<Operation>> operationsFrom(const RecordType& type, const RecordState& shown,
                                              const Json& fields) {
  Result<std::vector<FieldEdit>> edits = fieldsFromJson(type, fields);
  if (!edits) return edits.error();
  std::vector<Operation> operations;
  for (FieldEdit& edit : *edits) {
    auto* elements = std::get_if<EditElements>(&edit.what);
    const FieldDeclaration* field = type.field(std::string_view{edit.field});
    const bool listed = fields.at(edit.field).is_array();
    if (elements != nullptr && field != nullptr && listed) holdExactly(shown, *field, *elements);
    Result<Operation> operation = authorEdit(type, kReads, shown, edit);
    if (!operation) return operation.error();
    operations.push_back(std::move(*operation));
  }
  return operations;
}

Result<Json> builtIn(std::string_view name) {
  for (const SettingsFile& file : builtInSettings()) {
    if (file.name == name) return parseBoundedJson(file.json, limits::kDeclarationBytes);
  }
  return Error{ErrorCode::kInternal, "The file " + std::string(name) + " was not built in."};
}

}  // namespace

RecordId settingsRecordOf(std::string_view programme) {
  return RecordId{makeUuidV5(kProgrammeNamespace, programmeRecordName(programme))};
}

Result<Json> beginningSettings(const std::string& title) {
  Result<Json> fields = builtIn("beginning.json");
  if (fields) (*fields)["name"] = title;
  return fields;
}

Result<Json> demonstrationSettings() { return builtIn("demonstration.json"); }

Status changeSettings(ServerWriter& programme, const Arbiter& arbiter, const Catalogue& catalogue,
                      std::string_view name, PersonId by, const Json& fields) {
  const auto type = typeIn(catalogue);
  if (!type) return type.error();
  const Result<RecordState> shown = standing(programme, **type, settingsRecordOf(name));
  if (!shown) return shown.error();
  Result<std::vector<Operation>> operations = operationsFrom(**type, *shown, fields);
  if (!operations) return operations.error();
  if (operations->empty()) return {};
  ServerWrite edit;
  edit.authority = Authority::kServer;
  edit.person = by;
  edit.record = shown->id;
  edit.type = (*type)->number;
  edit.operations = std::move(*operations);
  const Result<RecordState> written = arbiter.write(programme, edit);
  return written ? Status{} : Status{written.error()};
}

Result<Json> showSettings(ServerReader& programme, const Catalogue& catalogue,
                          std::string_view name) {
  const auto type = typeIn(catalogue);
  if (!type) return type.error();
  const Result<RecordState> shown = standing(programme, **type, settingsRecordOf(name));
  if (!shown) return shown.error();
  return fieldsToJson(**type, *shown);
}

Result<ProgrammeSettings> settingsOf(ServerReader& programme, const Catalogue& catalogue,
                                     std::string_view name) {
  const auto type = typeIn(catalogue);
  if (!type) return type.error();
  const Result<RecordState> shown = standing(programme, **type, settingsRecordOf(name));
  if (!shown) return shown.error();
  return readSettings(**type,
                      [&](const FieldDeclaration& field) { return heldValues(*shown, field); });
}

}  // namespace rapport
