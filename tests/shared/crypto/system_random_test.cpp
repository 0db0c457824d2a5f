#include "shared/crypto/system_random.h"

#include <set>

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(SystemRandom, NeverRepeatsItself) {
  SystemRandom random;
  std::set<std::uint64_t> seen;
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(seen.insert(random.next64()).second);
}

}  // namespace
}  // namespace rapport
