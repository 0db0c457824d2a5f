#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/qml/screens.h"
#include "tests/mobile/qml/working_day.h"

namespace rapport {
namespace {

class FormsOnScreen : public testing::Screens {
 protected:
  // A kind is found by its name, and one of it begun.
  bool begin(const char* words, const char* kind) {
    if (!finger().tapAll({"find", "findSearch"})) return false;
    finger().type(words);
    return finger().tapAll({kind, "beginRecord"});
  }
};

TEST_F(FormsOnScreen, ANeedIsWrittenDownFromToday) {
  ASSERT_TRUE(begin("needs", "kind:need"));
  ASSERT_TRUE(finger().tap("edit:text > words"));
  finger().type("Somewhere to sit while we wait");
  ASSERT_TRUE(finger().tap("saveRecord"));
  const auto needs = saved("need");
  ASSERT_EQ(needs.size(), 1U);
  EXPECT_EQ(RecordView(needs.front()).text("text"), "Somewhere to sit while we wait");
  EXPECT_NE(finger().comes("found:Somewhere to sit while we wait"), nullptr)
      << "and stands in the list that it was begun from";
}

TEST_F(FormsOnScreen, MinutesOfAPartnerWithAnAgendaTakeOneFormAndItsRows) {
  ASSERT_TRUE(finger().tapAll({"place3", "partnerRow:Iglesia Camino Claro", "writeDown",
                               "kind:minutes", "edit:title > line"}));
  finger().type("Check-in after the flu shots");
  ASSERT_TRUE(finger().tapAll({"edit:agenda > addRow", "cell:text > line"}));
  finger().type("Who brings the chairs");
  ASSERT_TRUE(finger().tapAll({"rowDone", "row:Who brings the chairs", "cell:raised_by > line"}));
  finger().type("Padre Ignacio");
  ASSERT_TRUE(finger().tapAll({"rowDone", "saveRecord"}));
  const auto minutes = saved("minutes");
  ASSERT_EQ(minutes.size(), 1U);
  const RecordView view(minutes.front());
  EXPECT_EQ(view.text("title"), "Check-in after the flu shots");
  EXPECT_FALSE(view.text("partner").empty()) << "it was about one";
  EXPECT_EQ(minutes.front().state.field(minutes.front().type->field("agenda")->number)->rows.size(),
            1U);
  EXPECT_NE(finger().comes("writeDown"), nullptr) << "back where it was begun";
}

TEST_F(FormsOnScreen, HalfAFormStands) {
  ASSERT_TRUE(begin("needs", "kind:need"));
  ASSERT_TRUE(finger().tap("edit:text > words"));
  finger().type("Shade at the");
  ASSERT_TRUE(finger().tap("leave"));
  restart();
  ASSERT_TRUE(begin("needs", "kind:need"));
  EXPECT_EQ(shown("edit:text > words", "text"), "Shade at the");
  EXPECT_TRUE(saved("need").empty());
}

}  // namespace
}  // namespace rapport
