#include "mobile/viewmodels/screen_choices.h"
#include "mobile/viewmodels/tongue.h"
#include "tests/mobile/qml/screens.h"

namespace rapport {
namespace {

class SettingsOnScreen : public testing::Screens {
 protected:
  ~SettingsOnScreen() override { speak(Tongue::kEnglish); }

  // Where an item's middle is, from the left.
  qreal middleOf(const QString& name) {
    const QQuickItem* item = finger().comes(name);
    return item != nullptr ? item->mapToScene(QPointF(item->width() / 2, 0)).x() : -1;
  }
};

TEST_F(SettingsOnScreen, AnotherLanguageIsSpokenAtOnceAndReadFromItsOwnSide) {
  EXPECT_LT(middleOf("place0"), testing::kLying.width() / 2);
  ASSERT_TRUE(finger().tapAll({"settings", "language > segment2"}));
  EXPECT_TRUE(finger().comesToRead("الإعدادات")) << "a sentence of QML";
  ASSERT_TRUE(finger().tap("closeSheet"));
  EXPECT_TRUE(finger().comesToRead("متأخر يومين")) << "a sentence of a view model";
  EXPECT_GT(middleOf("place0"), testing::kLying.width() / 2) << "the rail is at the start side";

  ASSERT_TRUE(finger().tapAll({"settings", "language > segment0", "closeSheet"}));
  EXPECT_TRUE(finger().comesToRead("2 days late")) << "and back";
}

TEST_F(SettingsOnScreen, WordsAndHoursKeepTheirOwnOrderInArabic) {
  ASSERT_TRUE(finger().tapAll({"settings", "language > segment2", "closeSheet", "heroAction"}));
  EXPECT_LT(middleOf("arrivals0"), middleOf("arrivals1")) << "time runs from left to right";
  ASSERT_TRUE(finger().tapAll({"leave", "place4", "openConflict"}));
  const QString notes = QStringLiteral("field:notes > version0 > ");
  EXPECT_LT(middleOf(notes + "part0"), middleOf(notes + "part1")) << "an English sentence";
}

TEST_F(SettingsOnScreen, WhatBecameOfAnActionStandsInTheSheetUntilItIsClosed) {
  ASSERT_TRUE(finger().tapAll({"settings", "carryOut > act"}));
  EXPECT_TRUE(finger().comesToRead("the office has not given this tablet its key yet"));
  ASSERT_TRUE(finger().tap("letGo > act"));
  EXPECT_TRUE(finger().comesToRead("there is no file here that the office has"));
  ASSERT_TRUE(finger().tapAll({"closeSheet", "settings"}));
  EXPECT_TRUE(finger().goes("said"));
  EXPECT_TRUE(finger().comesToRead("Marisol · Heron 1 · Quillan County"));
}

TEST_F(SettingsOnScreen, TheSidePanelGoesToTheHandThatHolds) {
  ASSERT_TRUE(finger().tapAll({"captureQuote"}));
  EXPECT_GT(middleOf("endSession"), testing::kLying.width() / 2);
  ASSERT_TRUE(
      finger().tapAll({"leave", "settings", "hand > segment0", "closeSheet", "captureQuote"}));
  EXPECT_LT(middleOf("endSession"), testing::kLying.width() / 2);
}

}  // namespace
}  // namespace rapport
