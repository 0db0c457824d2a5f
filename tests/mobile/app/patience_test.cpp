#include "mobile/app/patience.h"

#include <chrono>
#include <future>

#include <gtest/gtest.h>

namespace rapport {
namespace {

constexpr std::chrono::hours kLong{24};

TEST(Patience, EndsTheWaitOfAnotherThread) {
  Patience patience;
  auto waiting = std::async(std::launch::async, [&] { return patience.lasts(kLong); });
  patience.lose();
  EXPECT_FALSE(waiting.get());
}

TEST(Patience, OnceLostNobodyWaitsUntilItIsRenewed) {
  Patience patience;
  EXPECT_TRUE(patience.lasts(std::chrono::milliseconds{0}));
  patience.lose();
  EXPECT_FALSE(patience.lasts(kLong));
  EXPECT_FALSE(patience.lasts(kLong));
  patience.renew();
  EXPECT_TRUE(patience.lasts(std::chrono::milliseconds{0}));
}

}  // namespace
}  // namespace rapport
