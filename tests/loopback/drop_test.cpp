#include <algorithm>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/sync/answers.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

const std::string kWave = "01930000-0000-7000-8000-00000000a001";
const std::string kPartner = "01930000-0000-7000-8000-00000000b001";
constexpr std::chrono::hours kWeek{24 * 7};

// Anonymous answers between a tablet and its office.
class DropTest : public ::testing::Test {
 protected:
  DroppedAnswer answer(const std::string& item = "4") {
    const auto made = newAnswer(
        *testCatalogue().type("survey_response"),
        {write("wave", kWave), write("partner", kPartner), write("item_1", item)}, clock_, random_);
    EXPECT_TRUE(made) << made.error().message;
    return *made;
  }
  void keep(std::size_t howMany) {
    for (std::size_t i = 0; i < howMany; ++i) EXPECT_TRUE(ana_.answers().keep(answer()));
  }
  std::size_t waiting() { return *ana_.answers().count(); }
  std::vector<KeptAnswer> atOffice() {
    std::vector<KeptAnswer> found;
    office_.read([&](ServerReader& reader) {
      const Status read = reader.eachAnswer({*Uuid::parse(kWave)}, [&](const KeptAnswer& kept) {
        found.push_back(kept);
        return Status{};
      });
      EXPECT_TRUE(read);
    });
    return found;
  }

  ManualClock clock_;
  SeededRandom random_{23};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
};

TEST_F(DropTest, AFewGoTogetherAndLeaveTheTablet) {
  keep(limits::kAnswersTogether);
  syncOnce(office_, ana_);
  EXPECT_EQ(waiting(), 0U);
  EXPECT_EQ(atOffice().size(), limits::kAnswersTogether);
}

TEST_F(DropTest, OneAloneWaitsUntilItsWeekIsOver) {
  keep(1);
  syncOnce(office_, ana_);
  EXPECT_EQ(waiting(), 1U);
  EXPECT_TRUE(atOffice().empty());
  clock_.advance(kWeek);
  syncOnce(office_, ana_);
  EXPECT_EQ(waiting(), 0U);
  EXPECT_EQ(atOffice().size(), 1U);
}

TEST_F(DropTest, GoesWhenNothingElseIsLeftToSendOrToTake) {
  keep(limits::kAnswersTogether);
  ana_.put({{}, "commitment", {write("text", "Bring the large cuff")}, {}, nullptr});
  LoopbackLine line(office_, ana_);
  bool gone = false;
  do {
    if (line.nextUp() == FrameKind::kDrop) {
      gone = true;
      EXPECT_EQ(line.progress().unanswered, 0U);
      EXPECT_TRUE(line.progress().caughtUp);
      EXPECT_FALSE(line.progress().answersDone);
    }
  } while (line.step());
  EXPECT_TRUE(gone);
  EXPECT_TRUE(line.progress().answersDone);
}

TEST_F(DropTest, AnAnswerThatWasLostOnTheWayBackIsOneAnswer) {
  keep(limits::kAnswersTogether);
  {
    LoopbackLine line(office_, ana_);
    while (atOffice().empty() && line.step()) {
    }
  }
  EXPECT_EQ(waiting(), limits::kAnswersTogether);
  syncOnce(office_, ana_);
  EXPECT_EQ(waiting(), 0U);
  EXPECT_EQ(atOffice().size(), limits::kAnswersTogether);
}

TEST_F(DropTest, WhatTheOfficeCannotTakeStaysAndStopsNothing) {
  DroppedAnswer newer = answer();
  newer.formVersion = 99;
  ASSERT_TRUE(ana_.answers().keep(newer));
  keep(limits::kAnswersTogether);
  syncOnce(office_, ana_);
  EXPECT_EQ(waiting(), 1U);
  EXPECT_EQ(atOffice().size(), limits::kAnswersTogether);
  syncOnce(office_, ana_);
  EXPECT_EQ(waiting(), 1U);
}

TEST_F(DropTest, OneSavedWhileConnectedGoesWithTheOthers) {
  keep(limits::kAnswersTogether - 1);
  LoopbackLine line(office_, ana_);
  line.exchange();
  EXPECT_EQ(waiting(), limits::kAnswersTogether - 1);
  keep(1);
  line.wrote();
  line.exchange();
  EXPECT_EQ(waiting(), 0U);
}

TEST_F(DropTest, ManyGoInSeveralFrames) {
  constexpr std::size_t kMany = 20;
  constexpr std::size_t kLong = limits::kAnswerBytes - 1024;
  for (std::size_t i = 0; i < kMany; ++i) {
    DroppedAnswer wordy = answer();
    wordy.values.emplace_back(31, Value{std::string(kLong, 'x')});
    ASSERT_TRUE(ana_.answers().keep(wordy));
  }
  LoopbackLine line(office_, ana_);
  std::size_t frames = 0;
  do {
    if (line.nextUp() == FrameKind::kDrop) ++frames;
  } while (line.step());
  EXPECT_GE(frames, kMany * kLong / limits::kFrameTargetBytes);
  EXPECT_EQ(waiting(), 0U);
  EXPECT_EQ(atOffice().size(), kMany);
}

TEST_F(DropTest, NumbersWaitUntilNoneOfThemTellsOfOnePerson) {
  keep(limits::kSmallestGroup - 1);
  syncOnce(office_, ana_);
  EXPECT_EQ(std::ranges::count(atOffice(), true, &KeptAnswer::counted), 0);
  clock_.advance(kWeek);
  keep(1);
  clock_.advance(kWeek);
  syncOnce(office_, ana_);
  EXPECT_EQ(std::ranges::count(atOffice(), true, &KeptAnswer::counted), limits::kSmallestGroup);
  keep(1);
  clock_.advance(kWeek);
  syncOnce(office_, ana_);
  EXPECT_EQ(std::ranges::count(atOffice(), true, &KeptAnswer::counted), limits::kSmallestGroup);
}

TEST_F(DropTest, TheOfficeConfirmsOnlyWhatItWasSent) {
  keep(limits::kAnswersTogether);
  const auto session = ana_.newSession();
  const ClientStep early = session->receive(encodeFrame(DropKept{{answer().id}}));
  EXPECT_TRUE(early.refusal);
  EXPECT_EQ(waiting(), limits::kAnswersTogether);
}

TEST_F(DropTest, AStrangerHandsNothingIn) {
  ServerSession server(office_.types(), clock_, random_);
  server.opened();
  const ServerStep step = server.receive(encodeFrame(Drop{{answer()}}), nullptr);
  EXPECT_TRUE(step.close);
  EXPECT_FALSE(step.drop);
}

}  // namespace
}  // namespace rapport::testing
