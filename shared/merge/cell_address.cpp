#include "shared/merge/cell_address.h"

#include <algorithm>

namespace rapport {
namespace {

// The entry of that row among the edits, which may have to be begun.
RowEntry& entryOf(const CellAddress& address, std::vector<FieldEdit>& edits) {
  auto edit = std::ranges::find_if(edits, [&address](const FieldEdit& each) {
    return each.field == address.field && std::holds_alternative<RowEntries>(each.what);
  });
  if (edit == edits.end()) edit = edits.insert(edits.end(), {address.field, RowEntries{}});
  auto& rows = std::get<RowEntries>(edit->what).rows;
  const auto row = std::ranges::find(rows, std::optional(address.row), &RowEntry::id);
  if (row != rows.end()) return *row;
  return rows.emplace_back(RowEntry{RowIs::kThere, address.row, {}, {}});
}

}  // namespace

std::optional<CellAddress> parseCellAddress(std::string_view text) {
  const std::size_t first = text.find('/');
  const std::size_t second = first != std::string_view::npos ? text.find('/', first + 1) : first;
  if (second == std::string_view::npos) return std::nullopt;
  const auto row = Uuid::parse(text.substr(first + 1, second - first - 1));
  if (!row) return std::nullopt;
  return CellAddress{std::string(text.substr(0, first)), RowId{*row},
                     std::string(text.substr(second + 1))};
}

std::string toString(const CellAddress& address) {
  return address.field + '/' + address.row.toString() + '/' + address.cell;
}

Status addEditAt(std::string_view address,
                 std::variant<Value, EditElements, AddAmount, RowEntries> what,
                 std::vector<FieldEdit>& edits) {
  const auto cell = parseCellAddress(address);
  if (!cell) {
    edits.push_back({std::string(address), std::move(what)});
    return {};
  }
  RowEntry& row = entryOf(*cell, edits);
  if (cell->cell != "deleted") {
    row.cells.push_back({cell->cell, std::move(what)});
    return {};
  }
  const auto* value = std::get_if<Value>(&what);
  const auto* gone = value != nullptr ? std::get_if<bool>(value) : nullptr;
  if (gone == nullptr) {
    return Error{ErrorCode::kInvalid,
                 "\"deleted\" is settled with true (remove the row) or false (keep it)."};
  }
  row.deletion = *gone ? Deletion::kDelete : Deletion::kKeep;
  return {};
}

const FieldDeclaration* declarationAt(const RecordType& type, std::string_view address) {
  const auto cell = parseCellAddress(address);
  if (!cell) return type.field(address);
  const FieldDeclaration* field = type.field(std::string_view{cell->field});
  return field != nullptr && field->rule == MergeRule::kRows
             ? field->cell(std::string_view{cell->cell})
             : nullptr;
}

}  // namespace rapport
