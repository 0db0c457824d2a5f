#include "shared/merge/brought_heads.h"

namespace rapport {

void BroughtHeads::addHeads(const FieldState& field, const Place& place) {
  for (const Head& head : field.heads) heads_.insert({place, head.dot, head.value});
}

void BroughtHeads::add(const RecordState& copy) {
  for (const DeleteHead& head : copy.deletes) heads_.insert({Place{}, head.dot, Value{}});
  for (const FieldState& field : copy.fields) {
    addHeads(field, {field.field});
    for (const RowState& row : field.rows) {
      const Place deletion{field.field, row.id};
      for (const DeleteHead& head : row.deletes) heads_.insert({deletion, head.dot, Value{}});
      for (const FieldState& cell : row.fields) addHeads(cell, {field.field, row.id, cell.field});
    }
  }
}

}  // namespace rapport
