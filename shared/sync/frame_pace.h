#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <deque>

#include "shared/base/limits.h"

namespace rapport {

// How much to have on the way at once, in frames that are answered one by one in their order: as
// much as the other end answers in about limits::kAnswerAim. On a slow line that is one frame,
// large enough to be worth compressing and small enough to arrive between two cuts; on a quick one
// it is several of the largest. Sizes are those before compression.
class FramePace {
 public:
  // Where to stop filling the next frame.
  std::size_t frameBytes() const { return std::min(window_, limits::kFrameTargetBytes); }

  // Whether another frame may go out before something is answered.
  bool hasRoom() const { return sent_.empty() || onTheWay_ + frameBytes() / 2 <= window_; }

  void sent(std::size_t sizeBytes, std::chrono::milliseconds now) {
    // A frame may end early because it holds as many things as one may.
    sent_.push_back({sizeBytes, sizeBytes >= frameBytes() / 2, now});
    onTheWay_ += sizeBytes;
  }

  // The frame that was sent first. What was never sent is passed over.
  void answered(std::chrono::milliseconds now) {
    if (sent_.empty()) return;
    const Sent first = sent_.front();
    sent_.pop_front();
    onTheWay_ -= first.sizeBytes;
    // How long one frame took says how long more of them would: one answer is enough to go by.
    const auto took = std::clamp(now - first.at, limits::kAnswerAim / limits::kWindowGrowth,
                                 limits::kAnswerAim * 2);
    // That little is answered quickly says nothing of much.
    if (took < limits::kAnswerAim && !first.tellsOfMuch) return;
    const auto aimed = window_ * static_cast<std::size_t>(limits::kAnswerAim.count()) /
                       static_cast<std::size_t>(took.count());
    window_ = std::clamp(aimed, limits::kLeastWindowBytes, limits::kWindowBytes);
  }

 private:
  struct Sent {
    std::size_t sizeBytes;
    bool tellsOfMuch;
    std::chrono::milliseconds at;
  };

  std::size_t window_ = limits::kFirstWindowBytes;
  std::size_t onTheWay_ = 0;
  std::deque<Sent> sent_;  // as many as the session lets be on the way
};

}  // namespace rapport
