#pragma once

#include <optional>
#include <vector>

#include <nlohmann/json.hpp>

#include "shared/base/result.h"
#include "shared/model/catalogue.h"

namespace rapport {

// The JSON in which people, scripts and the console hand in edits and read records:
//
//   {"id": "…", "fields": {"name": "Casa", "languages": {"add": ["es"], "remove": ["fr"]},
//                          "people": {"add": 2}, "due_changes": {"add": [{"new_date": "…"}]}}}
//
// `id` may be missing for a new record; `"deleted": true` deletes, false brings back. A register
// takes its value, or null to clear it; a status its state; a consent its answer.

// One edit of one field, as entered. Which member counts follows from the merge rule.
struct EnteredField {
  const FieldDeclaration* field = nullptr;
  Value value;                        // registers; a status and a consent as text
  std::vector<Value> added, removed;  // union and append
  std::int64_t amount = 0;            // count
};

struct EnteredRecord {
  std::optional<RecordId> id;
  std::optional<bool> deleted;
  std::vector<EnteredField> fields;  // ascending by field number
};

// Refused: keys, fields and shapes that are not known, and values that break their declaration
// (validate.h), each with a sentence that names the field. The record type must outlive the result.
Result<EnteredRecord> enteredRecord(const RecordType& type, const nlohmann::json& json);

// One value as it is entered. For a row, the object of its cells by name.
Result<Value> enteredValue(const RecordType& type, const FieldDeclaration& field,
                           const nlohmann::json& json);

// One value as it is shown: a status as its state, a consent as its answer, a row as an object.
nlohmann::json jsonOf(const FieldDeclaration& field, const Value& value);

}  // namespace rapport
