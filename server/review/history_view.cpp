#include "server/review/history_view.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include <nlohmann/json.hpp>

#include "server/review/joined_changes.h"
#include "server/review/names.h"
#include "shared/base/limits.h"
#include "shared/merge/cell_address.h"
#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/number_text.h"
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

// A line, and when the server learnt of it.
struct Item {
  std::int64_t millis = 0;
  Json line;
};

std::string reasonOf(const LogEntry& entry) {
  if (!entry.earlier) return entry.verdict.reason;
  return "Given back by its tablet after the office was restored from a backup.";
}

Result<Item> itemOf(const Viewer& viewer, const RecordType& type, Names& names,
                    const LogEntry& entry) {
  const Result<Change> change = decodeChange(entry.change);
  if (!change) return change.error();
  return Item{
      millisOf(entry),
      {{"at", timeToJson(millisOf(entry))},
       {"user", names.person(change->person)},
       {"device", names.device(entry.dot.replica)},
       {"dot", entry.dot.replica.toString() + ":" + std::to_string(entry.dot.counter)},
       {"number", entry.verdict.after ? Json(numberText(*entry.verdict.after)) : Json(nullptr)},
       {"verdict", nameOf(entry.verdict.stage)},
       {"reason", reasonOf(entry)},
       {"operations", operationsOf(type, viewer.role, *change)}}};
}

// What came back with copies after a restore, and with whose.
Status addJoined(const Viewer& viewer, RecordId id, const RecordType& type, Names& names,
                 const std::function<bool(std::int64_t)>& onPage, std::vector<Item>& items) {
  const auto joins = viewer.reader.joins(id);
  if (!joins) return joins.error();
  const auto changes = joinedChanges(viewer.reader, type, *joins);
  if (!changes) return changes.error();
  for (const auto& [change, by] : *changes) {
    const std::int64_t millis = by->receivedAt.time_since_epoch().count();
    if (!onPage(millis)) continue;
    items.push_back(
        {millis,
         {{"at", timeToJson(millis)},
          {"user", names.person(change.person)},
          {"device", names.device(change.dot.replica)},
          {"dot", change.dot.replica.toString() + ":" + std::to_string(change.dot.counter)},
          {"number", numberText(by->number)},
          {"verdict", "applied"},
          {"reason", "Came back after the office was restored from a backup, with the copy on " +
                         names.device(by->replica) + "."},
          {"operations", operationsOf(type, viewer.role, change)}}});
  }
  return {};
}

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
  std::vector<Item> items;
  for (const LogEntry& entry : lines->entries) {
    auto item = itemOf(viewer, *type, names, entry);
    if (!item) return item.error();
    items.push_back(*std::move(item));
  }
  const auto onPage = [&](std::int64_t millis) {
    const bool tooNew = *before && millis >= **before;
    const bool tooOld =
        lines->more && !lines->entries.empty() && millis < millisOf(lines->entries.back());
    return !tooNew && !tooOld;
  };
  if (const Status added = addJoined(viewer, id, *type, names, onPage, items); !added) {
    return added.error();
  }
  std::ranges::stable_sort(items, std::greater{}, &Item::millis);
  Json out = Json::array();
  for (Item& item : items) out.push_back(std::move(item.line));
  Json next = nullptr;
  if (lines->more && !lines->entries.empty())
    next = std::to_string(millisOf(lines->entries.back()));
  return Json{{"items", std::move(out)}, {"next", std::move(next)}};
}

}  // namespace rapport
