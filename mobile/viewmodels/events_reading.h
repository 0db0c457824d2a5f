#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/sync/notebook.h"

namespace rapport {

struct EventFacts {
  std::string id{};
  std::string title{};
  std::string type{};
  std::string status{};
  std::string partnerId{};
  std::string partner{};  // its name
  std::string place{};
  std::string notes{};
  std::vector<std::string> bring{};  // one line each
  WallTime start{};
  WallTime end{};      // two hours after the start where nobody wrote one
  bool timed = false;  // has a start at all
  bool needsPerson = false;
};

// Every event that was not cancelled, by its start; those without one last.
Result<std::vector<EventFacts>> readEvents(Notebook& notebook);

// Doors open a little early, and people leave late: counting goes on around the announced hours.
inline constexpr std::chrono::minutes kOpensEarly{30};
inline constexpr std::chrono::minutes kClosesLate{60};
bool isOpen(const EventFacts& event, WallTime now);
// The open event that began last; null if none is open.
const EventFacts* openEvent(const std::vector<EventFacts>& events, WallTime now);

}  // namespace rapport
