#include <gtest/gtest.h>

#include "shared/protocol/change_codec.h"
#include "shared/sync/change_run.h"
#include "tests/support/loopback.h"

// A device that goes on under another name, once or more often: what it wrote enters once, and both
// ends agree on whose it is.

namespace rapport::testing {
namespace {

struct FormerNames : ::testing::Test {
  ManualClock clock;
  SeededRandom random{5};
  LoopbackOffice office{clock, random};
  LoopbackTablet ana{office, clock, random, Role::kWorker, "Ana"};

  Kept putNote(const std::string& text) {
    return ana.put({{}, "note", {write("text", text)}, {}, nullptr});
  }
  ReplicaId name() { return ana.store().standing()->replica; }
  ReplicaRow rowOf(ReplicaId replica) {
    ReplicaRow row;
    office.read([&](ServerReader& reader) { row = **reader.replica(replica); });
    return row;
  }
  std::size_t recordsAtTheOffice() {
    std::size_t all = 0;
    office.read([&](ServerReader& reader) {
      const auto counts = reader.countByType();
      for (const TypeCount& each : *counts) all += each.living;
    });
    return all;
  }
  FrameVerdict takenAs(Change change) {
    const auto run = decodeRun({encodeChange(change)}, change.dot.replica);
    EXPECT_TRUE(run.ok());
    const auto verdicts = office.take(*run);
    EXPECT_TRUE(verdicts.ok()) << verdicts.error().message;
    return verdicts->front();
  }
  // Another life of this tablet, of which it knows nothing, wrote something in this place.
  RecordId otherLifeWrites(std::uint64_t counter) {
    Change change = (*ana.store().change(1))->change;
    change.dot = {name(), counter};
    change.former.reset();
    change.record = RecordId{makeUuidV4(random)};
    takenAs(change);
    return change.record;
  }
  // Connects and goes on under another name; what it sends then is lost.
  void forkUnheard() {
    const ReplicaId before = name();
    LoopbackLine line(office, ana);
    line.carryDown();  // welcome
    line.carryUp();    // hello
    line.carryDown();  // accepted
    ASSERT_EQ(line.nextUp(), FrameKind::kFork);
    line.carryUp();
    line.carryDown();
    ASSERT_NE(name(), before);
  }
};

TEST_F(FormerNames, ARepeatedAnswerClaimsNoName) {
  putNote("Before the image");
  syncOnce(office, ana);
  const ReplicaId first = name();
  otherLifeWrites(2);
  putNote("After it");
  forkUnheard();
  {
    LoopbackLine line(office, ana);
    for (int frames = 0; frames < 3; ++frames) {
      line.carryDown();
      line.carryUp();
    }
    ASSERT_EQ(rowOf(name()).appliedThrough, 2U) << "judged, and the answer is lost";
  }
  syncOnce(office, ana);
  EXPECT_EQ(ana.store().standing()->settledThrough, 2U);
  // What the first name wrote in that place is the other life's.
  EXPECT_EQ(ana.store().standing()->formerly, (Formerly{{first, 1}}));
  EXPECT_EQ(rowOf(name()).formerly, ana.store().standing()->formerly);
}

// A clone pushes while this one has greeted already, and the chains agreed.
TEST_F(FormerNames, ATwinThatWritesAfterTheGreetingIsToldApartAtTheNext) {
  putNote("Before the clone");
  syncOnce(office, ana);
  const ReplicaId first = name();
  LoopbackLine line(office, ana);
  line.carryDown();  // welcome
  line.carryUp();    // hello
  line.carryDown();  // accepted
  otherLifeWrites(2);
  const RecordId id = putNote("After it").id;
  line.wrote();
  line.exchange();
  ASSERT_TRUE(line.refusal());
  EXPECT_EQ(line.refusal()->code, RefusalCode::kBusy);
  EXPECT_EQ(name(), first);
  syncOnce(office, ana);
  EXPECT_NE(name(), first);
  EXPECT_TRUE(office.record(id).number);
  EXPECT_EQ(recordsAtTheOffice(), 3U);
  EXPECT_EQ(ana.notebook().status()->waiting, 0U);
  office.read([](ServerReader& reader) {
    EXPECT_TRUE(reader.asideBefore(std::nullopt, 1)->empty()) << "nothing is for a coordinator";
  });
}

TEST_F(FormerNames, AreLeftAtAnOfficeThatWasRestoredToo) {
  putNote("Before the image");
  syncOnce(office, ana);
  office.backUp();
  office.restore();
  syncOnce(office, ana);
  const ReplicaId first = name();
  otherLifeWrites(2);
  putNote("After it");
  syncOnce(office, ana);
  EXPECT_NE(name(), first);
  EXPECT_EQ(ana.notebook().status()->waiting, 0U);
  EXPECT_EQ(ana.stateHash(), office.stateHash(Role::kWorker));
}

TEST_F(FormerNames, AnAnswerUnderTheFormerNameIsTheNewOnesOwn) {
  const RecordId id = putNote("Heard, and not answered").id;
  const ReplicaId first = name();
  takenAs((*ana.store().change(1))->change);
  const RecordState applied = office.record(id);
  otherLifeWrites(2);
  forkUnheard();
  syncOnce(office, ana);
  EXPECT_EQ(office.record(id), applied);
  EXPECT_EQ(ana.store().standing()->formerly, (Formerly{{first, 1}}));
  EXPECT_EQ(rowOf(name()).formerly, ana.store().standing()->formerly);
  EXPECT_EQ(ana.stateHash(), office.stateHash(Role::kWorker));
}

// The office's clock is set back before it comes again under the new name.
TEST_F(FormerNames, AnAuditKnowsUnderWhichOneItEnteredWhateverTheClockSaid) {
  putNote("Heard, and not answered");
  takenAs((*ana.store().change(1))->change);
  otherLifeWrites(2);
  forkUnheard();
  clock.setWall(clock.wallNow() - std::chrono::hours{1});
  syncOnce(office, ana);
  EXPECT_EQ(rowOf(name()).appliedThrough, 1U);
  EXPECT_EQ(office.audit(), std::vector<std::string>{});
}

TEST_F(FormerNames, ItEntersOnceHoweverOftenItsDeviceIsCalledAnew) {
  const RecordId id = putNote("Heard, and not answered").id;
  takenAs((*ana.store().change(1))->change);
  const RecordState applied = office.record(id);
  otherLifeWrites(2);
  forkUnheard();
  otherLifeWrites(1);
  forkUnheard();
  const std::size_t records = recordsAtTheOffice();
  syncOnce(office, ana);
  EXPECT_EQ(office.record(id), applied);
  EXPECT_EQ(recordsAtTheOffice(), records);
  EXPECT_EQ((*ana.store().change(1))->receipt.verdict.after, applied.number);
  EXPECT_EQ(rowOf(name()).formerly, ana.store().standing()->formerly);
  EXPECT_EQ(office.audit(), std::vector<std::string>{});
}

// An image is put back, goes on under a new name, and is put back again: it knows nothing of that
// name, under which the office has what it brings.
TEST_F(FormerNames, ItEntersOnceUnderTheNamesThatItsDeviceForgot) {
  const RecordId id = putNote("In the image").id;
  const OwnChange own = **ana.store().change(1);
  ReplicaRow sibling = rowOf(name());
  sibling.replica = {makeUuidV4(random)};
  sibling.formerly = {{name(), 0}};
  ASSERT_TRUE(
      office.stores().store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        return (*transaction.programme(kTestProgramme))->putReplica(sibling);
      }));
  Change again = own.change;
  again.former = FormerName{own.change.dot, own.hash};
  again.dot.replica = sibling.replica;
  EXPECT_FALSE(takenAs(again).enteredAs);
  const RecordState applied = office.record(id);
  otherLifeWrites(1);
  forkUnheard();
  syncOnce(office, ana);
  EXPECT_EQ(office.record(id), applied);
  EXPECT_EQ((*ana.store().change(1))->receipt.verdict.after, applied.number);
  EXPECT_EQ(rowOf(name()).formerly, ana.store().standing()->formerly);
  EXPECT_EQ(ana.stateHash(), office.stateHash(Role::kWorker));
  EXPECT_EQ(office.audit(), std::vector<std::string>{});
}

