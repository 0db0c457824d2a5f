#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/qml/screens.h"
#include "tests/mobile/qml/working_day.h"

namespace rapport {
namespace {

class DraftsOnScreen : public testing::Screens {
 protected:
  // As far as it can be left: the way back, and the whole app.
  void leaveAndComeBack(const char* opens) {
    ASSERT_TRUE(finger().tapAll({"leave", opens}));
    restart();
    ASSERT_TRUE(finger().tap(opens));
  }
};

TEST_F(DraftsOnScreen, HalfAFeedbackStands) {
  ASSERT_TRUE(finger().tapAll({"captureFeedback", "choice:concern", "choice:phone", "giver:partner",
                               "sensitive", "words"}));
  finger().type("The door was");
  leaveAndComeBack("captureFeedback");
  EXPECT_EQ(shown("choice:concern", "chosen"), true);
  EXPECT_EQ(shown("choice:phone", "chosen"), true);
  EXPECT_EQ(shown("giver:partner", "on"), true);
  EXPECT_EQ(shown("words", "text"), "The door was");
  EXPECT_TRUE(saved("feedback").empty());
  ASSERT_TRUE(finger().tap("saveFeedback"));
  EXPECT_EQ(saved("feedback").size(), 1U);
  ASSERT_TRUE(finger().tap("captureFeedback"));
  EXPECT_EQ(shown("words", "text"), "") << "and is not asked twice";
}

TEST_F(DraftsOnScreen, HalfAPromiseStands) {
  ASSERT_TRUE(finger().tapAll({"capturePromise", "due:0", "tell:poster", "promiseWords"}));
  finger().type("Chairs");
  leaveAndComeBack("capturePromise");
  EXPECT_EQ(shown("promiseWords", "text"), "Chairs");
  EXPECT_EQ(shown("due:0", "on"), true);
  EXPECT_EQ(shown("tell:poster", "on"), true);
  EXPECT_TRUE(saved("commitment").empty());
}

TEST_F(DraftsOnScreen, HalfAQuoteStands) {
  ASSERT_TRUE(finger().tap("captureQuote"));
  finger().type("She is");
  ASSERT_TRUE(finger().tapAll({testing::kTransport, "withFirstName", "firstName"}));
  finger().type("Ada");
  leaveAndComeBack("captureQuote");
  EXPECT_EQ(shown("noteWords > words", "text"), "She is");
  EXPECT_EQ(shown(testing::kTransport, "on"), true);
  EXPECT_EQ(shown("firstName", "text"), "Ada");
  EXPECT_TRUE(saved("quote").empty());
}

}  // namespace
}  // namespace rapport
