#pragma once

#include "shared/base/result.h"

namespace rapport {

// What Rapport's programs answer to the shell. Scripts may rely on these.
enum class ExitCode : int {
  kDone = 0,
  kFailed = 1,   // something failed in a way that nobody foresaw
  kUsage = 2,    // the command line does not make sense
  kInvalid = 3,  // the input breaks its declaration or its format; valid lines beside it were saved
  kNotFound = 4,     // no such record, type, programme or file
  kRefused = 5,      // understood, and not permitted
  kUnavailable = 6,  // the office or another process is away or busy; nothing is lost, try again
  kStorage = 7,      // the disk or the database failed, is full, or is newer than this program
};

ExitCode exitCodeOf(ErrorCode code);

}  // namespace rapport
