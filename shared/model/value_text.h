#pragma once

#include <string>

#include "shared/model/value.h"

namespace rapport {

// One value as text: numbers in digits, yes and no as "true" and "false", a status by its state, a
// consent by its answer. Empty for what was cleared, and for a row, whose cells speak for it.
std::string textOf(const Value& value);

}  // namespace rapport
