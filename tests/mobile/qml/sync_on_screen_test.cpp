#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "tests/mobile/qml/screens.h"

namespace rapport {
namespace {

class SyncOnScreen : public testing::Screens {
 protected:
  void sayThanks() {
    ASSERT_TRUE(finger().tapAll({"captureFeedback", "choice:thanks", "choice:in_person", "words"}));
    finger().type("Good shade");
    ASSERT_TRUE(finger().tapAll({"saveFeedback", "place4"}));
  }
};

TEST_F(SyncOnScreen, AReceiptIsOnlyAsFarAsTheOfficeSaid) {
  sayThanks();
  const QString line = QStringLiteral("receipt:Feedback, Good shade");
  EXPECT_EQ(shown(line, "stage"), static_cast<int>(ReceiptStage::kSaved));
  ASSERT_EQ(saved("feedback").size(), 1U);
  const std::uint64_t counter = changesMade();
  office(
      [&](testing::OfficeHand& hand, Notebook&) { hand.answer(counter, ReceiptStage::kUploaded); });
  EXPECT_EQ(shown(line, "stage"), static_cast<int>(ReceiptStage::kUploaded));
  office([](testing::OfficeHand& hand, Notebook&) { hand.applyAll(); });
  EXPECT_EQ(shown(line, "stage"), static_cast<int>(ReceiptStage::kApplied));
  EXPECT_TRUE(finger().comesToRead("1 waiting")) << "the list of the morning alone";
}

TEST_F(SyncOnScreen, TodayLeadsToWhatCameBackAndToWhatWasRead) {
  ASSERT_TRUE(finger().tap("tiding:0"));
  EXPECT_TRUE(finger().comes("recordScreen"));
  EXPECT_TRUE(finger().comesToRead("The date is in the past. Choose a new date."));
  ASSERT_TRUE(finger().tapAll({"leave", "tiding:2"}));
  EXPECT_TRUE(finger().comes("syncScreen"));
  ASSERT_TRUE(finger().tap("place0"));
  EXPECT_TRUE(finger().goes("tiding:2")) << "it was looked at";
  EXPECT_TRUE(finger().comes("tiding:0")) << "nobody has fixed it";
}

TEST_F(SyncOnScreen, AFileIsAsFarAsItsBytes) {
  ASSERT_TRUE(finger().tap("place4"));
  EXPECT_EQ(shown("receipt:Photo or file, Sign-up list", "bytes"), "Paused at 0.9 of 2.4 MB");
}

TEST_F(SyncOnScreen, WaitingAloneIsShownOnDemand) {
  sayThanks();
  ASSERT_TRUE(finger().tap("waitingOnly"));
  EXPECT_TRUE(finger().comes("receipt:Feedback, Good shade"));
  office([](testing::OfficeHand& hand, Notebook&) { hand.applyAll(); });
  EXPECT_TRUE(finger().goes("receipt:Feedback, Good shade"));
}

TEST_F(SyncOnScreen, FixOpensTheFieldAndSendsItAgain) {
  ASSERT_TRUE(finger().tap("place4"));
  EXPECT_TRUE(finger().comesToRead("The date is in the past. Choose a new date."));
  ASSERT_TRUE(finger().tap("fix"));
  EXPECT_TRUE(finger().comes("recordScreen"));
  EXPECT_TRUE(finger().comesToRead("The date is in the past. Choose a new date."));
  EXPECT_EQ(shown("edit:original_due", "entered"), "2026-11-02") << "in sight, as it was written";
  EXPECT_TRUE(finger().until([&] {
    return shown("edit:original_due > line", "activeFocus").toBool();
  })) << "the cursor stands there";
  ASSERT_TRUE(finger().tapAll({"edit:original_due > pickDay", "day:2026-11-28", "saveRecord"}));

  const auto promises = saved("commitment");
  ASSERT_EQ(promises.size(), 1U);
  EXPECT_EQ(RecordView(promises[0]).text("original_due"), "2026-11-28");
  EXPECT_EQ(RecordView(promises[0]).text("text"), "Evening vaccine hours in Millrace");
  EXPECT_TRUE(finger().goes("fix")) << "the inbox is empty";
}

TEST_F(SyncOnScreen, WhatCameBackIsPutAwayOnlyByHand) {
  ASSERT_TRUE(finger().tapAll({"place4", "letGo"}));
  EXPECT_TRUE(finger().goes("fix"));
  EXPECT_TRUE(saved("commitment").empty());
}

TEST_F(SyncOnScreen, WhatCameBackIsHandedToTheCoordinator) {
  ASSERT_TRUE(finger().tapAll({"place4", "handOver"}));
  EXPECT_TRUE(finger().goes("handOver"));
  const auto handed = saved("hand_over");
  ASSERT_EQ(handed.size(), 1U);
  const RecordView view(handed[0]);
  EXPECT_EQ(view.text("reason"), "The date is in the past. Choose a new date.");
  EXPECT_NE(view.text("entered").find("Evening vaccine hours in Millrace"), std::string::npos);
}

TEST_F(SyncOnScreen, WhatTheCoordinatorAskedIsShownUntilItIsChanged) {
  ASSERT_TRUE(finger().tap("place4"));
  const QString card = QStringLiteral("asked:Promise, Bus timetable in Spanish");
  EXPECT_TRUE(finger().comesToRead("Which lines? There are three."));
  EXPECT_EQ(shown("receipt:Promise, Bus timetable in Spanish", "stage"),
            static_cast<int>(ReceiptStage::kReviewed));
  office([](testing::OfficeHand&, Notebook& notebook) {
    const auto promises = notebook.list("commitment", {}, 100);
    for (const RecordSheet& promise : *promises) {
      if (RecordView(promise).text("text") != "Bus timetable in Spanish") continue;
      EXPECT_TRUE(notebook
                      .put({.id = promise.state.id,
                            .fields = {{"text", Value(std::string("All three bus timetables"))}}})
                      .ok());
    }
  });
  EXPECT_TRUE(finger().goes(card)) << "it was looked at again";
  EXPECT_EQ(shown("receipt:Promise, All three bus timetables", "stage"),
            static_cast<int>(ReceiptStage::kSaved));
}

TEST_F(SyncOnScreen, WhatTheCoordinatorAskedOpensTheRecord) {
  ASSERT_TRUE(finger().tapAll({"place4", "lookAgain"}));
  EXPECT_TRUE(finger().comes("recordScreen"));
  EXPECT_EQ(shown("edit:text", "entered"), "Bus timetable in Spanish");
}

}  // namespace
}  // namespace rapport
