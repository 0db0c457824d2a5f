#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/sync/notebook.h"

namespace rapport {

struct SessionFacts {
  std::string id{};  // empty: there is none
  std::string purpose{};
  std::string eventId{};
  std::string partner{};
  std::int64_t participants = 0;
  std::optional<std::int64_t> minutes{};  // nothing: it is still going on
  WallTime began{};
};

// What was written or said in a session, in the order of its time.
struct SaidFacts {
  std::string id{};
  bool quote = false;
  std::string text{};
  std::string author{};
  bool mine = false;
  std::string device{};
  WallTime at{};
  std::vector<std::string> codes{};  // ids
  std::string consent{};             // yes, no, withdrawn; empty: nobody asked
  std::string attribution{};
};

struct ThemeFacts {
  std::string id{};
  std::string name{};
  std::int64_t uses = 0;  // in this session
};

struct SessionReading {
  SessionFacts session{};
  std::vector<SaidFacts> said{};
  std::vector<ThemeFacts> themes{};  // the most used here first, then by name
  std::string me{};
};

// A session that nobody ended is over after this long: somebody forgot.
inline constexpr std::chrono::hours kSessionForgotten{12};

// All sessions, newest first.
Result<std::vector<SessionFacts>> readSessions(Notebook& notebook);
// The session with this id; without one, the newest that is still going on.
Result<SessionReading> readSession(Notebook& notebook, const std::string& id, WallTime now);

}  // namespace rapport
