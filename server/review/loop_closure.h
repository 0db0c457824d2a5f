#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "server/review/window.h"

namespace rapport {

// What became of one item of feedback.
struct FeedbackFact {
  std::chrono::sys_days receivedOn;
  bool anonymous = false;
  bool sensitive = false;
  std::optional<std::chrono::sys_days> firstResponseOn{};
  bool toldGiver = false;          // somebody wrote down when
  bool published = false;          // an answer to it hangs on the board
  std::string partner{}, event{};  // ids; for whoever groups them
};

// How long an item may wait before it counts (programme settings).
struct ServiceLevels {
  std::chrono::days others{30};
  std::chrono::days sensitive{3};
};

// Loop closure and days to respond (PRODUCT.md "Dashboard formulas"), of the items that came in the
// window and are older than their service level. Closed inside is not told.
struct LoopClosure {
  std::size_t items = 0;
  std::size_t told = 0;  // or published, where the giver is anonymous
  // Median from received to first response; nothing while there is no item, or while it is
  // unanswered: then it is more than `medianOver`.
  std::optional<double> medianDays{};
  std::optional<std::chrono::days> medianOver{};
};
// Half of the alert "one-way": fewer than 70 % told, from limits::kSmallestGroup items on.
bool isOneWay(const LoopClosure& closure);

LoopClosure loopClosure(const std::vector<FeedbackFact>& feedback, const ServiceLevels& levels,
                        const Window& window);

}  // namespace rapport
