#include "shared/base/random.h"

#include <array>

#include <gtest/gtest.h>

namespace rapport {
namespace {

TEST(SeededRandom, OneSeedIsOneSequence) {
  SeededRandom one(42);
  SeededRandom same(42);
  SeededRandom other(43);
  const std::uint64_t first = one.next64();
  EXPECT_EQ(same.next64(), first);
  EXPECT_NE(other.next64(), first);
}

TEST(SeededRandom, FillsLengthsThatAreNoMultipleOfEight) {
  SeededRandom random(42);
  std::array<std::uint8_t, 13> bytes{};
  std::array<std::uint8_t, 2> guard{0xAA, 0xAA};
  random.fill(std::span(bytes));
  random.fill(std::span(guard).first(0));
  EXPECT_EQ(guard[0], 0xAA);
  EXPECT_NE(bytes[12] | bytes[11] | bytes[10] | bytes[9] | bytes[8], 0);
}

}  // namespace
}  // namespace rapport
