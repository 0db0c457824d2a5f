#include <gtest/gtest.h>

#include "shared/merge/read.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

// Every state comes anew after a new role or a restore. Who is cut off meanwhile goes to the field
// with what they had.
class Outdated : public ::testing::Test {
 protected:
  Outdated() {
    for (const char* name : {"Heron Point", "Los Sauces", "Eastlock"}) {
      partners_.push_back(
          ben_.put({{}, "partner", {write("name", name), write("impact_note", "Theirs")}}).id);
    }
    contact_ = ben_.put({{}, "contact", {write("name", "Rosa")}}).id;
    syncOnce(office_, ben_);
  }

  // Greets, and is cut off before the first states.
  void meet(LoopbackTablet& tablet) {
    LoopbackLine line(office_, tablet);
    while (!*tablet.store().hasOutdated() && line.step()) {
    }
    ASSERT_TRUE(*tablet.store().hasOutdated());
  }
  std::size_t shown(LoopbackTablet& tablet, const char* type) {
    return tablet.notebook().list(type, std::nullopt, 100)->size();
  }
  std::int64_t participants(LoopbackTablet& tablet, RecordId id) {
    const RecordSheet sheet = tablet.sheet(id);
    const FieldDeclaration* field = sheet.type->field("participants");
    return std::get<std::int64_t>(readField(*field, *sheet.state.field(field->number)).value);
  }

  ManualClock clock_;
  SeededRandom random_{23};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kVolunteer, "Ana"};
  LoopbackTablet ben_{office_, clock_, random_, Role::kWorker, "Ben"};
  std::vector<RecordId> partners_;
  RecordId contact_;
};

TEST_F(Outdated, WhoeverMaySeeMoreStillSeesWhatTheyHad) {
  syncOnce(office_, ana_);
  ASSERT_EQ(shown(ana_, "partner"), 3U);
  office_.setRole(ana_.replica(), Role::kWorker);
  meet(ana_);
  EXPECT_EQ(shown(ana_, "partner"), 3U);
  EXPECT_EQ(ana_.sheet(partners_[0]).shownTo, Role::kVolunteer);
  ana_.restart();
  EXPECT_EQ(shown(ana_, "partner"), 3U);
  syncOnce(office_, ana_);
  EXPECT_FALSE(*ana_.store().hasOutdated());
  EXPECT_EQ(ana_.sheet(partners_[0]).shownTo, Role::kWorker);
  EXPECT_EQ(shown(ana_, "contact"), 1U);
  EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
}

TEST_F(Outdated, WhoeverMaySeeLessKeepsNothingOfTheRest) {
  office_.setRole(ben_.replica(), Role::kVolunteer);
  meet(ben_);
  EXPECT_EQ(shown(ben_, "contact"), 0U);
  EXPECT_EQ(*ben_.store().copy(contact_), std::nullopt);
  EXPECT_EQ(shown(ben_, "event"), shown(ana_, "event"));
  syncOnce(office_, ben_);
  EXPECT_EQ(ben_.stateHash(), office_.stateHash(Role::kVolunteer));
}

// An edit of a copy that was filtered for other eyes does not claim to have seen more.
TEST_F(Outdated, ADeletionClaimsOnlyWhatItsAuthorWasShown) {
  const RecordId id =
      ben_.put({{}, "steward_assignment", {write("handover_note", "Ask for Rosa")}}).id;
  syncOnce(office_, ben_);
  syncOnce(office_, ana_);
  office_.setRole(ana_.replica(), Role::kWorker);
  meet(ana_);
  const Kept kept = ana_.put({id, "steward_assignment", {}, Deletion::kDelete, nullptr});
  const auto own = ana_.store().change(kept.dot.counter);
  const auto& deed = std::get<SetDeleted>((*own)->change.operations.at(0).deed);
  EXPECT_FALSE(deed.unreadable.empty());
  syncOnce(office_, ana_);
  EXPECT_TRUE(ana_.sheet(id).deleteContested);
  EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
}

TEST_F(Outdated, WhatTheNewRoleIsNotSentGoesWhenThePullIsOver) {
  syncOnce(office_, ana_);
  office_.setRole(ana_.replica(), Role::kWorker);
  meet(ana_);
  EXPECT_TRUE(office_.erase(partners_[2]).ok());
  syncOnce(office_, ana_);
  EXPECT_EQ(shown(ana_, "partner"), 2U);
  EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
}

