#pragma once

#include "shared/base/disk.h"

namespace rapport {

// The system's files. Lives as long as the program.
Disk& systemDisk();

}  // namespace rapport
