#pragma once

#include <memory>
#include <string>

#include "mobile/viewmodels/desk.h"
#include "shared/base/result.h"

namespace rapport {

struct DeskPlace {
  std::string profileFolder;
  std::string carryFolder;  // where a person finds files to carry to the office
};

// Opens (or makes) a person's profile on this tablet. Fails with a sentence for the person when the
// database is newer than this app, or the disk is full or broken; nothing is changed then.
Result<std::unique_ptr<Desk>> makeDesk(const DeskPlace& place);

}  // namespace rapport
