#include "shared/merge/held_values.h"

#include <gtest/gtest.h>

#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

std::vector<Value> held(const Shelf& shelf, FieldNumber field) {
  return heldValues(shelf.state(), declared(field));
}

Value reason(std::string why) { return RowValue{{{1, RowValue::Cell{std::move(why)}}}}; }

TEST(HeldValues, OfAFieldThatNobodyFilledThereAreNone) {
  const Shelf shelf = Shelf{}.take(change(1, 1).write(kAsk, text("Gym")));
  EXPECT_TRUE(held(shelf, kLatest).empty());
  EXPECT_TRUE(held(shelf, kUnion).empty());
}

TEST(HeldValues, OfASetItsElements) {
  const Shelf shelf = Shelf{}
                          .take(change(1, 1).edit(kUnion, {text("fr"), text("es")}))
                          .take(change(2, 1).edit(kUnion, {text("ar"), text("es")}))
                          .take(change(2, 2).saw(2).edit(kUnion, {}, {text("fr")}));
  EXPECT_EQ(held(shelf, kUnion), (std::vector{text("ar"), text("es")}));
}

TEST(HeldValues, OfRowsThatNeverChangeTheEarliestFirst) {
  const Shelf shelf = Shelf{}
                          .take(change(1, 1).edit(kAppend, {reason("later")}).time(20))
                          .take(change(2, 1).edit(kAppend, {reason("earlier")}).time(10));
  EXPECT_EQ(held(shelf, kAppend), (std::vector{reason("earlier"), reason("later")}));
}

TEST(HeldValues, OfAnythingElseTheOneThatIsShown) {
  const Shelf shelf = Shelf{}
                          .take(change(1, 1).write(kAsk, text("Friday")).time(10))
                          .take(change(2, 1).write(kAsk, text("Saturday")).time(20));
  EXPECT_EQ(held(shelf, kAsk), std::vector{text("Saturday")});
}

TEST(HeldValues, OfWhatWasClearedThereAreNone) {
  const Shelf shelf = Shelf{}
                          .take(change(1, 1).write(kAsk, text("Friday")))
                          .take(change(2, 1).saw(1).write(kAsk, Value{}));
  EXPECT_TRUE(held(shelf, kAsk).empty());
}

}  // namespace
}  // namespace rapport