TEST_F(FormerNames, ADeviceThatIsShutOutWhileItTakesANewNameHandsOverUnderThatOne) {
  putNote("Heard, and not answered");
  otherLifeWrites(1);
  LoopbackLine line(office, ana);
  line.carryDown();  // welcome
  line.carryUp();    // hello
  line.carryDown();  // accepted
  ASSERT_EQ(line.nextUp(), FrameKind::kFork);
  const Kept meanwhile = putNote("While the new name is on its way");
  office.revoke(ana.replica());
  line.exchange();
  EXPECT_TRUE(line.cleared());
  const Dot dot{name(), meanwhile.dot.counter};
  EXPECT_NE(dot.replica, ana.replica());
  office.read([&](ServerReader& reader) {
    const auto entry = reader.logEntry(dot);
    ASSERT_TRUE(entry && *entry);
    EXPECT_EQ((*entry)->verdict.stage, ReceiptStage::kQuarantined);
  });
}

TEST_F(FormerNames, NobodyEntersUnderAnotherDevicesName) {
  LoopbackTablet eve{office, clock, random, Role::kWorker, "Eve"};
  putNote("Ana's");
  syncOnce(office, ana);
  const OwnChange own = **ana.store().change(1);
  Change stolen = own.change;
  stolen.former = FormerName{own.change.dot, own.hash};
  stolen.dot = {eve.replica(), 1};
  stolen.person = eve.store().enrolment()->person;
  EXPECT_FALSE(takenAs(stolen).enteredAs);
  EXPECT_TRUE(rowOf(eve.replica()).formerly.empty());
}

}  // namespace
}  // namespace rapport::testing
