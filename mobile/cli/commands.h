#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "mobile/cli/context.h"

namespace rapport::cli {

// What rapport-cli can do; each prints JSON lines and answers the code for the shell.

// Waits until the coordinator has confirmed, and says the words to read to them on standard error.
ExitCode enrol(const Place& place, const TypedInvitation& typed, const std::string& deviceName);

// Reads JSON lines from standard input. A line that cannot be saved is told with its number; the
// others are saved.
ExitCode put(const Place& place, const std::string& type);
struct Resolution {
  std::string id;
  std::string field;
  std::optional<Keep> keep;
  std::optional<std::string> value;
};
ExitCode resolve(const Place& place, const Resolution& resolution);

ExitCode get(const Place& place, const std::string& id);
ExitCode list(const Place& place, const std::string& type);
ExitCode history(const Place& place, const std::string& id);
ExitCode conflicts(const Place& place);
ExitCode inbox(const Place& place);
ExitCode status(const Place& place);
ExitCode stateHash(const Place& place);

enum class SyncMode : std::uint8_t { kOnce, kFollow };
ExitCode sync(const Place& place, SyncMode mode);

}  // namespace rapport::cli
