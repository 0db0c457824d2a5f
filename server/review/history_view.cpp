#include "server/review/history_view.h"

#include <charconv>

#include <nlohmann/json.hpp>

#include "server/review/names.h"
#include "shared/base/limits.h"
#include "shared/merge/cell_address.h"
#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kLines = 50;
constexpr std::size_t kMostLines = 4096;  // received in one millisecond

std::string_view nameOf(ReceiptStage stage) {
  switch (stage) {
    case ReceiptStage::kRefused:
      return "refused";
    case ReceiptStage::kQuarantined:
      return "quarantined";
    case ReceiptStage::kReviewed:
      return "reviewed";
    default:
      return "applied";
  }
}

// `name`: the field's, or a cell's address.
void addOperation(Json& out, const std::string& name, const FieldDeclaration& field,
                  const Operation& operation) {
  const auto line = [&](const char* op, Json value) {
    out.push_back({{"field", name}, {"op", op}, {"value", std::move(value)}});
    if (operation.seen) out.back()["seen"] = numberText(*operation.seen);
  };
  if (const auto* write = std::get_if<WriteValue>(&operation.deed)) {
    line("write", valueToJson(field, write->value));
  } else if (const auto* count = std::get_if<AddAmount>(&operation.deed)) {
    line("count", count->amount);
  } else if (const auto* edit = std::get_if<EditElements>(&operation.deed)) {
    for (const Value& value : edit->added) line("add", valueToJson(field, value));
    for (const Value& value : edit->removed) line("remove", valueToJson(field, value));
  }
}

void addRow(Json& out, const RecordType& type, Role role, const FieldDeclaration& field,
            const RowEdit& row) {
  for (const Operation& operation : row.operations) {
    if (const auto* removal = std::get_if<SetDeleted>(&operation.deed)) {
      // Its row is removed, not the record.
      const bool isDelete = removal->deletion == Deletion::kDelete;
      out.push_back({{"field", toString(CellAddress{field.name, row.row, "deleted"})},
                     {"op", "write"},
                     {"value", isDelete}});
      continue;
    }
    const FieldDeclaration* cell = field.cell(operation.field);
    if (cell == nullptr || !mayRead(type, &field, cell, role)) continue;
    addOperation(out, toString(CellAddress{field.name, row.row, cell->name}), *cell, operation);
  }
}

Json operationsOf(const RecordType& type, Role role, const Change& change) {
  Json out = Json::array();
  for (const Operation& operation : change.operations) {
    if (const auto* deleted = std::get_if<SetDeleted>(&operation.deed)) {
      const bool isDelete = deleted->deletion == Deletion::kDelete;
      out.push_back(
          {{"field", "deleted"}, {"op", isDelete ? "delete" : "keep"}, {"value", isDelete}});
      continue;
    }
    const FieldDeclaration* field = type.field(operation.field);
    if (field == nullptr || !mayRead(type, field, role)) continue;
    if (const auto* edit = std::get_if<EditRows>(&operation.deed)) {
      for (const RowEdit& row : edit->rows) addRow(out, type, role, *field, row);
    } else {
      addOperation(out, field->name, *field, operation);
    }
  }
  return out;
}

Result<std::optional<std::int64_t>> cursorOf(const std::string& after) {
  if (after.empty()) return std::optional<std::int64_t>{};
  std::int64_t millis = 0;
  const char* end = after.data() + after.size();
  const auto [last, failure] = std::from_chars(after.data(), end, millis);
  if (failure == std::errc{} && last == end && millis >= 0) return std::optional(millis);
  return Error{ErrorCode::kInvalid, "This place in the history is unknown. Load it again."};
}

std::int64_t millisOf(const LogEntry& entry) { return entry.receivedAt.time_since_epoch().count(); }

struct Lines {
  std::vector<LogEntry> entries;
  bool more = false;
};

// A page ends between two milliseconds, for the cursor tells no finer.
Result<Lines> linesBefore(ServerReader& reader, RecordId id, std::optional<std::int64_t> before) {
  for (std::size_t limit = kLines;; limit *= 2) {
    auto entries = reader.history(id, before, limit + 1);
    if (!entries) return entries.error();
    if (entries->size() <= limit) return Lines{std::move(*entries), false};
    const std::int64_t cut = millisOf(entries->back());
    if (millisOf(entries->front()) == cut && limit < kMostLines) continue;
    std::erase_if(*entries, [cut](const LogEntry& entry) { return millisOf(entry) == cut; });
    return Lines{std::move(*entries), true};
  }
}

}  // namespace

Result<Json> historyView(const Viewer& viewer, RecordId id, const std::string& after) {
  const auto state = viewer.reader.record(id);
  if (!state) return state.error();
  const RecordType* type = *state ? viewer.catalogue.type((*state)->type) : nullptr;
  if (!*state || !filterFor(viewer.role, type, **state)) {
    return Error{ErrorCode::kNotFound, "There is no such record, or it is not for your role."};
  }
  const auto before = cursorOf(after);
  if (!before) return before.error();
  const Result<Lines> lines = linesBefore(viewer.reader, id, *before);
  if (!lines) return lines.error();
  Names names(viewer.reader, viewer.catalogue);
  Json items = Json::array();
  for (const LogEntry& entry : lines->entries) {
    const Result<Change> change = decodeChange(entry.change);
    if (!change) return change.error();
    items.push_back(
        {{"at", timeToJson(millisOf(entry))},
         {"user", names.person(change->person)},
         {"device", names.device(entry.dot.replica)},
         {"dot", entry.dot.replica.toString() + ":" + std::to_string(entry.dot.counter)},
         {"number", entry.verdict.after ? Json(numberText(*entry.verdict.after)) : Json(nullptr)},
         {"verdict", nameOf(entry.verdict.stage)},
         {"reason", entry.verdict.reason},
         {"operations", operationsOf(*type, viewer.role, *change)}});
  }
  Json next = nullptr;
  if (lines->more && !lines->entries.empty())
    next = std::to_string(millisOf(lines->entries.back()));
  return Json{{"items", std::move(items)}, {"next", std::move(next)}};
}

}  // namespace rapport