// They did nothing wrong, and cannot do better now.
TEST_F(Outdated, WhatWasWrittenUnderTheWiderRoleIsKeptForTheCoordinator) {
  const Kept kept = ben_.put({contact_, "contact", {write("phone", "555-0101")}, {}, nullptr});
  ben_.put({partners_[0], "partner", {write("impact_note", "Ours")}, {}, nullptr});
  office_.setRole(ben_.replica(), Role::kVolunteer);
  syncOnce(office_, ben_);
  const auto own = ben_.store().change(kept.dot.counter);
  EXPECT_EQ((*own)->receipt.stage, ReceiptStage::kQuarantined);
  EXPECT_EQ(ben_.notebook().status()->waiting, 0U);
  EXPECT_EQ(ben_.notebook().inbox()->size(), 2U);
  EXPECT_EQ(ben_.stateHash(), office_.stateHash(Role::kVolunteer));
}

// … and who never might is told so.
TEST_F(Outdated, WhatNoRoleOfItsAuthorPermittedIsRefused) {
  office_.setRole(ana_.replica(), Role::kWorker);
  syncOnce(office_, ana_);
  const Kept kept = ana_.put({contact_, "contact", {write("phone", "555-0102")}, {}, nullptr});
  office_.read([&](ServerReader& reader) {
    ReplicaRow row = **reader.replica(ana_.replica());
    EXPECT_EQ(row.rolesBefore, std::set<Role>{Role::kVolunteer});
  });
  office_.setRole(ana_.replica(), Role::kVolunteer);
  office_.forgetRolesBefore(ana_.replica());
  syncOnce(office_, ana_);
  EXPECT_EQ((*ana_.store().change(kept.dot.counter))->receipt.stage, ReceiptStage::kRefused);
}

class GivenBack : public Outdated {
 protected:
  GivenBack() {
    session_ = ben_.put({{}, "listening_session", {add("participants", 4)}}).id;
    syncOnce(office_, ben_);
    office_.backUp();
    ben_.put({session_, "listening_session", {add("participants", 2)}});
    syncOnce(office_, ben_);
    office_.restore();
  }
  RecordId session_;
};

TEST_F(GivenBack, WhatTheOfficeLostIsShownOnceAndNotTwice) {
  ASSERT_EQ(participants(ben_, session_), 6);
  meet(ben_);
  EXPECT_EQ(shown(ben_, "partner"), 3U);
  EXPECT_EQ(participants(ben_, session_), 6);
  ben_.put({session_, "listening_session", {add("participants", 1)}});
  EXPECT_EQ(participants(ben_, session_), 7);
  syncOnce(office_, ben_);
  EXPECT_EQ(participants(ben_, session_), 7);
  EXPECT_FALSE(*ben_.store().hasOutdated());
  EXPECT_EQ(ben_.stateHash(), office_.stateHash(Role::kWorker));
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

// Whatever arrives before the line is cut.
TEST_F(GivenBack, WhereverTheLineIsCutNobodyLosesSightOfAnything) {
  for (std::size_t frames = 1;; ++frames) {
    LoopbackLine line(office_, ben_);
    bool more = true;
    for (std::size_t i = 0; i < frames && more; ++i) {
      more = line.step();
      EXPECT_EQ(shown(ben_, "partner"), 3U);
      EXPECT_EQ(shown(ben_, "contact"), 1U);
      EXPECT_EQ(participants(ben_, session_), 6);
    }
    if (!more) break;
  }
  EXPECT_EQ(ben_.stateHash(), office_.stateHash(Role::kWorker));
}

// What is still of the first life is there for the third one.
TEST_F(GivenBack, ASecondRestoreBeforeEverythingCameLosesNothing) {
  meet(ben_);
  office_.putBack();
  office_.restore();
  for (int round = 0; round < 2; ++round) syncOnce(office_, ben_);
  EXPECT_EQ(participants(ben_, session_), 6);
  EXPECT_EQ(ben_.stateHash(), office_.stateHash(Role::kWorker));
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

}  // namespace
}  // namespace rapport::testing
