#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"

namespace rapport {

// RFC 4648 section 5, without padding: for tokens in addresses and headers.
std::string toBase64Url(ByteView bytes);
// The one spelling that toBase64Url makes; anything else is nothing.
std::optional<Bytes> fromBase64Url(std::string_view text);

}  // namespace rapport
