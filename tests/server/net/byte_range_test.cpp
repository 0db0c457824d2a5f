#include "server/net/byte_range.h"

#include <string>

#include <gtest/gtest.h>

namespace rapport {
namespace {

// Of a file of a hundred bytes: "all", "none", or the part.
std::string asked(std::string_view header, std::uint64_t sizeBytes = 100) {
  const auto range = rangeIn(header, sizeBytes);
  if (!range) return "none";
  if (!*range) return "all";
  return std::to_string((*range)->first) + "+" + std::to_string((*range)->sizeBytes);
}

TEST(ByteRange, IsWhatPlayersAskFor) {
  EXPECT_EQ(asked("bytes=0-"), "0+100");
  EXPECT_EQ(asked("bytes=0-0"), "0+1");
  EXPECT_EQ(asked("bytes=10-19"), "10+10");
  EXPECT_EQ(asked("bytes=99-"), "99+1");
  EXPECT_EQ(asked("bytes=-1"), "99+1");
  EXPECT_EQ(asked("bytes=-100"), "0+100");
}

TEST(ByteRange, EndsWhereTheFileEnds) {
  EXPECT_EQ(asked("bytes=90-1000"), "90+10");
  EXPECT_EQ(asked("bytes=-1000"), "0+100");
  EXPECT_EQ(asked("bytes=90-99999999999999999999999"), "90+10");
}

TEST(ByteRange, IsToldWhereNothingLies) {
  EXPECT_EQ(asked("bytes=100-"), "none");
  EXPECT_EQ(asked("bytes=99999999999999999999999-"), "none");
  EXPECT_EQ(asked("bytes=-0"), "none");
  EXPECT_EQ(asked("bytes=0-", 0), "none");
}

TEST(ByteRange, WhatIsNotUnderstoodIsTheWhole) {
  for (const char* header :
       {"", "bytes", "bytes=", "bytes=-", "bytes=5", "bytes=9-5", "bytes=a-b", "bytes=0-1,5-6",
        "bytes= 0-1", "bytes=+1-2", "bytes=1--2", "lines=0-1", "bytes=0x1-2"}) {
    EXPECT_EQ(asked(header), "all") << header;
  }
}

}  // namespace
}  // namespace rapport
