#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/merge/change.h"
#include "shared/merge/state.h"
#include "shared/model/record_type.h"
#include "shared/model/value.h"

namespace rapport {

struct RowEntry;

// rows.
struct RowEntries {
  std::vector<RowEntry> rows;  // in any order, each row once
};

// One field of an edit, before it becomes an operation. Text for registers is as people write it: a
// status or consent by its name.
struct FieldEdit {
  std::string field;
  std::variant<Value, EditElements, AddAmount, RowEntries> what;
};

enum class RowIs : std::uint8_t { kNew, kThere };

// One row of an edit. A new one may bear the id that was drawn for it already.
struct RowEntry {
  RowIs is = RowIs::kNew;
  std::optional<RowId> id;
  std::vector<FieldEdit> cells;
  std::optional<Deletion> deletion;
};

// What to enter so that this deed is done again by somebody who is shown this: rows that are not
// there are new ones. Of a deletion of the record nothing is left.
FieldEdit editAgain(const FieldDeclaration& field, const Deed& deed, const Contents& shown);

// Draws an id for every new row that has none, in the order in which they stand.
void nameNewRows(std::vector<FieldEdit>& fields, const Clock& clock, Random& random);

}  // namespace rapport
