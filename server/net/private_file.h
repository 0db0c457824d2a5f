#pragma once

#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport {

// Writes a file that its owner alone may read (0600): complete on the disk when this returns, or
// as it was before.
Status writePrivateFile(const std::string& path, ByteView contents);

// kNotFound: there is none; kTooLarge past a megabyte.
Result<std::string> readSmallFile(const std::string& path);

}  // namespace rapport
