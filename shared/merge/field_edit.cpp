#include "shared/merge/field_edit.h"

#include <algorithm>

namespace rapport {
namespace {

std::vector<RowEntry*> namelessIn(std::vector<FieldEdit>& fields) {
  std::vector<RowEntry*> nameless;
  for (FieldEdit& field : fields) {
    auto* entries = std::get_if<RowEntries>(&field.what);
    if (entries == nullptr) continue;
    for (RowEntry& row : entries->rows) {
      if (row.is == RowIs::kNew && !row.id) nameless.push_back(&row);
    }
  }
  return nameless;
}

RowEntry rowAgain(const FieldDeclaration& field, const RowEdit& row, const FieldState* shown) {
  const RowState* there = shown != nullptr ? shown->row(row.row) : nullptr;
  static const Contents kNewRow;
  RowEntry entry{there != nullptr ? RowIs::kThere : RowIs::kNew, row.row, {}, {}};
  for (const Operation& operation : row.operations) {
    if (const auto* removal = std::get_if<SetDeleted>(&operation.deed)) {
      entry.deletion = removal->deletion;
    } else if (const FieldDeclaration* cell = field.cell(operation.field)) {
      entry.cells.push_back(editAgain(*cell, operation.deed, kNewRow));
    }
  }
  return entry;
}

}  // namespace

FieldEdit editAgain(const FieldDeclaration& field, const Deed& deed, const Contents& shown) {
  if (const auto* added = std::get_if<AddAmount>(&deed)) return {field.name, *added};
  if (const auto* elements = std::get_if<EditElements>(&deed)) return {field.name, *elements};
  if (const auto* edit = std::get_if<EditRows>(&deed)) {
    RowEntries entries;
    for (const RowEdit& row : edit->rows) {
      entries.rows.push_back(rowAgain(field, row, shown.field(field.number)));
    }
    return {field.name, std::move(entries)};
  }
  const auto* written = std::get_if<WriteValue>(&deed);
  return {field.name, written != nullptr ? written->value : Value()};
}

void nameNewRows(std::vector<FieldEdit>& fields, const Clock& clock, Random& random) {
  const std::vector<RowEntry*> nameless = namelessIn(fields);
  std::vector<RowId> ids;
  for (std::size_t i = 0; i < nameless.size(); ++i) {
    ids.push_back(RowId{makeUuidV7(clock, random)});
  }
  // Rows are shown by id, and ids of one millisecond come in any order.
  std::ranges::sort(ids);
  for (std::size_t i = 0; i < nameless.size(); ++i) nameless[i]->id = ids[i];
}

}  // namespace rapport
