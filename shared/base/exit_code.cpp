#include "shared/base/exit_code.h"

namespace rapport {

ExitCode exitCodeOf(ErrorCode code) {
  switch (code) {
    case ErrorCode::kInvalid:
    case ErrorCode::kTooLarge:
      return ExitCode::kInvalid;
    case ErrorCode::kNotFound:
      return ExitCode::kNotFound;
    case ErrorCode::kRefused:
    case ErrorCode::kConflict:
    case ErrorCode::kUnauthenticated:
    case ErrorCode::kUpdateNeeded:
      return ExitCode::kRefused;
    case ErrorCode::kUnavailable:
      return ExitCode::kUnavailable;
    case ErrorCode::kStorageFull:
    case ErrorCode::kStorageFailed:
    case ErrorCode::kNewerDatabase:
      return ExitCode::kStorage;
    case ErrorCode::kInternal:
      break;
  }
  return ExitCode::kFailed;
}

}  // namespace rapport
