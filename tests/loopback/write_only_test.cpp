#include <algorithm>

#include <gtest/gtest.h>

#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"
#include "shared/sync/change_run.h"
#include "shared/sync/logged_change.h"
#include "shared/sync/sent_back.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

// Volunteers hand in feedback and read nothing back.
TEST(WriteOnly, WhoeverEditsTwiceWhatTheyMayNotReadIsDoneAllTheSame) {
  ManualClock clock;
  SeededRandom random(17);
  LoopbackOffice office(clock, random);
  LoopbackTablet vic(office, clock, random, Role::kVolunteer, "Vic");
  const RecordId id =
      vic.put({{}, "feedback", {write("text", "No shade at noon")}, {}, nullptr}).id;
  syncOnce(office, vic);
  vic.put({id, "feedback", {write("solicited", true)}, {}, nullptr});
  syncOnce(office, vic);
  EXPECT_TRUE(vic.store().overlayOf(id)->empty());
  EXPECT_TRUE(vic.store().uncovered()->empty());
  EXPECT_EQ(vic.stateHash(), office.stateHash(Role::kVolunteer));
}

// A tablet of before may still wait for a state that it will never get.
TEST(WriteOnly, AnOldWaitForAStateEndsWithTheNextConnection) {
  ManualClock clock;
  SeededRandom random(19);
  LoopbackOffice office(clock, random);
  LoopbackTablet vic(office, clock, random, Role::kVolunteer, "Vic");
  const Kept kept = vic.put({{}, "feedback", {write("text", "No shade at noon")}, {}, nullptr});
  syncOnce(office, vic);
  auto own = vic.store().change(kept.dot.counter);
  auto standing = vic.store().standing();
  standing->settledThrough = 0;
  ASSERT_TRUE(vic.store().inTransaction([&]() -> Status {
    const Status anew = vic.store().outdateCopies(Role::kVolunteer, 0, [](auto) { return true; });
    if (!anew) return anew;
    if (const Status told = vic.store().keepReceipt(1, (*own)->receipt); !told) return told;
    standing->settledThrough = 1;
    return vic.store().keepStanding(*standing);
  }));
  ASSERT_FALSE(vic.store().uncovered()->empty());
  syncOnce(office, vic);
  EXPECT_TRUE(vic.store().uncovered()->empty());
}

class HandedIn : public ::testing::Test {
 protected:
  Entry saying(const std::string& words) {
    return {{}, "feedback", {write("text", words)}, {}, nullptr};
  }
  OwnChange kept(std::uint64_t counter) { return **vic_.store().change(counter); }
  std::vector<LogEntry> pastOf(RecordId id) {
    std::vector<LogEntry> past;
    office_.read([&](ServerReader& reader) { past = *reader.history(id, std::nullopt, 100); });
    return past;
  }
  // The device goes on under another name, from where it began.
  ReplicaId goOnAs(Formerly formerly) {
    ReplicaId name{makeUuidV4(random_)};
    const Status kept = office_.stores().store().inTransaction(
        [&](ServerStore::Transaction& transaction) -> Status {
          ServerWriter* programme = *transaction.programme(kTestProgramme);
          ReplicaRow row = **programme->replica(vic_.replica());
          row.replica = name;
          row.appliedThrough = 0;
          row.chain = {};
          row.formerly = std::move(formerly);
          std::ranges::sort(row.formerly);
          return programme->putReplica(row);
        });
    EXPECT_TRUE(kept.ok());
    return name;
  }
  static OfferChanges offerOf(const OwnChange& own) {
    const auto sealed = decodeSealedChange(own.encoded);
    return {{OfferedSealedChange{own.change.dot.counter, own.hash, sealed->box, {}}}};
  }

  // As a worn disk would; returns the box as it is now.
  Bytes damage(std::uint64_t counter) {
    OwnChange own = kept(counter);
    auto sealed = *decodeSealedChange(own.encoded);
    sealed.box.back() = static_cast<char>(sealed.box.back() ^ 1);
    own.encoded = encodeSealedChange(sealed);
    EXPECT_TRUE(vic_.store().inTransaction([&] { return vic_.store().renameChange(own); }));
    return sealed.box;
  }

