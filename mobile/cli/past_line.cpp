#include <nlohmann/json.hpp>

#include "mobile/cli/lines.h"
#include "shared/merge/cell_address.h"
#include "shared/merge/read.h"
#include "shared/protocol/record_json.h"

namespace rapport::cli {
namespace {

using Json = nlohmann::json;

// The operations of one change, spelled as the office's history spells them (server/app/API.md).
class Operations {
 public:
  Operations(const PastLine& line, const std::string& only) : line_(line), only_(only) {}

  Json of(const RecordType& type) {
    const Contents* before = line_.done.before ? &*line_.done.before : nullptr;
    for (const Operation& operation : line_.line.change.operations) {
      const FieldDeclaration* field = type.field(operation.field);
      const auto* edit = std::get_if<EditRows>(&operation.deed);
      if (edit == nullptr) {
        add(operation.field == kDeletedField ? "deleted" : nameOf(field), {operation.field}, field,
            before, operation);
        continue;
      }
      for (const RowEdit& row : edit->rows) addRow(field, row, operation.field, before);
    }
    return std::move(out_);
  }

 private:
  static std::string nameOf(const FieldDeclaration* field) {
    return field != nullptr ? field->name : "unknown";
  }

  void addRow(const FieldDeclaration* field, const RowEdit& row, FieldNumber number,
              const Contents* before) {
    const FieldState* rows = before != nullptr ? before->field(number) : nullptr;
    const Contents* there = rows != nullptr ? rows->row(row.row) : nullptr;
    for (const Operation& cell : row.operations) {
      const FieldDeclaration* declared = field != nullptr ? field->cell(cell.field) : nullptr;
      const std::string name = cell.field == kDeletedField ? "deleted" : nameOf(declared);
      add(toString({nameOf(field), row.row, name}), {number, row.row, cell.field}, declared, there,
          cell);
    }
  }

  void add(const std::string& name, const Place& place, const FieldDeclaration* field,
           const Contents* before, const Operation& operation) {
    if (!only_.empty() && name != only_ && !name.starts_with(only_ + "/")) return;
    if (const auto* set = std::get_if<SetDeleted>(&operation.deed)) {
      const bool isDelete = set->deletion == Deletion::kDelete;
      put(name, place, place.inRow() ? "write" : isDelete ? "delete" : "keep", isDelete);
    } else if (field == nullptr) {
      put(name, place, "unknown", nullptr);
    } else if (const auto* write = std::get_if<WriteValue>(&operation.deed)) {
      put(name, place, "write", valueToJson(*field, write->value));
      const FieldState* state = before != nullptr ? before->field(field->number) : nullptr;
      if (state != nullptr) {
        out_.back()["before"] = valueToJson(*field, readField(*field, *state).value);
      } else if (line_.done.before) {
        out_.back()["before"] = nullptr;
      }
    } else if (const auto* amount = std::get_if<AddAmount>(&operation.deed)) {
      put(name, place, "count", amount->amount);
    } else if (const auto* edit = std::get_if<EditElements>(&operation.deed)) {
      for (const Value& value : edit->added) put(name, place, "add", valueToJson(*field, value));
      for (const Value& value : edit->removed) {
        put(name, place, "remove", valueToJson(*field, value));
      }
    }
  }

  void put(const std::string& name, const Place& place, const char* op, Json value) {
    out_.push_back({{"field", name},
                    {"op", op},
                    {"value", std::move(value)},
                    {"stands", line_.standsAt(place)}});
  }

  const PastLine& line_;
  const std::string& only_;
  Json out_ = Json::array();
};

}  // namespace

Json pastLine(Notebook& notebook, const PastLine& line, const std::string& field) {
  Json out = historyLine(notebook, line.line);
  const RecordType* type = notebook.catalogue().type(line.line.change.type);
  if (type != nullptr) out["operations"] = Operations(line, field).of(*type);
  return out;
}

}  // namespace rapport::cli
