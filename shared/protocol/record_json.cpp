#include "shared/protocol/record_json.h"

#include <nlohmann/json.hpp>

#include "shared/merge/read.h"
#include "shared/model/iso_time.h"

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
  if (!holdsSet(field)) return valueToJson(field, reading.value);
  Json out = Json::array();
  for (const Value& element : reading.elements) out.push_back(valueToJson(field, element));
  return out;
}

Json versionToJson(const FieldDeclaration& field, const Head& head, const DirectoryNames& names) {
  return {{"value", valueToJson(field, head.value)},
          {"user", names.person(head.person)},
          {"device", names.device(head.dot.replica)},
          {"at", timeToJson(head.time.millis)}};
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

Json fieldsToJson(const RecordType& type, const RecordState& record) {
  Json out = Json::object();
  for (const FieldState& field : record.fields) {
    const FieldDeclaration* declared = type.field(field.field);
    if (declared == nullptr) continue;
    const bool holdsNothing = field.heads.empty() && field.counts.empty();
    if (!holdsNothing) out[declared->name] = readingToJson(*declared, readField(*declared, field));
  }
  return out;
}

Json conflictsToJson(const RecordType& type, const RecordState& record,
                     const DirectoryNames& names) {
  Json out = Json::object();
  for (const FieldState& field : record.fields) {
    const FieldDeclaration* declared = type.field(field.field);
    if (declared == nullptr) continue;
    const FieldReading reading = readField(*declared, field);
    for (const Head* version : reading.versions) {
      out[declared->name].push_back(versionToJson(*declared, *version, names));
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
