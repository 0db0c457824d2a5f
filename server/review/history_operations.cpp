#include "server/review/history_operations.h"

#include <utility>

#include <nlohmann/json.hpp>

#include "server/review/old_forms.h"
#include "shared/merge/cell_address.h"
#include "shared/merge/dot_text.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/protocol/number_text.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr const char* kDeletedName = "deleted";

// A field that no form here knows: its number is all there is to call it by.
FieldDeclaration nameless(FieldNumber number) {
  FieldDeclaration field;
  field.number = number;
  field.name = "field " + std::to_string(number);
  return field;
}

class Lines {
 public:
  Lines(const HistoryScope& scope, const Change& change, Applies applies)
      : scope_(scope), change_(change), applies_(applies) {
    const auto known = scope.done.find(change.dot);
    if (known != scope.done.end()) done_ = &known->second;
  }

  Json all() {
    for (const Operation& operation : change_.operations) {
      if (operation.field == kDeletedField) {
        add(kDeletedName, {}, nullptr, operation);
      } else if (const auto* edit = std::get_if<EditRows>(&operation.deed)) {
        for (const RowEdit& row : edit->rows) addRow(operation.field, row);
      } else {
        addField(operation);
      }
    }
    return std::move(out_);
  }

 private:
  void addField(const Operation& operation) {
    const FieldDeclaration* field = fieldOf(scope_.viewer.catalogue, change_, operation.field);
    if (!mayRead(scope_.type, field, scope_.viewer.role)) return;
    const FieldDeclaration unknown = nameless(operation.field);
    const FieldDeclaration& declared = field != nullptr ? *field : unknown;
    add(declared.name, {operation.field}, &declared, operation);
  }

  void addRow(FieldNumber number, const RowEdit& row) {
    const FieldDeclaration* field = fieldOf(scope_.viewer.catalogue, change_, number);
    if (!mayRead(scope_.type, field, scope_.viewer.role)) return;
    const std::string name = field != nullptr ? field->name : nameless(number).name;
    for (const Operation& operation : row.operations) {
      const Place place{number, row.row, operation.field};
      if (operation.field == kDeletedField) {
        add(toString({name, row.row, kDeletedName}), place, nullptr, operation);
        continue;
      }
      const FieldDeclaration* cell =
          cellOf(scope_.viewer.catalogue, change_, number, operation.field);
      if (!mayRead(scope_.type, field, cell, scope_.viewer.role)) continue;
      const FieldDeclaration unknown = nameless(operation.field);
      const FieldDeclaration& declared = cell != nullptr ? *cell : unknown;
      add(toString({name, row.row, declared.name}), place, &declared, operation);
    }
  }

  // `field` is null of a deletion.
  void add(const std::string& name, const Place& place, const FieldDeclaration* field,
           const Operation& operation) {
    const std::string& only = scope_.field;
    if (!only.empty() && name != only && !name.starts_with(only + "/")) return;
    if (const auto* set = std::get_if<SetDeleted>(&operation.deed)) {
      const bool isDelete = set->deletion == Deletion::kDelete;
      // Of a row it is a cell like any other.
      const char* op = place.inRow() ? "write" : isDelete ? "delete" : "keep";
      line(name, place, op, isDelete, operation, fate(place));
      return;
    }
    if (const auto* write = std::get_if<WriteValue>(&operation.deed)) {
      Json& added =
          line(name, place, "write", valueToJson(*field, write->value), operation, fate(place));
      addBefore(added, place, *field);
    } else if (const auto* count = std::get_if<AddAmount>(&operation.deed)) {
      line(name, place, "count", count->amount, operation, fate(place));
    } else if (const auto* edit = std::get_if<EditElements>(&operation.deed)) {
      for (const Value& value : edit->added) {
        line(name, place, "add", valueToJson(*field, value), operation, fate(place, value));
      }
      for (const Value& value : edit->removed) {
        const Fate ended = scope_.past.fateOfRemoval(scope_.now, place, change_.dot, value);
        line(name, place, "remove", valueToJson(*field, value), operation, ended);
      }
    }
    addLabel(place, *field);
  }

  Fate fate(const Place& place, const Value& element = {}) const {
    return scope_.past.fateOf(scope_.now, place, change_.dot, element);
  }

  Json& line(const std::string& name, const Place& place, const char* op, Json value,
             const Operation& operation, Fate fate) {
    if (applies_ == Applies::kNo) fate = {};
    Json& added = out_.emplace_back(
        Json{{"field", name}, {"op", op}, {"value", std::move(value)}, {"stands", fate.stands}});
    if (operation.seen) added["seen"] = numberText(*operation.seen);
    added["ended_by"] = nullptr;
    if (fate.endedBy) {
      added["ended_by"] = {{"dot", dotText(*fate.endedBy)},
                           {"user", scope_.names.person(fate.endedByPerson)},
                           {"undone", fate.undone}};
    }
    added["undoable"] = undoable(place);
    return added;
  }

  bool undoable(const Place& place) const {
    if (applies_ == Applies::kNo || done_ == nullptr) return false;
    return inverseOf(scope_.type, scope_.viewer.role, scope_.visible, *done_, place).ok();
  }

  void addBefore(Json& added, const Place& place, const FieldDeclaration& field) const {
    if (applies_ == Applies::kNo || done_ == nullptr || !done_->before) return;
    const Contents* holder = &*done_->before;
    static const Contents kNoRow;
    if (place.inRow()) {
      const FieldState* rows = holder->field(place.field);
      const RowState* row = rows != nullptr ? rows->row(place.row) : nullptr;
      holder = row != nullptr ? row : &kNoRow;
    }
    const FieldState* state = holder->field(field.number);
    added["before"] =
        state != nullptr ? valueToJson(field, readField(field, *state).value) : Json(nullptr);
  }

  // What the form has no place for any more is called as it was.
  void addLabel(const Place& place, const FieldDeclaration& field) {
    const FieldDeclaration* now = scope_.type.field(place.field);
    if (now != nullptr && place.inRow()) now = now->cell(place.cell);
    if (now != nullptr || out_.empty()) return;
    out_.back()["label"] = field.label.empty() ? Json{{"en", field.name}} : Json(field.label);
  }

  const HistoryScope& scope_;
  const Change& change_;
  const Applies applies_;
  const Done* done_ = nullptr;
  Json out_ = Json::array();
};

}  // namespace

Json operationsToJson(const HistoryScope& scope, const Change& change, Applies applies) {
  return Lines(scope, change, applies).all();
}

}  // namespace rapport
