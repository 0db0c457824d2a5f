#include "mobile/viewmodels/enrol_model.h"

#include <gtest/gtest.h>

#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::SoloDesk;

// A tablet that is nobody's, and the model of its one screen.
class EnrolTest : public ::testing::Test {
 protected:
  EnrolTest() { enrol_.setDesk(&desk_); }

  // Until the model stands in this state; the test's own time limit ends a wait in vain.
  void reach(EnrolModel::State state) {
    while (enrol_.state() != state) QCoreApplication::processEvents();
  }
  void beginTyped() {
    enrol_.setCode(SoloDesk::kTypedCode);
    enrol_.setOffice(SoloDesk::kTypedOffice);
    enrol_.enrol();
    EXPECT_EQ(enrol_.state(), EnrolModel::Working);
    reach(EnrolModel::Waiting);
  }

  testing::TempFolder folder_;
  ManualClock clock_;
  std::unique_ptr<SoloDesk> owned_ = std::make_unique<SoloDesk>(folder_.path().string(), clock_);
  SoloDesk& solo_ = *owned_;
  FrontDesk desk_{std::move(owned_)};
  EnrolModel enrol_;
};

TEST_F(EnrolTest, WhatIsNotKnownIsSaidAndStaysToBeCorrected) {
  EXPECT_FALSE(desk_.enrolled());
  EXPECT_EQ(enrol_.state(), EnrolModel::Empty);
  enrol_.setCode("wrong");
  enrol_.enrol();
  reach(EnrolModel::Ready);
  EXPECT_TRUE(enrol_.problem().startsWith("This code is not known."));
  EXPECT_EQ(enrol_.code(), "wrong");
  enrol_.setCode(" good-code ");
  EXPECT_EQ(enrol_.problem(), "");
  enrol_.enrol();
  reach(EnrolModel::Done);
  EXPECT_TRUE(desk_.enrolled());
}

TEST_F(EnrolTest, AWholeCodeAsksWhereTheOfficeIsAndALinkDoesNot) {
  const auto asks = [this](const char* text) {
    enrol_.setCode(text);
    return enrol_.asksOffice();
  };
  EXPECT_FALSE(asks("04WC2-K7HXQ-9M5T3-RBN8V-YZ1DE")) << "not whole yet";
  EXPECT_TRUE(asks("04WC2-K7HXQ-9M5T3-RBN8V-YZ1DEF"));
  EXPECT_TRUE(asks(" 04wc2k7hxq9m5t3rbn8vyz1def"));
  EXPECT_FALSE(asks("rapport://office.example.org:8420/enrol?programme=p"));
}

TEST_F(EnrolTest, ACodeIsReadyOnceItHasAnAddress) {
  enrol_.setCode(SoloDesk::kTypedCode);
  EXPECT_EQ(enrol_.state(), EnrolModel::Empty);
  EXPECT_EQ(enrol_.office(), "") << "nothing is guessed";
  enrol_.setOffice("  ");
  EXPECT_EQ(enrol_.state(), EnrolModel::Empty);
  enrol_.setOffice("office.example.org");
  EXPECT_EQ(enrol_.state(), EnrolModel::Ready);
}

TEST_F(EnrolTest, TheWordsStandUntilTheCoordinatorConfirms) {
  beginTyped();
  EXPECT_EQ(enrol_.words(), "ferry\nmitten\nopal");
  EXPECT_FALSE(desk_.enrolled());
  enrol_.setCode("other");
  EXPECT_EQ(enrol_.code(), SoloDesk::kTypedCode) << "nothing is typed meanwhile";
  solo_.coordinatorConfirms();
  reach(EnrolModel::Done);
  EXPECT_EQ(enrol_.problem(), "");
  EXPECT_TRUE(desk_.enrolled());
}

TEST_F(EnrolTest, GivingUpLeadsBackToWhatWasTyped) {
  beginTyped();
  enrol_.giveUp();
  reach(EnrolModel::Ready);
  EXPECT_EQ(enrol_.problem(), "") << "it was the person's own wish";
  EXPECT_EQ(enrol_.words(), "");
  EXPECT_EQ(enrol_.code(), SoloDesk::kTypedCode);
  EXPECT_EQ(enrol_.office(), SoloDesk::kTypedOffice);
  EXPECT_FALSE(desk_.enrolled());
  enrol_.enrol();
  reach(EnrolModel::Waiting);
  solo_.coordinatorConfirms();
  reach(EnrolModel::Done);
}

}  // namespace
}  // namespace rapport
