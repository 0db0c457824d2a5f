#include <gtest/gtest.h>

#include "tests/mobile/qml/screens.h"

namespace rapport {
namespace {

using testing::Glass;
using testing::SoloDesk;

TEST(EnrolOnScreen, AWrongCodeIsSaidInASentenceAndMayBeTypedAgain) {
  testing::TempFolder folder;
  ManualClock clock;
  Glass glass(std::make_unique<SoloDesk>(folder.path().string(), clock));
  testing::Finger& finger = glass.finger();
  EXPECT_FALSE(finger.find("todayScreen"));
  EXPECT_FALSE(finger.find("enrol")) << "nothing is typed yet";

  ASSERT_TRUE(finger.tap("enrolCode"));
  finger.type("wrong");
  ASSERT_TRUE(finger.tap("enrol"));
  const QString sentence = QStringLiteral("This code is not known. Ask the office for a new one.");
  EXPECT_TRUE(finger.comesToRead(sentence));
  EXPECT_TRUE(finger.comesToRead("wrong")) << "what was typed stands";

  ASSERT_TRUE(finger.tap("enrolCode"));
  finger.erase(5);
  finger.type("good-code");
  EXPECT_FALSE(finger.reads(sentence));
  ASSERT_TRUE(finger.tap("enrol"));
  EXPECT_TRUE(finger.comes("todayScreen"));
  EXPECT_EQ(glass.faults().join('\n'), "");
}

}  // namespace
}  // namespace rapport
