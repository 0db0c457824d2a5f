#pragma once

#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport {

// Why a file that somebody chose cannot be attached before anything is known of what is in it.
extern const char* const kFileUnreadable;
extern const char* const kFileEmpty;

// All that is in a file of this machine that somebody chose, to be attached: no more than anything
// that is kept could have, and one byte, so that what is too large is seen. kNotFound: it cannot be
// opened or read to its end (kFileUnreadable); kInvalid: nothing is in it (kFileEmpty).
Result<Bytes> contentOfChosen(const std::string& path);

}  // namespace rapport
