#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>

#include "shared/base/limits.h"

namespace rapport {

// How much of a blob to send at once: little on a slow line, where a change would wait behind it,
// and more while the answers come quickly.
class ChunkPace {
 public:
  std::size_t nextBytes() const { return nextBytes_; }
  void sent(std::chrono::milliseconds now) { sentAt_ = now; }
  void answered(std::chrono::milliseconds now) {
    const auto took = now - sentAt_;
    if (took <= limits::kChunkQuick) nextBytes_ = std::min(nextBytes_ * 2, limits::kChunkBytes);
    if (took >= limits::kChunkSlow) nextBytes_ = std::max(nextBytes_ / 2, limits::kLeastChunkBytes);
  }

 private:
  std::size_t nextBytes_ = limits::kFirstChunkBytes;
  std::chrono::milliseconds sentAt_{0};
};

}  // namespace rapport
