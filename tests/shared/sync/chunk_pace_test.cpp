#include "shared/sync/chunk_pace.h"

#include <gtest/gtest.h>

namespace rapport {
namespace {

using std::chrono::milliseconds;

TEST(ChunkPace, GrowsWhileAnswersComeQuickly) {
  ChunkPace pace;
  EXPECT_EQ(pace.nextBytes(), limits::kFirstChunkBytes);
  for (int chunk = 0; chunk < 20; ++chunk) {
    pace.sent(milliseconds{100 * chunk});
    pace.answered(milliseconds{100 * chunk + 20});
  }
  EXPECT_EQ(pace.nextBytes(), limits::kChunkBytes);
}

TEST(ChunkPace, ShrinksOnASlowLineAndStaysBetween) {
  ChunkPace pace;
  pace.sent(milliseconds{0});
  pace.answered(milliseconds{1000});
  EXPECT_EQ(pace.nextBytes(), limits::kFirstChunkBytes);
  for (int chunk = 0; chunk < 20; ++chunk) {
    pace.sent(milliseconds{0});
    pace.answered(limits::kChunkSlow);
  }
  EXPECT_EQ(pace.nextBytes(), limits::kLeastChunkBytes);
}

}  // namespace
}  // namespace rapport
