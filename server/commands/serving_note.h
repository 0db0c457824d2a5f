#pragma once

#include <string>

#include "server/app/api.h"
#include "shared/base/result.h"

namespace rapport {

// What serve writes down for the other commands: how it is reached. A file for its owner alone, in
// the data folder.
Status writeServingNote(const std::string& folder, const PublicAddress& address);
// kNotFound: nothing has served here yet.
Result<PublicAddress> readServingNote(const std::string& folder);

}  // namespace rapport
