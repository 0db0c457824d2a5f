// The real screens, the app's own desk, and the real server over the loopback.

#include <filesystem>
#include <map>

#include <gtest/gtest.h>

#include "mobile/viewmodels/record_view.h"
#include "shared/base/bytes.h"
#include "shared/crypto/digest.h"
#include "tests/mobile/qml/glass.h"
#include "tests/mobile/qml/made_pictures.h"
#include "tests/mobile/qml/office_program.h"
#include "tests/mobile/qml/open_profile.h"
#include "tests/mobile/qml/saved_here.h"
#include "tests/support/temp_folder.h"

namespace rapport {
namespace {

class AnOfficeThatComesAndGoes : public ::testing::Test {
 protected:
  AnOfficeThatComesAndGoes() : office_(folder_.path().string()) {
    office_.start();
    glass_ = std::make_unique<testing::Glass>(testing::openProfile(folder_.file("tablet")));
  }
  ~AnOfficeThatComesAndGoes() override { EXPECT_EQ(glass_->faults().join('\n').toStdString(), ""); }

  testing::Finger& finger() { return glass_->finger(); }

  void enrol() {
    ASSERT_TRUE(finger().tap("enrolCode"));
    finger().type(office_.link("Marisol"));
    ASSERT_TRUE(finger().tap("enrol"));
    ASSERT_TRUE(finger().comes("todayScreen"));
    ASSERT_TRUE(finger().comesToRead("All sent"));
  }
  void say(const char* words) {
    ASSERT_TRUE(finger().tapAll(
        {"place0", "captureFeedback", "choice:thanks", "choice:in_person", "words"}));
    finger().type(words);
    ASSERT_TRUE(finger().tapAll({"saveFeedback", "place4"}));
  }
  int stageOf(const char* words) {
    const QQuickItem* line = finger().comes(QStringLiteral("receipt:Feedback, ") + words);
    return line != nullptr ? line->property("stage").toInt() : -1;
  }
  bool becomesApplied(const char* words) {
    return finger().until(
        [&] { return stageOf(words) == static_cast<int>(ReceiptStage::kApplied); });
  }
  std::string stateHere() {
    std::string hash;
    testing::behind(glass_->desk(), [&](Notebook& notebook, Drafts&) {
      hash = toHex(viewOf(*notebook.stateHash()));
    });
    return hash;
  }

