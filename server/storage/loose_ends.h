#pragma once

#include <string>
#include <vector>

#include "shared/base/result.h"

namespace rapport {

class ServerDatabase;

// Rows that lead nowhere or that nothing leads to, and counts that do not count: one sentence each
// kind, for an administrator. An empty list is a sound database; an error is a failure to read.
Result<std::vector<std::string>> findLooseEnds(ServerDatabase& database);

}  // namespace rapport
