#pragma once

#include <QString>
#include <string>
#include <vector>

#include "mobile/viewmodels/drafts.h"
#include "shared/base/clock.h"

namespace rapport {

// A person counted on this tablet that can still be taken back.
struct TallyStep {
  QString tile{};         // its name, "18-39/es" (tally_words.h)
  std::string station{};  // record id
  WallTime at{};
};

inline constexpr std::size_t kUndoSteps = 20;  // DESIGN "UndoBar"

// The steps of one event, oldest first. They outlive the app; nothing kept reads as none.
std::vector<TallyStep> readSteps(Drafts& drafts, const std::string& event);
Status keepSteps(Drafts& drafts, const std::string& event, const std::vector<TallyStep>& steps);

}  // namespace rapport
