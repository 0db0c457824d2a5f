#include "shared/protocol/record_json.h"

#include <nlohmann/json.hpp>

#include "shared/merge/conflicts.h"
#include "shared/merge/read.h"
#include "shared/model/iso_time.h"
#include "shared/protocol/rows_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

std::string_view nameOf(ConsentAnswer answer) {
  switch (answer) {
    case ConsentAnswer::kYes:
      return "yes";
    case ConsentAnswer::kNo:
      return "no";
    case ConsentAnswer::kWithdrawn:
      break;
  }
  return "withdrawn";
}

Json rowToJson(const FieldDeclaration& field, const RowValue& row) {
  Json out = Json::object();
  for (const auto& [number, cell] : row.cells) {
    for (const FieldDeclaration& declared : field.cells) {
      if (declared.number != number) continue;
      std::visit([&](const auto& held) { out[declared.name] = held; }, cell);
    }
  }
  return out;
}

bool holdsSet(const FieldDeclaration& field) {
  return field.rule == MergeRule::kUnion || field.rule == MergeRule::kAppend;
}

Json readingToJson(const FieldDeclaration& field, const FieldReading& reading) {
  if (field.rule == MergeRule::kRows) return rowsToJson(field, reading);
  if (!holdsSet(field)) return valueToJson(field, reading.value);
  Json out = Json::array();
  for (const Value& element : reading.elements) out.push_back(valueToJson(field, element));
  return out;
}

template <typename Headlike>
Json versionToJson(Json value, const Headlike& head, const DirectoryNames& names) {
  return {{"value", std::move(value)},
          {"user", names.person(head.person)},
          {"device", names.device(head.dot.replica)},
          {"at", timeToJson(head.time.millis)}};
}

// The row, of which a removal is contested, stands for an edit that the removal had not seen: that
// one first, then the removal.
Json contestedToJson(const RowState& row, const DirectoryNames& names) {
  const DeleteHead* removal = nullptr;
  for (const DeleteHead& head : row.deletes) {
    if (head.deletion != Deletion::kDelete) continue;
    if (removal == nullptr || removal->time < head.time) removal = &head;
  }
  const Json removed = versionToJson(true, *removal, names);
  const Unmeant edit = latestUnmeant(row);
  if (edit.head != nullptr) return {versionToJson(false, *edit.head, names), removed};
  // Of what was counted nobody keeps who and when.
  Json counted = removed;
  counted["value"] = false;
  counted["user"] = "";
  counted["device"] = names.device(edit.dot.replica);
  return {std::move(counted), removed};
}

}  // namespace

Json valueToJson(const FieldDeclaration& field, const Value& value) {
  struct Writer {
    const FieldDeclaration& field;
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(bool flag) const { return flag; }
    Json operator()(std::int64_t number) const { return number; }
    Json operator()(double number) const { return number; }
    Json operator()(const std::string& text) const { return text; }
    Json operator()(const StatusValue& status) const { return status.state; }
    Json operator()(const ConsentValue& consent) const { return nameOf(consent.answer); }
    Json operator()(const RowValue& row) const { return rowToJson(field, row); }
  };
  return std::visit(Writer{field}, value);
}

Json contentsToJson(const std::vector<FieldDeclaration>& fields, const Contents& contents) {
  Json out = Json::object();
  for (const FieldDeclaration& declared : fields) {
    const FieldState* field = contents.field(declared.number);
    if (field == nullptr) continue;
    const FieldReading reading = readField(declared, *field);
    const bool holdsNothing = field->heads.empty() && field->counts.empty() && reading.rows.empty();
    if (!holdsNothing) out[declared.name] = readingToJson(declared, reading);
  }
  return out;
}

Json fieldsToJson(const RecordType& type, const RecordState& record) {
  return contentsToJson(type.fields, record);
}

Json conflictsToJson(const RecordType& type, const RecordState& record,
                     const DirectoryNames& names) {
  Json out = Json::object();
  for (const Conflict& conflict : conflictsIn(type, record)) {
    if (conflict.declaration == nullptr)
      out[conflict.address] = contestedToJson(*conflict.row, names);
    for (const Head* version : conflict.reading.versions) {
      out[conflict.address].push_back(
          versionToJson(valueToJson(*conflict.declaration, version->value), *version, names));
    }
  }
  return out;
}

std::vector<std::string> flagsOf(const RecordState& record) {
  if (isDeleteContested(record)) return {"delete_contested"};
  return {};
}

Json recordToJson(const RecordType& type, const RecordState& record, const DirectoryNames& names) {
  return {{"id", record.id.toString()},
          {"type", type.name},
          {"fields", fieldsToJson(type, record)},
          {"deleted", isDeleted(record)},
          {"flags", flagsOf(record)},
          {"conflicts", conflictsToJson(type, record, names)}};
}

std::string timeToJson(std::int64_t millisSince1970) {
  const std::chrono::sys_time<std::chrono::milliseconds> instant{
      std::chrono::milliseconds{millisSince1970}};
  std::string text = formatDateTime({instant, std::chrono::minutes{0}});
  const std::size_t offset = text.rfind("+00:00");
  if (offset != std::string::npos) text.replace(offset, std::string::npos, "Z");
  return text;
}

}  // namespace rapport
