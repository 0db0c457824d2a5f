#pragma once

#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport::testing {

// Everything that a database's files hold, decrypted, to standard output: every page of the file,
// unused ones too, then every frame of its log, also those that are written over next. Read through
// SQLite's own file handles, below its pages. Meant for a copy of a database that nobody has open.
// Fails where a page does not decrypt.
Status dumpPages(const std::string& databasePath, const Bytes& key);

// One line a value, of every table: table, column, row, and the bytes in hexadecimal digits.
Status dumpRows(const std::string& databasePath, const Bytes& key);

}  // namespace rapport::testing
