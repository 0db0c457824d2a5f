#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/merge/field_edit.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"

namespace rapport {

// Records and edits as the JSON that scripts and the console speak (PROTOCOL.md "JSON"). Pure;
// fields go by name, ids are UUID text, times ISO 8601 in UTC.

// Who wrote a version, for people: a name, or something short where nobody knows one.
struct DirectoryNames {
  std::function<std::string(PersonId)> person;
  std::function<std::string(ReplicaId)> device;
};

// One value of this field: a status as its state, a consent as its answer, a row as an object of
// its cells, cleared as null. Text that is not UTF-8 cannot occur.
nlohmann::json valueToJson(const FieldDeclaration& field, const Value& value);

// What the fields read as, by name: registers as a value, sets as a list, counts as their sum,
// rows as a list of objects with their "id".
// Fields that hold nothing, and fields that this version does not know, are left out.
nlohmann::json fieldsToJson(const RecordType& type, const RecordState& record);

// The same of whatever has these fields: a record, or a row by its cells.
nlohmann::json contentsToJson(const std::vector<FieldDeclaration>& fields,
                              const Contents& contents);

// {field: [{"value", "user", "device", "at"}]}: the versions of each field in conflict, the
// provisional winner first. A cell of a row goes by its address (cell_address.h); a row that was
// removed and edited apart by that of its "deleted", with the versions false and true.
nlohmann::json conflictsToJson(const RecordType& type, const RecordState& record,
                               const DirectoryNames& names);

// What a person should know of the record as a whole: "delete_contested".
std::vector<std::string> flagsOf(const RecordState& record);

// {"id", "type", "fields", "deleted", "flags", "conflicts"}.
nlohmann::json recordToJson(const RecordType& type, const RecordState& record,
                            const DirectoryNames& names);

// An edit of a record, or a new one.
struct JsonEntry {
  std::optional<RecordId> id;  // nothing: a new record
  std::vector<FieldEdit> fields;
  std::optional<Deletion> deletion;
};

// {"id"?, "fields"?, "deleted"?}. kInvalid, with a sentence, for anything else.
Result<JsonEntry> entryFromJson(const RecordType& type, const nlohmann::json& object);

// {field: value}. A count takes {"add": n} alone; a set takes {"add": […], "remove": […]}, or a
// list, which adds; rows take {"add": […], "edit": […], "remove": […], "keep": […]}, or a list,
// which adds; a register takes its value or null. One cell of a row may be named by its address.
// Shapes and names are judged here, values where the edit becomes an operation.
Result<std::vector<FieldEdit>> fieldsFromJson(const RecordType& type, const nlohmann::json& object);

// The same, of one field.
Result<FieldEdit> fieldFromJson(const FieldDeclaration& field, const nlohmann::json& value);

// "2026-11-28T18:30:05Z".
std::string timeToJson(std::int64_t millisSince1970);

}  // namespace rapport
