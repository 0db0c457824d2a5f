#pragma once

#include <string>

#include "shared/merge/numbers.h"

namespace rapport {

// Something changed in a programme: its records are now at this number.
struct Mark {
  std::string programme;
  Number number;
};

}  // namespace rapport
