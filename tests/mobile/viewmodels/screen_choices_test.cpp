#include "mobile/viewmodels/screen_choices.h"

#include <QFile>
#include <QSignalSpy>

#include <gtest/gtest.h>

#include "mobile/viewmodels/sync_model.h"
#include "tests/mobile/viewmodels/desk_bench.h"
#include "tests/support/temp_folder.h"

namespace rapport {
namespace {

using testing::DeskBench;
using testing::TempFolder;

class ScreenChoicesTest : public ::testing::Test {
 protected:
  ~ScreenChoicesTest() override { speak(Tongue::kEnglish); }
  QString file() const { return QString::fromStdString((folder_.path() / "screen.ini").string()); }

 private:
  TempFolder folder_;
};

TEST_F(ScreenChoicesTest, WhatWasChosenIsThereTheNextTime) {
  {
    ScreenChoices choices(file());
    choices.setLanguage(ScreenChoices::Arabic);
    choices.setLook(ScreenChoices::Dark);
    choices.setHand(ScreenChoices::LeftHand);
  }
  const ScreenChoices again(file());
  EXPECT_EQ(again.language(), ScreenChoices::Arabic);
  EXPECT_TRUE(again.rightToLeft());
  EXPECT_EQ(again.look(), ScreenChoices::Dark);
  EXPECT_EQ(again.hand(), ScreenChoices::LeftHand);
}

TEST_F(ScreenChoicesTest, AFileThatMakesNoSenseIsAsIfThereWereNone) {
  QFile broken(file());
  ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
  broken.write("[General]\nlook=99\nhand=left\nlanguage=-1\n");
  broken.close();
  const ScreenChoices choices(file());
  EXPECT_EQ(choices.look(), ScreenChoices::Light);
  EXPECT_EQ(choices.hand(), ScreenChoices::RightHand);
  EXPECT_EQ(static_cast<Tongue>(choices.language()), tongueOfTablet());
}

TEST_F(ScreenChoicesTest, OutOfTheSunComesBackWhatWasBefore) {
  ScreenChoices choices{QString()};
  choices.setLook(ScreenChoices::Dark);
  choices.toggleSun();
  EXPECT_EQ(choices.look(), ScreenChoices::Sun);
  choices.toggleSun();
  EXPECT_EQ(choices.look(), ScreenChoices::Dark);
}

TEST_F(ScreenChoicesTest, AnotherLanguageRewordsWhatIsOnTheScreen) {
  DeskBench bench;
  const auto sync = bench.show<SyncModel>();
  bench.solo().tell(LinkState{LinkStage::kAway, 0, 0, {}});
  bench.settle();
  EXPECT_EQ(sync->detail(), "no connection");
  const QSignalSpy changed(sync.get(), &SyncModel::changed);
  bench.desk().choices()->setLanguage(ScreenChoices::Spanish);
  bench.settle();
  EXPECT_EQ(sync->word(), "Guardado aquí");
  EXPECT_EQ(sync->detail(), "sin conexión");
  EXPECT_GT(changed.count(), 0);
}

TEST_F(ScreenChoicesTest, AFailureIsToldInTheLanguageOfTheScreens) {
  const Error full{ErrorCode::kStorageFull, "database or disk is full"};
  EXPECT_EQ(wordsOf(full), "database or disk is full");
  speak(Tongue::kSpanish);
  EXPECT_TRUE(wordsOf(full).startsWith("No se pudo guardar.")) << qPrintable(wordsOf(full));
  EXPECT_EQ(wordsOf(Error{ErrorCode::kInvalid, "Write a whole number."}),
            "Escriba un número entero.")
      << "a known sentence beats the words of its code";
}

}  // namespace
}  // namespace rapport
