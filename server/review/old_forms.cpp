#include "server/review/old_forms.h"

namespace rapport {

const FieldDeclaration* fieldOf(const Catalogue& catalogue, const Change& change,
                                FieldNumber field) {
  const RecordType* newest = catalogue.type(change.type);
  const FieldDeclaration* known = newest != nullptr ? newest->field(field) : nullptr;
  if (known != nullptr) return known;
  const RecordType* then = catalogue.type(change.type, change.formVersion);
  return then != nullptr ? then->field(field) : nullptr;
}

const FieldDeclaration* cellOf(const Catalogue& catalogue, const Change& change, FieldNumber field,
                               FieldNumber cell) {
  const FieldDeclaration* now = fieldOf(catalogue, change, field);
  const FieldDeclaration* known = now != nullptr ? now->cell(cell) : nullptr;
  if (known != nullptr) return known;
  const RecordType* then = catalogue.type(change.type, change.formVersion);
  const FieldDeclaration* holder = then != nullptr ? then->field(field) : nullptr;
  return holder != nullptr ? holder->cell(cell) : nullptr;
}

}  // namespace rapport
