#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/review/window.h"

namespace rapport {

// How far the office says that it has gone with an item.
enum class Handling : std::uint8_t {
  kNew,
  kAcknowledged,
  kTaken,   // somebody has it, or has answered
  kClosed,  // closed inside: nobody has been told by that
};

// What became of one item of feedback.
struct FeedbackFact {
  std::chrono::sys_days receivedOn;
  bool anonymous = false;
  bool sensitive = false;
  std::optional<std::chrono::sys_days> firstResponseOn{};
  bool toldGiver = false;          // somebody wrote down when
  bool published = false;          // an answer to it hangs on the board
  std::string partner{}, event{};  // ids; for whoever groups them
  std::string id{};
  Handling handling = Handling::kNew;
  std::optional<std::chrono::sys_days> due{};     // a date of its own, where the office set one
  std::optional<std::chrono::sys_days> toldOn{};  // the first day that somebody was told
  std::string answer{};                           // the id of what was answered last, if anything
};

// Told, or published where nobody can be told because the giver is anonymous.
bool isToldBack(const FeedbackFact& item);

// How long an item may wait before it counts (programme settings).
struct ServiceLevels {
  std::chrono::days others{30};
  std::chrono::days sensitive{3};
};

// Loop closure and days to respond (PRODUCT.md "Dashboard formulas"), of the items that came in the
// window and are older than their service level. Closed inside is not told.
struct LoopClosure {
  std::size_t items = 0;
  std::size_t told = 0;  // isToldBack
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
