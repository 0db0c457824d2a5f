#include "shared/merge/named_value.h"

#include <gtest/gtest.h>

#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

RecordState filled() {
  return Shelf{}.take(change(1, 1).write(kAsk, text("Gym")).write(kOr, Value{true})).state();
}

TEST(NamedValue, IsWhatTheFieldReadsAs) {
  EXPECT_EQ(valueNamed(testType(), "ask", filled()), text("Gym"));
  EXPECT_EQ(valueNamed(testType(), "or", filled()), Value{true});
}

TEST(NamedValue, IsClearedWhereTheFieldHoldsNothing) {
  EXPECT_EQ(valueNamed(testType(), "latest", filled()), Value{});
}

TEST(NamedValue, IsClearedWhereThereIsNoSuchField) {
  EXPECT_EQ(valueNamed(testType(), "weather", filled()), Value{});
}

TEST(NamedText, IsTheTextAndEmptyWhereTheFieldHoldsNone) {
  EXPECT_EQ(textNamed(testType(), "ask", filled()), "Gym");
  EXPECT_EQ(textNamed(testType(), "or", filled()), "");
  EXPECT_EQ(textNamed(testType(), "latest", filled()), "");
}

}  // namespace
}  // namespace rapport
