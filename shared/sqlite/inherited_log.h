#pragma once

#include <string>

#include "shared/base/result.h"

struct sqlite3;

namespace rapport {

// Writes the bytes of a write-ahead log again, each where it is, so that the next sync brings them
// to the disk: after a sync that failed, the system shows frames that no later sync would write.
// Nothing to do without a log. Inside a write transaction of this connection, while nobody else can
// append to it. kStorageFailed: part of them could not be written again, and the log is what it was
// all the same.
Status writeLogAgain(sqlite3* handle, const std::string& databasePath);

}  // namespace rapport
