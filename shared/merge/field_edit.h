#pragma once

#include <string>
#include <variant>

#include "shared/merge/change.h"
#include "shared/model/value.h"

namespace rapport {

// One field of an edit, before it becomes an operation. Text for registers is as people write it: a
// status or consent by its name.
struct FieldEdit {
  std::string field;
  std::variant<Value, EditElements, AddAmount> what;
};

}  // namespace rapport