  testing::TempFolder folder_;
  testing::OfficeProgram office_;
  std::unique_ptr<testing::Glass> glass_;
};

TEST_F(AnOfficeThatComesAndGoes, WhatIsCapturedMeanwhileArrivesByItself) {
  enrol();
  office_.kill();
  say("Good shade");
  EXPECT_EQ(stageOf("Good shade"), static_cast<int>(ReceiptStage::kSaved));
  EXPECT_TRUE(finger().comesToRead("1 waiting"));
  EXPECT_TRUE(finger().comesToRead("everything is safe here"));

  office_.start();
  EXPECT_TRUE(becomesApplied("Good shade"));
  EXPECT_TRUE(finger().comesToRead("All sent"));

  office_.kill();
  say("Cold water");
  say("Long line");
  EXPECT_EQ(stageOf("Cold water"), static_cast<int>(ReceiptStage::kSaved));
  EXPECT_TRUE(finger().comesToRead("2 waiting"));
  office_.start();
  EXPECT_TRUE(becomesApplied("Cold water"));
  EXPECT_TRUE(becomesApplied("Long line"));
  EXPECT_TRUE(finger().comesToRead("0 waiting"));
  EXPECT_TRUE(finger().until([&] { return stateHere() == office_.stateHash().toStdString(); }))
      << "both hold the same, and each once";
}

// From the button in the settings to the office's own command, and back when there is a network.
TEST_F(AnOfficeThatComesAndGoes, WhatNoNetworkTakesIsCarriedThereByHandAndEntersOnce) {
  enrol();
  office_.kill();
  say("Good shade");
  ASSERT_TRUE(finger().tapAll({"settings", "carryOut > act"}));
  ASSERT_TRUE(finger().comesToRead("Bring this file to the office"));
  const auto written = std::filesystem::directory_iterator(folder_.file("tablet") + "/carried");
  const std::string file = written->path().string();
  EXPECT_TRUE(file.ends_with(".carried")) << file;
  const QString took = office_.carryIn(QString::fromStdString(file));
  EXPECT_TRUE(took.contains("\"applied\":1")) << took.toStdString();
  ASSERT_TRUE(finger().tapAll({"letGo > act", "closeSheet"}));
  EXPECT_EQ(stageOf("Good shade"), static_cast<int>(ReceiptStage::kSaved))
      << "here it waits for the office's own word";
  office_.start();
  EXPECT_TRUE(becomesApplied("Good shade"));
  EXPECT_EQ(testing::savedAfter(glass_->desk(), 0, "feedback").size(), 1U);
  EXPECT_TRUE(finger().until([&] { return stateHere() == office_.stateHash().toStdString(); }));
}

// Captured without a network, uploaded when there is one, let go of, and fetched again: the same
// picture.
TEST_F(AnOfficeThatComesAndGoes, APhotoArrivesAndComesBackWhenItIsWantedAgain) {
  enrol();
  office_.kill();
  ASSERT_TRUE(finger().tapAll({"place3", "partnerRow:Iglesia Camino Claro", "editPartner"}));
  glass_->source().next(testing::wallOfNotes(QString::fromStdString(folder_.path().string())));
  ASSERT_TRUE(finger().tap("addFile"));
  const auto standing = [&] {
    const QQuickItem* line = finger().find("file:wall of notes.jpg");
    return line != nullptr ? line->property("standing").toString() : QString();
  };
  EXPECT_TRUE(finger().until([&] { return standing() == "Saved here"; }));
  office_.start();
  EXPECT_TRUE(finger().until([&] { return standing() == "Uploaded"; }))
      << "the screen hears of it by itself";

  ASSERT_TRUE(finger().tapAll({"leave", "settings", "letGo > act"}));
  ASSERT_TRUE(finger().comesToRead("1 file is removed"));
  ASSERT_TRUE(finger().tapAll({"closeSheet", "editPartner"}));
  EXPECT_TRUE(finger().until([&] { return standing() == "At the office, not on this tablet"; }));
  ASSERT_TRUE(finger().tapAll({"file:wall of notes.jpg", "fetchFile"}));
  const QQuickItem* picture = finger().comes("largePicture");
  ASSERT_NE(picture, nullptr);
  EXPECT_GT(picture->implicitWidth(), 0);
}

// The administrator's command, the office, the exchange and the screen: nothing between is made up.
TEST_F(AnOfficeThatComesAndGoes, NewAgeBandsReachATallyInUseAndWhatWasCountedRemains) {
  enrol();
  ASSERT_TRUE(finger().tapAll({"captureCount", "tile:18-39/es"}));
  office_.set("age_bands=\"0-39 40-64 65+\"");
  office_.set("languages=\"es fr\"");
  ASSERT_TRUE(finger().comes("tile:0-39/fr"));
  EXPECT_EQ(finger().find("tile:18-39/es"), nullptr);
  ASSERT_TRUE(finger().comesToRead("Counted before the groups changed · 18–39: 1"));
  ASSERT_TRUE(finger().tap("tile:0-39/fr"));
  EXPECT_EQ(finger().comes("tile:0-39/fr")->property("people").toInt(), 1);

  EXPECT_TRUE(finger().until([&] { return stateHere() == office_.stateHash().toStdString(); }));
  std::map<std::string, std::int64_t> counted;
  for (const RecordSheet& cell : testing::savedAfter(glass_->desk(), 0, "tally_cell"))
    counted[RecordView(cell).text("buckets")] = RecordView(cell).count("people");
  EXPECT_EQ(counted, (std::map<std::string, std::int64_t>{{"age_band=18-39;language=es", 1},
                                                          {"age_band=0-39;language=fr", 1}}));
}

// The command of the office, the exchange and the lock: nothing between is made up.
TEST_F(AnOfficeThatComesAndGoes, ACodeForItsPersonTakesALostPinAwayAndWhatWasSavedArrives) {
  enrol();
  office_.kill();
  say("Good shade");
  ASSERT_TRUE(finger().tapAll({"settings", "lockSettings", "setPin"}));
  for (int time = 0; time < 2; ++time)
    ASSERT_TRUE(finger().tapAll({"digit2", "digit5", "digit8", "digit0", "enterPin"}));
  ASSERT_TRUE(finger().tap("lockNow"));
  office_.start();
  const auto prove = [&](const QString& link) {
    ASSERT_TRUE(finger().tap("lostPinCode"));
    finger().type(link);
    ASSERT_TRUE(finger().tap("dropPin"));
  };
  ASSERT_TRUE(finger().tap("lostPin"));
  prove(office_.link("Teo"));
  EXPECT_TRUE(finger().comesToRead("This code is for somebody else."));
  ASSERT_TRUE(finger().tapAll({"backToPin", "lostPin"}));
  prove(office_.link("Marisol"));
  ASSERT_TRUE(finger().comes("todayScreen"));
  ASSERT_TRUE(finger().tap("place4"));
  EXPECT_TRUE(becomesApplied("Good shade"));
  EXPECT_FALSE(glass_->frontDesk().lock()->hasPin());
}

TEST_F(AnOfficeThatComesAndGoes, ACodeOfAnotherOfficeTakesNoPinAway) {
  enrol();
  ASSERT_TRUE(finger().tapAll({"settings", "lockSettings", "setPin"}));
  for (int time = 0; time < 2; ++time)
    ASSERT_TRUE(finger().tapAll({"digit2", "digit5", "digit8", "digit0", "enterPin"}));
  ASSERT_TRUE(finger().tapAll({"lockNow", "lostPin", "lostPinCode"}));
  testing::TempFolder elsewhere;
  testing::OfficeProgram other(elsewhere.path().string());
  other.start();
  finger().type(other.link("Marisol"));
  ASSERT_TRUE(finger().tap("dropPin"));
  EXPECT_TRUE(finger().comesToRead("This code is of another office than this tablet's."));
  EXPECT_TRUE(glass_->frontDesk().lock()->hasPin());
}

}  // namespace
}  // namespace rapport
