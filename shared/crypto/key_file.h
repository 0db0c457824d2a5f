#pragma once

#include <string>

#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/crypto/secret.h"

namespace rapport {

// The 32-byte key in the file, which must be a plain file of exactly 32 bytes that only its owner
// may read or write; else kRefused with what to do. kNotFound when there is none.
Result<SecretKey> readKeyFile(const std::string& path);

// The same, and when there is no file a new key is drawn and written: mode 0600, complete on the
// disk before this returns, or not there at all. Of two programs that do this at once, both get the
// key of the one that came first.
Result<SecretKey> readOrCreateKeyFile(const std::string& path, Random& random);

}  // namespace rapport
