#include "shared/merge/value_codec.h"

#include <limits>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

Bytes spelled(const Value& value) {
  ByteWriter out;
  encodeValue(out, value);
  return out.take();
}

bool isRead(ByteView bytes) {
  ByteReader in{bytes};
  decodeValue(in);
  return in.finished();
}

RowValue row(std::vector<std::pair<FieldNumber, RowValue::Cell>> cells) {
  return {std::move(cells)};
}

TEST(ValueCodec, EveryKindComesBack) {
  const std::vector<Value> values = {
      {},
      true,
      false,
      std::int64_t{0},
      std::numeric_limits<std::int64_t>::min(),
      std::numeric_limits<std::int64_t>::max(),
      2.5,
      -1e300,
      text(""),
      text("Los Sauces, ¿cuándo?"),
      status(4'000'000'000U, "kept"),
      consent(0, ConsentAnswer::kWithdrawn),
      ConsentValue{2, ConsentAnswer::kYes, record(3)},
      row({}),
      row({{1, true}, {2, false}, {3, std::int64_t{-4}}, {9, 0.5}, {10, std::string{"rain"}}})};
  for (const Value& value : values) {
    const Bytes bytes = spelled(value);
    ByteReader in{bytes};
    EXPECT_EQ(decodeValue(in), value);
    EXPECT_TRUE(in.finished()) << toHex(bytes);
  }
}

TEST(ValueCodec, BytesAreAsDocumented) {
  EXPECT_EQ(toHex(spelled({})), "00");
  EXPECT_EQ(toHex(spelled(false)), "01");
  EXPECT_EQ(toHex(spelled(true)), "02");
  EXPECT_EQ(toHex(spelled(whole(-3))), "0305");
  EXPECT_EQ(toHex(spelled(1.0)), "04000000000000f03f");
  EXPECT_EQ(toHex(spelled(text("hi"))), "05026869");
  EXPECT_EQ(toHex(spelled(status(1, "kept"))), "0601046b657074");
  EXPECT_EQ(toHex(spelled(consent(2, ConsentAnswer::kNo))), "07020100");
  EXPECT_EQ(toHex(spelled(row({{3, true}, {5, std::int64_t{1}}}))), "08020302050302");
}

TEST(ValueCodec, ZeroHasOneSpelling) { EXPECT_EQ(spelled(-0.0), spelled(0.0)); }

TEST(ValueCodec, MalformedValuesAreRefused) {
  EXPECT_FALSE(isRead(""));
  EXPECT_FALSE(isRead("\x09"));                                       // an unknown kind
  EXPECT_FALSE(isRead(ByteView{"\x05\x01\xFF", 3}));                  // no UTF-8
  EXPECT_FALSE(isRead(ByteView{"\x05\x05hi", 4}));                    // cut off
  EXPECT_FALSE(isRead(ByteView{"\x03\x80\x00", 3}));                  // a padded number
  EXPECT_FALSE(isRead(ByteView{"\x06\x80\x80\x80\x80\x10\x00", 7}));  // a generation past 32 bits
  EXPECT_FALSE(isRead(ByteView{"\x07\x00\x03\x00", 4}));              // an unknown answer
  EXPECT_FALSE(isRead(ByteView{"\x07\x00\x00\x02", 4}));              // neither with nor without
  EXPECT_FALSE(isRead(ByteView{"\x08\x02\x03\x01\x03\x01", 6}));      // a cell twice
  EXPECT_FALSE(isRead(ByteView{"\x08\x01\x03\x00", 4}));              // an empty cell
  EXPECT_FALSE(isRead(ByteView{"\x04\x00\x00\x00\x00\x00\x00\xf0\x7f", 9}));  // infinity
}

TEST(ValueCodec, LimitsHold) {
  EXPECT_TRUE(isRead(spelled(text(std::string(limits::kTextBytes, 'x')))));
  EXPECT_FALSE(isRead(spelled(text(std::string(limits::kTextBytes + 1, 'x')))));
  EXPECT_FALSE(isRead(spelled(status(0, std::string(limits::kNameBytes + 1, 'x')))));
  RowValue wide;
  for (FieldNumber cell = 1; cell <= limits::kRowCells + 1; ++cell) {
    wide.cells.emplace_back(cell, true);
  }
  EXPECT_FALSE(isRead(spelled(wide)));
}

}  // namespace
}  // namespace rapport
