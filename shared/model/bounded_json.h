#pragma once

#include <nlohmann/json.hpp>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport {

// JSON from somebody we do not know, as a tree that is safe to walk.
//
// Refused, broken syntax with line and column: more than `limitBytes`; nesting past
// limits::kJsonDepth; a key twice in one object; whole numbers past limits::kJsonInteger either
// way, which other readers of JSON would round; numbers that are not finite; text that is not UTF-8
// or holds NUL; a byte order mark; anything after the value. Never throws.
Result<nlohmann::json> parseBoundedJson(ByteView text, std::size_t limitBytes);

}  // namespace rapport
