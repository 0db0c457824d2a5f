#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "shared/base/result.h"

namespace rapport {

struct ByteRange {
  std::uint64_t first = 0;
  std::uint64_t sizeBytes = 0;
};

// Which part of a file of this size a Range header asks for (RFC 9110 section 14.2). Nothing: all
// of it, as when there is no header, when it is none that we understand, or when it asks for
// several parts. kInvalid: a part that is not there.
Result<std::optional<ByteRange>> rangeIn(std::string_view header, std::uint64_t sizeBytes);

}  // namespace rapport
