#include "shared/base/byte_reader.h"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "shared/base/byte_writer.h"

namespace rapport {
namespace {

TEST(Bytes, HexIsLowerCaseAndKeepsZeros) {
  EXPECT_EQ(toHex(ByteView("\x00\x0f\xa5\xff", 4)), "000fa5ff");
  EXPECT_EQ(toHex(""), "");
}

TEST(ByteReader, ReadsBackEverythingInOrder) {
  ByteWriter writer;
  const Uuid id = *Uuid::parse("0190f3a1-7c2b-7def-8123-456789abcdef");
  writer.byte(0xAB);
  writer.varint(300);
  writer.zigzag(-3);
  writer.fixed64(0x0102030405060708);
  writer.float64(-2.5);
  writer.blob("hello");
  writer.uuid(id);
  ByteReader reader(writer.bytes());
  EXPECT_EQ(reader.byte(), 0xAB);
  EXPECT_EQ(reader.varint(), 300U);
  EXPECT_EQ(reader.zigzag(), -3);
  EXPECT_EQ(reader.fixed64(), 0x0102030405060708U);
  EXPECT_EQ(reader.float64(), -2.5);
  EXPECT_EQ(reader.blob(5), "hello");
  EXPECT_EQ(reader.uuid(), id);
  EXPECT_TRUE(reader.finished());
}

TEST(ByteReader, NumbersLieLittleEndianAndShort) {
  ByteWriter writer;
  writer.varint(300);
  writer.fixed64(1);
  EXPECT_EQ(toHex(writer.bytes()), "ac020100000000000000");
}

TEST(ByteReader, EveryWholeNumberComesBack) {
  EXPECT_TRUE(rc::check("varint and zigzag", [](std::uint64_t plain, std::int64_t either) {
    ByteWriter writer;
    writer.varint(plain);
    writer.zigzag(either);
    ByteReader reader(writer.bytes());
    RC_ASSERT(reader.varint() == plain);
    RC_ASSERT(reader.zigzag() == either);
    RC_ASSERT(reader.finished());
  }));
  for (const std::int64_t edge : {std::numeric_limits<std::int64_t>::min(), std::int64_t{-1},
                                  std::int64_t{0}, std::numeric_limits<std::int64_t>::max()}) {
    ByteWriter writer;
    writer.zigzag(edge);
    EXPECT_EQ(ByteReader(writer.bytes()).zigzag(), edge);
  }
}

TEST(ByteReader, OnlyOneSpellingOfANumberIsTaken) {
  ByteReader padded(ByteView("\x80\x00", 2));
  EXPECT_EQ(padded.varint(), 0U);
  EXPECT_FALSE(padded.ok());
  ByteReader overflowing("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x02");
  overflowing.varint();
  EXPECT_FALSE(overflowing.ok());
  ByteReader endless("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01");
  endless.varint();
  EXPECT_FALSE(endless.ok());
  ByteReader largest("\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01");
  EXPECT_EQ(largest.varint(), std::numeric_limits<std::uint64_t>::max());
  EXPECT_TRUE(largest.finished());
}

TEST(ByteReader, WhatIsCutShortFails) {
  ByteWriter writer;
  writer.varint(300);
  writer.fixed64(7);
  writer.blob("hello");
  const Bytes whole = writer.take();
  for (std::size_t length = 0; length < whole.size(); ++length) {
    ByteReader reader(ByteView(whole).substr(0, length));
    reader.varint();
    reader.fixed64();
    reader.blob(100);
    EXPECT_FALSE(reader.ok()) << length;
  }
}

TEST(ByteReader, AfterAFailureEverythingIsZero) {
  ByteReader reader("abc");
  reader.raw(4);
  EXPECT_FALSE(reader.ok());
  EXPECT_EQ(reader.byte(), 0);
  EXPECT_EQ(reader.raw(1), "");
  EXPECT_EQ(reader.uuid(), Uuid{});
  EXPECT_FALSE(reader.finished());
}

TEST(ByteReader, PromisesLargerThanTheRestAreRefused) {
  EXPECT_EQ(ByteReader(ByteView("\x03xyz", 4)).count(3), 3U);
  ByteReader tooMany(ByteView("\x03xyz", 4));
  EXPECT_EQ(tooMany.count(2), 0U);
  EXPECT_FALSE(tooMany.ok());
  ByteReader tooFewBytes(ByteView("\x04xyz", 4));
  EXPECT_EQ(tooFewBytes.count(100), 0U);
  EXPECT_FALSE(tooFewBytes.ok());
  ByteReader longBlob(ByteView("\x03xyz", 4));
  longBlob.blob(2);
  EXPECT_FALSE(longBlob.ok());
  ByteReader over(ByteView("\x05", 1));
  EXPECT_EQ(over.upTo(4), 0U);
  EXPECT_FALSE(over.ok());
}

TEST(ByteReader, NumbersThatAreNoneFail) {
  for (const double number :
       {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
    ByteWriter writer;
    writer.float64(number);
    ByteReader reader(writer.bytes());
    reader.float64();
    EXPECT_FALSE(reader.ok());
  }
}

TEST(ByteReader, ZeroHasOneSpelling) {
  ByteWriter negative;
  ByteWriter positive;
  negative.float64(-0.0);
  positive.float64(0.0);
  EXPECT_EQ(negative.bytes(), positive.bytes());
  ByteWriter raw;
  raw.fixed64(std::uint64_t{1} << 63U);
  ByteReader reader(raw.bytes());
  reader.float64();
  EXPECT_FALSE(reader.ok());
}

TEST(ByteReader, LeftOverBytesAreNotFinished) {
  ByteReader reader("ab");
  reader.byte();
  EXPECT_TRUE(reader.ok());
  EXPECT_FALSE(reader.finished());
  EXPECT_EQ(reader.left(), 1U);
}

TEST(ByteReader, ArbitraryBytesNeverReadPastTheirEnd) {
  EXPECT_TRUE(rc::check("any bytes", [](const std::string& bytes) {
    ByteReader reader(bytes);
    while (reader.ok() && !reader.atEnd()) {
      reader.varint();
      reader.blob(16);
      reader.uuid();
    }
    RC_ASSERT(reader.left() <= bytes.size());
  }));
}

}  // namespace
}  // namespace rapport
