#pragma once

#include "shared/base/bytes.h"

namespace rapport {

// Well-formed UTF-8 (RFC 3629) without NUL: what a text field may hold.
bool isText(ByteView bytes);

}  // namespace rapport
