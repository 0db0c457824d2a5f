#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/merge/numbers.h"

namespace rapport {

// A number as JSON and records spell it: "epoch:n", the epoch in 16 hexadecimal digits; and back.
std::string numberText(const Number& number);
std::optional<Number> parseNumber(std::string_view text);

}  // namespace rapport
