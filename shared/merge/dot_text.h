#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/merge/change.h"

namespace rapport {

// A change's name as people and programs pass it on, "replica:counter", and back. Nothing for
// whatever is not exactly that.
std::string dotText(const Dot& dot);
std::optional<Dot> parseDot(std::string_view text);

}  // namespace rapport