  static constexpr char kWords[] = "No shade at noon";
  ManualClock clock_;
  SeededRandom random_{29};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet vic_{office_, clock_, random_, Role::kVolunteer, "Vic"};
};

TEST_F(HandedIn, WhatIsSavedIsForTheOfficeAloneFromThatMomentOn) {
  const Kept saved = vic_.put(saying(kWords));
  const OwnChange own = kept(1);
  ASSERT_TRUE(isSealedChange(own.encoded));
  EXPECT_EQ(own.encoded.find(kWords), Bytes::npos);
  EXPECT_TRUE(own.change.operations.empty());
  EXPECT_FALSE(vic_.store().beforeOf(1)->has_value());
  // That it was handed in, what it was and when is there, and nothing else.
  const RecordSheet sheet = vic_.sheet(saved.id);
  EXPECT_TRUE(sheet.handedIn);
  EXPECT_EQ(sheet.type->name, "feedback");
  EXPECT_TRUE(sheet.state.fields.empty());
  EXPECT_EQ(own.change.wall, clock_.wallNow());
  EXPECT_EQ(vic_.notebook().list("feedback", {}, 10)->size(), 1U);
  EXPECT_EQ(vic_.notebook().status()->waiting, 1U);
}

TEST_F(HandedIn, TheOfficeOpensItAndKeepsItAsAnyOther) {
  const Kept saved = vic_.put(saying(kWords));
  syncOnce(office_, vic_);
  EXPECT_EQ(kept(1).receipt.stage, ReceiptStage::kApplied);
  const auto past = pastOf(saved.id);
  ASSERT_EQ(past.size(), 1U);
  EXPECT_NE(past.front().change.find(kWords), Bytes::npos);
  EXPECT_EQ(hashOfChange(past.front().change), kept(1).hash);
  EXPECT_EQ(past.front().chain, vic_.store().standing()->chain);
  EXPECT_EQ(vic_.sheet(saved.id).receipt.stage, ReceiptStage::kApplied);
  EXPECT_EQ(vic_.notebook().status()->waiting, 0U);
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(HandedIn, WhatItsAuthorMayReadStaysReadable) {
  LoopbackTablet ana(office_, clock_, random_, Role::kWorker, "Ana");
  ana.put(saying(kWords));
  syncOnce(office_, ana);
  EXPECT_FALSE(isSealedChange((*ana.store().change(1))->encoded));
}

TEST_F(HandedIn, WhatIsInTheOpenBesideItGoesUpInItsOrder) {
  const auto promise = [&] {
    return vic_.put({{}, "commitment", {write("text", "Bring leaflets")}, {}, nullptr}).id;
  };
  std::vector<RecordId> ids{promise(), vic_.put(saying("One")).id, vic_.put(saying("Two")).id,
                            promise(), vic_.put(saying("Three")).id};
  syncOnce(office_, vic_);
  for (const RecordId& id : ids) EXPECT_TRUE(office_.record(id).number) << id.toString();
  EXPECT_EQ(vic_.notebook().status()->waiting, 0U);
  EXPECT_EQ(vic_.stateHash(), office_.stateHash(Role::kVolunteer));
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(HandedIn, OneActGoesUpWholeWhateverOfItIsSealed) {
  const std::vector<Entry> act{{{}, "commitment", {write("text", "Shade")}, {}, nullptr},
                               saying(kWords)};
  const auto saved = vic_.notebook().putAct(act);
  ASSERT_TRUE(saved.ok());
  syncOnce(office_, vic_);
  for (const Kept& each : *saved) EXPECT_TRUE(office_.record(each.id).number);
  EXPECT_EQ(kept(2).receipt.stage, ReceiptStage::kApplied);
}

TEST_F(HandedIn, TheSameAnswerComesTwiceWhereTheFirstWasLost) {
  vic_.put(saying(kWords));
  auto standing = *vic_.store().standing();
  syncOnce(office_, vic_);
  standing.lastSuccess.reset();
  ASSERT_TRUE(vic_.store().inTransaction([&] { return vic_.store().keepStanding(standing); }));
  syncOnce(office_, vic_);
  EXPECT_EQ(vic_.store().standing()->settledThrough, 1U);
  EXPECT_EQ(pastOf(kept(1).change.record).size(), 1U);
}

TEST_F(HandedIn, WhatWasOpenBeforeTheOfficeGaveItsKeyIsSealedWhenItDoes) {
  office_.givesItsKey(false);
  LoopbackTablet val(office_, clock_, random_, Role::kVolunteer, "Val");
  val.put(saying(kWords));
  val.put({{}, "commitment", {write("text", "Shade")}, {}, nullptr});
  syncOnce(office_, val);
  val.put(saying(kWords));
  EXPECT_FALSE(isSealedChange((*val.store().change(1))->encoded));
  const Digest chain = val.store().standing()->chain;
  office_.givesItsKey(true);
  syncOnce(office_, val);
  for (const std::uint64_t counter : {1U, 3U}) {
    const auto own = **val.store().change(counter);
    EXPECT_TRUE(isSealedChange(own.encoded)) << counter;
    EXPECT_EQ(own.encoded.find(kWords), Bytes::npos);
    EXPECT_EQ(own.receipt.stage, ReceiptStage::kApplied);
  }
  EXPECT_FALSE(isSealedChange((*val.store().change(2))->encoded));
  EXPECT_EQ(val.store().standing()->chain, chain);
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(HandedIn, ANarrowerRoleNoLongerReadsWhatItWroteUnderTheWiderOne) {
  LoopbackTablet ana(office_, clock_, random_, Role::kWorker, "Ana");
  ana.put(saying(kWords));
  ana.put({ana.put(saying(kWords)).id, "", {write("summary", kWords)}, {}, nullptr});
  syncOnce(office_, ana);
  office_.setRole(ana.replica(), Role::kVolunteer);
  syncOnce(office_, ana);
  for (const std::uint64_t counter : {1U, 2U, 3U}) {
    EXPECT_EQ((*ana.store().change(counter))->encoded.find(kWords), Bytes::npos);
    EXPECT_FALSE(ana.store().beforeOf(counter)->has_value());
  }
}

TEST_F(HandedIn, AWiderRoleSeesItAgainAsTheOfficeHasIt) {
  const Kept saved = vic_.put(saying(kWords));
  office_.setRole(vic_.replica(), Role::kWorker);
  syncOnce(office_, vic_);
  EXPECT_FALSE(vic_.sheet(saved.id).state.fields.empty());
  EXPECT_TRUE(vic_.store().uncovered()->empty());
  EXPECT_EQ(vic_.stateHash(), office_.stateHash(Role::kWorker));
  EXPECT_TRUE(isSealedChange(kept(1).encoded));
}

TEST_F(HandedIn, ARestoredOfficeGetsItAgain) {
  office_.backUp();
  const Kept saved = vic_.put(saying(kWords));
  syncOnce(office_, vic_);
  office_.restore();
  ASSERT_FALSE(office_.record(saved.id).number);
  syncOnce(office_, vic_);
  EXPECT_NE(pastOf(saved.id).front().change.find(kWords), Bytes::npos);
  EXPECT_EQ(kept(1).receipt.stage, ReceiptStage::kApplied);
  EXPECT_TRUE(isSealedChange(kept(1).encoded));
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(HandedIn, ATabletWhoseAccessIsWithdrawnHandsItOverAllTheSame) {
  const Kept saved = vic_.put(saying(kWords));
  office_.revoke(vic_.replica());
  LoopbackLine line(office_, vic_);
  line.exchange();
  EXPECT_TRUE(line.cleared());
  const auto past = pastOf(saved.id);
  ASSERT_EQ(past.size(), 1U);
  EXPECT_EQ(past.front().verdict.stage, ReceiptStage::kQuarantined);
  EXPECT_NE(past.front().change.find(kWords), Bytes::npos);
}

TEST_F(HandedIn, WhatIsSentBackIsWrittenAgainOrHandedToTheCoordinator) {
  const Kept saved = vic_.put(saying(kWords));
  auto entry = saying("Another");
  entry.id = saved.id;
  syncOnce(office_, vic_);
  office_.setRole(vic_.replica(), Role::kAdmin);  // may not write feedback
  vic_.put(entry);
  syncOnce(office_, vic_);
  ASSERT_EQ(kept(2).receipt.stage, ReceiptStage::kQuarantined);
  const auto inbox = vic_.notebook().inbox();
  ASSERT_EQ(inbox->size(), 1U);
  EXPECT_TRUE(inbox->front().sealed);
  EXPECT_FALSE(inbox->front().receipt.verdict.reason.empty());
  const auto empty = sendAgain(vic_.notebook(), 2, {});
  ASSERT_FALSE(empty.ok());
  EXPECT_EQ(empty.error().code, ErrorCode::kInvalid);
  office_.setRole(vic_.replica(), Role::kVolunteer);
  syncOnce(office_, vic_);
  ASSERT_TRUE(sendAgain(vic_.notebook(), 2, {write("summary", "Shade is missing")}).ok());
  syncOnce(office_, vic_);
  EXPECT_TRUE(vic_.notebook().inbox()->empty());
  EXPECT_EQ(kept(3).receipt.stage, ReceiptStage::kApplied);
  EXPECT_FALSE(vic_.notebook().undo(saved.id, kept(3).change.dot).ok());
}

TEST_F(HandedIn, NothingElseOpensAndNobodyElseHandsItIn) {
  vic_.put(saying(kWords));
  const OwnChange own = kept(1);
  const SealingKey other = SealingKey::generate(random_);
  const auto unopened = decodeOffered(offerOf(own), vic_.replica(), &other);
  ASSERT_TRUE(unopened.ok());
  EXPECT_TRUE(unopened->changes.front().unopened);
  EXPECT_TRUE(unopened->changes.front().change.operations.empty());
  EXPECT_FALSE(decodeOffered(offerOf(own), vic_.replica(), nullptr));
  OwnChange moved = own;
  moved.change.dot.counter = 2;
  EXPECT_FALSE(decodeOffered(offerOf(moved), vic_.replica(), office_.opens()));
  moved = own;
  moved.hash[0] ^= 1;
  EXPECT_FALSE(decodeOffered(offerOf(moved), vic_.replica(), office_.opens()));
  LoopbackTablet eve(office_, clock_, random_, Role::kVolunteer, "Eve");
  const auto stolen = decodeOffered(offerOf(own), eve.replica(), office_.opens());
  ASSERT_TRUE(stolen.ok());
  EXPECT_FALSE(office_.take(*stolen).ok());
  ASSERT_TRUE(decodeOffered(offerOf(own), vic_.replica(), office_.opens()).ok());
}

// Damaged on its tablet, or sealed to a key that went with an office's old disk.
TEST_F(HandedIn, WhatTheOfficeCannotOpenIsKeptAndNothingWaitsForIt) {
  vic_.put(saying("Before it"));
  vic_.put(saying(kWords));
  vic_.put(saying("Behind it"));
  const Bytes box = damage(2);
  for (int times = 0; times < 2; ++times) {
    LoopbackLine line(office_, vic_);
    line.exchange();
    EXPECT_FALSE(line.closed());
    EXPECT_TRUE(line.progress().caughtUp);
  }
  EXPECT_EQ(kept(1).receipt.stage, ReceiptStage::kApplied);
  EXPECT_EQ(kept(2).receipt.stage, ReceiptStage::kQuarantined);
  EXPECT_EQ(kept(3).receipt.stage, ReceiptStage::kApplied);
  EXPECT_EQ(vic_.notebook().inbox()->size(), 1U);
  EXPECT_TRUE(sendAgain(vic_.notebook(), 2, {write("text", kWords)}).ok());
  office_.read([&](ServerReader& reader) {
    const auto entry = reader.logEntry(kept(2).change.dot);
    ASSERT_TRUE(entry && *entry);
    EXPECT_EQ(decodeSealedChange((*entry)->change)->box, box) << "should its key be found";
  });
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(HandedIn, OfAnActWithABoxThatDoesNotOpenNothingIsApplied) {
  const std::vector<Entry> act{{{}, "commitment", {write("text", "Shade")}, {}, nullptr},
                               saying(kWords)};
  const auto saved = vic_.notebook().putAct(act);
  ASSERT_TRUE(saved.ok());
  damage(2);
  syncOnce(office_, vic_);
  for (const Kept& each : *saved) EXPECT_FALSE(office_.record(each.id).number);
  for (const std::uint64_t counter : {1U, 2U}) {
    EXPECT_EQ(kept(counter).receipt.stage, ReceiptStage::kQuarantined) << counter;
  }
}

TEST_F(HandedIn, TheSameBoxEntersOnceUnderWhateverNamesItsDeviceTook) {
  const Kept saved = vic_.put(saying(kWords));
  const OfferChanges offer = offerOf(kept(1));
  const auto under = [&](ReplicaId name) {
    auto verdicts = office_.take(*decodeOffered(offer, name, office_.opens()));
    EXPECT_TRUE(verdicts.ok()) << verdicts.error().message;
    return verdicts->front();
  };
  const ReplicaId second = goOnAs({{vic_.replica(), 0}});
  const FrameVerdict first = under(second);
  EXPECT_EQ(first.telling, Telling::kFirst);
  const RecordState applied = office_.record(saved.id);
  EXPECT_EQ(applied.created.dot, (Dot{second, 1}));
  // The answer was lost, and the device took yet another name: in the box stands the very first.
  const ReplicaId third = goOnAs({{vic_.replica(), 0}, {second, 0}});
  const FrameVerdict again = under(third);
  EXPECT_EQ(again.telling, Telling::kAgain);
  EXPECT_EQ(again.after, first.after);
  EXPECT_EQ(office_.record(saved.id), applied);
  const auto past = pastOf(saved.id);
  ASSERT_EQ(past.size(), 2U);
  for (const LogEntry& entry : past) {
    const auto change = loggedChange(entry);
    EXPECT_EQ(change->dot, entry.dot);
    EXPECT_EQ(change->former, (FormerName{{vic_.replica(), 1}, entry.hash}));
    EXPECT_EQ(hashOfChange(entry.change), entry.hash);
  }
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(HandedIn, WhatIsErasedForGoodLeavesNotEvenItsBox) {
  const Kept sent = vic_.put(saying(kWords));
  syncOnce(office_, vic_);
  vic_.put({sent.id, "feedback", {write("summary", kWords)}, {}, nullptr});
  ASSERT_TRUE(office_.erase(sent.id));
  LoopbackLine line(office_, vic_);
  line.exchange();
  ASSERT_FALSE(line.closed());
  for (const std::uint64_t counter : {1U, 2U}) {
    EXPECT_TRUE(kept(counter).encoded.empty()) << counter;
    EXPECT_EQ(kept(counter).receipt.stage, ReceiptStage::kErased) << counter;
  }
  const auto news = vic_.notebook().erased();
  ASSERT_EQ(news->size(), 1U);
  EXPECT_EQ(news->front().discarded, 1U);
  EXPECT_EQ(vic_.store().standing()->settledThrough, 2U);
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST(LoggedChange, GoesByTheNameItWasJudgedUnder) {
  SeededRandom random(3);
  const Dot before{{makeUuidV4(random)}, 4};
  const Dot now{{makeUuidV4(random)}, 4};
  Change change;
  change.dot = before;
  ASSERT_TRUE(goUnder(change, now, Digest{7}));
  EXPECT_EQ(change.dot, now);
  EXPECT_EQ(change.former, (FormerName{before, Digest{7}}));
  ASSERT_TRUE(goUnder(change, now, Digest{8}));
  EXPECT_EQ(change.former, (FormerName{before, Digest{7}}));
  EXPECT_FALSE(goUnder(change, {before.replica, 5}, Digest{}));
}

}  // namespace
}  // namespace rapport::testing
