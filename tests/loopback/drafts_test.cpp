#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

// What somebody has begun and not saved: a lost tablet loses nothing of it that met a network.
class Begun : public ::testing::Test {
 protected:
  Begun() { office_.givePerson(new_.replica(), old_.replica()); }

  void begin(LoopbackTablet& tablet, const std::string& key, const std::string& words) {
    ASSERT_TRUE(tablet.begun().keep(key, words, clock_.wallNow()).ok());
  }
  void rest() { clock_.advance(limits::kDraftRests); }
  std::optional<Bytes> found(LoopbackTablet& tablet, const std::string& key) {
    return *tablet.begun().find(key);
  }
  std::vector<std::string> atOffice() {
    std::vector<std::string> words;
    office_.read([&](ServerReader& reader) {
      const ReplicaRow row = **reader.replica(old_.replica());
      const auto drafts = reader.draftsOf(row.person);
      for (const DraftRow& each : *drafts) words.push_back(each.bytes);
    });
    std::ranges::sort(words);
    return words;
  }

  using Words = std::vector<std::string>;
  ManualClock clock_;
  SeededRandom random_{29};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet old_{office_, clock_, random_, Role::kWorker, "Ana"};
  LoopbackTablet new_{office_, clock_, random_, Role::kWorker, "Ana again"};
  LoopbackTablet ben_{office_, clock_, random_, Role::kCoordinator, "Ben"};
};

TEST_F(Begun, IsFoundOnAnotherTabletOfItsAuthorAndOnNobodyElses) {
  begin(old_, "promise", "Bring the sc");
  rest();
  syncOnce(office_, old_);
  syncOnce(office_, new_);
  syncOnce(office_, ben_);
  EXPECT_EQ(found(new_, "promise"), "Bring the sc");
  EXPECT_EQ(found(ben_, "promise"), std::nullopt);
  EXPECT_EQ(found(new_, "feedback"), std::nullopt);
  // What they begin there stands before it.
  begin(new_, "promise", "Bring the scales");
  EXPECT_EQ(found(new_, "promise"), "Bring the scales");
}

TEST_F(Begun, GoesOnceItRests) {
  LoopbackLine line(office_, old_);
  line.exchange();
  begin(old_, "promise", "Br");
  line.wrote();
  line.exchange();
  EXPECT_EQ(atOffice(), Words{});
  rest();
  begin(old_, "promise", "Bring the sc");
  line.wrote();
  line.exchange();
  EXPECT_EQ(atOffice(), Words{});
  EXPECT_TRUE(line.progress().draftsDone);
  rest();
  EXPECT_FALSE(line.progress().draftsDone);
  line.wrote();
  line.exchange();
  EXPECT_EQ(atOffice(), Words{"Bring the sc"});
  EXPECT_TRUE(line.progress().draftsDone);
}

TEST_F(Begun, IsForgottenOnceItIsSavedOrGivenUp) {
  begin(old_, "promise", "Bring the sc");
  rest();
  syncOnce(office_, old_);
  syncOnce(office_, new_);
  const Entry entry{{}, "partner", {write("name", "Heron Point")}, {}, nullptr};
  ASSERT_TRUE(old_.notebook().putAct({&entry, 1}, [&] { return old_.begun().giveUp("promise"); }));
  EXPECT_EQ(found(old_, "promise"), std::nullopt);
  syncOnce(office_, old_);
  EXPECT_EQ(atOffice(), Words{});
  syncOnce(office_, new_);
  EXPECT_EQ(found(new_, "promise"), std::nullopt);
  EXPECT_TRUE(old_.begun().waiting(clock_.wallNow())->empty());
}

TEST_F(Begun, WhatIsFinishedOnTheNewTabletIsOverForTheOldOne) {
  begin(old_, "promise", "Bring the sc");
  rest();
  syncOnce(office_, old_);
  syncOnce(office_, new_);
  ASSERT_TRUE(new_.begun().giveUp("promise").ok());
  syncOnce(office_, new_);
  EXPECT_EQ(atOffice(), Words{});
  EXPECT_EQ(found(new_, "promise"), std::nullopt);
}

// … and nobody can end what another person began.
TEST_F(Begun, NobodyEndsAnotherPersonsDraft) {
  begin(old_, "promise", "Bring the sc");
  rest();
  syncOnce(office_, old_);
  const auto kept = office_.keep(ben_.replica(), {{{old_.replica(), "promise", 0, ""}}});
  EXPECT_TRUE(kept->names.empty());
  EXPECT_EQ(atOffice(), Words{"Bring the sc"});
}

TEST_F(Begun, IsHandedOverWhenAccessIsWithdrawn) {
  begin(old_, "promise", "Bring the sc");
  rest();
  office_.revoke(old_.replica());
  LoopbackLine line(office_, old_);
  line.exchange();
  EXPECT_TRUE(line.cleared());
  syncOnce(office_, new_);
  EXPECT_EQ(found(new_, "promise"), "Bring the sc");
}

TEST_F(Begun, IsGivenAgainToAnOfficeThatWasRestored) {
  syncOnce(office_, old_);
  office_.backUp();
  begin(old_, "promise", "Bring the sc");
  rest();
  syncOnce(office_, old_);
  office_.restore();
  EXPECT_EQ(atOffice(), Words{});
  syncOnce(office_, old_);
  EXPECT_EQ(atOffice(), Words{"Bring the sc"});
}

TEST_F(Begun, GoesWithARecordThatIsErased) {
  const RecordId id = old_.put({{}, "listening_session", {add("participants", 4)}}).id;
  begin(old_, "note/" + id.toString(), "They were not");
  begin(old_, "promise", "About " + id.toString());
  begin(old_, "feedback", "Another matter");
  rest();
  syncOnce(office_, old_);
  ASSERT_EQ(atOffice().size(), 3U);
  ASSERT_TRUE(office_.erase(id).ok());
  EXPECT_EQ(atOffice(), Words{"Another matter"});
  syncOnce(office_, old_);
  EXPECT_EQ(found(old_, "note/" + id.toString()), std::nullopt);
  EXPECT_EQ(found(old_, "feedback"), "Another matter");
}

TEST_F(Begun, WhatTheOfficeDoesNotTakeStaysAndIsNotAskedTwice) {
  for (std::size_t i = 0; i <= limits::kDraftsPerDevice; ++i) {
    begin(old_, "note/" + std::to_string(100 + i), "words");
  }
  rest();
  syncOnce(office_, old_);
  EXPECT_EQ(atOffice().size(), limits::kDraftsPerDevice);
  EXPECT_EQ(old_.begun().waiting(clock_.wallNow())->size(), 1U);
  ASSERT_TRUE(old_.begun().giveUp("note/100").ok());
  syncOnce(office_, old_);
  syncOnce(office_, old_);
  EXPECT_EQ(atOffice().size(), limits::kDraftsPerDevice);
  EXPECT_TRUE(old_.begun().waiting(clock_.wallNow())->empty());
}

// A clock that was set back makes nothing wait, and the later words stand.
TEST_F(Begun, ClocksAreNotBelieved) {
  clock_.advance(std::chrono::hours(24 * 365 * 10));
  begin(old_, "promise", "Bring");
  syncOnce(office_, old_);
  ManualClock back;
  ASSERT_TRUE(old_.begun().keep("promise", "Bring the scales", back.wallNow()).ok());
  const auto waiting = *old_.begun().waiting(back.wallNow());
  ASSERT_EQ(waiting.size(), 1U);
  EXPECT_EQ(waiting.front().bytes, "Bring the scales");
}

}  // namespace
}  // namespace rapport::testing
