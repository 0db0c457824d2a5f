#pragma once

#include "shared/base/bytes.h"

namespace rapport {

// Whether two secrets are equal, in a time that tells nothing but their lengths.
bool equalInConstantTime(ByteView left, ByteView right);

}  // namespace rapport
