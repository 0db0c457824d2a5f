#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "mobile/cli/context.h"
#include "shared/sync/carry_out.h"

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

// Takes back a change that `history` prints, by its dot, or what it did to one field.
struct Undoing {
  std::string id;
  std::string change;
  std::string field;  // may be empty
};
ExitCode undo(const Place& place, const Undoing& undoing);

// What to do about a change that the office sent back, by its counter as `inbox` prints it.
// Reads fields to enter instead, as one JSON line, from standard input.
ExitCode sendAgain(const Place& place, std::uint64_t counter);
ExitCode handOver(const Place& place, std::uint64_t counter, const std::string& words);
ExitCode discard(const Place& place, std::uint64_t counter);
ExitCode putAway(const Place& place, const std::string& id);

struct AttachedFile {
  std::string record, path;
  std::string field;    // empty: the only one of the record that takes files, if there is one
  std::string caption;  // may be empty
};
ExitCode attach(const Place& place, const AttachedFile& given);
// Until so many bytes of files are free.
ExitCode letGo(const Place& place, std::uint64_t wantedBytes);
// Gets an attachment's bytes from the office, unless they are here, and writes them to a file that
// is not there yet; an empty path only gets them.
ExitCode fetch(const Place& place, const std::string& attachment, const std::string& path);

// Writes what the office does not have into a file that is not there yet, for the office alone to
// read: the last resort of a tablet that reaches no network.
ExitCode carryOut(const Place& place, const std::string& path, Carry what);

ExitCode get(const Place& place, const std::string& id);
ExitCode list(const Place& place, const std::string& type);
// Of one field, or cell by its address, or of everything where `field` is empty.
ExitCode history(const Place& place, const std::string& id, const std::string& field);
// What was written here for the office alone to read: of what kind and when, oldest first.
ExitCode handedIn(const Place& place);
ExitCode conflicts(const Place& place);
ExitCode inbox(const Place& place);
ExitCode status(const Place& place);
ExitCode stateHash(const Place& place);

enum class SyncMode : std::uint8_t { kOnce, kFollow };
ExitCode sync(const Place& place, SyncMode mode);
// One exchange with the office, until both ends hold everything; prints nothing but why it failed.
ExitCode exchangeOnce(Context& context, const std::function<void(const AttachmentNews&)>& news);

}  // namespace rapport::cli
