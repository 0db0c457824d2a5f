#include "server/app/blob_line.h"

#include "server/app/blob_sweep.h"
#include "shared/base/limits.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

TEST(BlobLineTest, AnswersOnItsOwnThreadsAndQueuesNothing) {
  TestDesk desk;
  const AttachmentDesk attachments{desk.stores->store(), desk.types, desk.stores->blobs(),
                                   desk.stores->ledger(), desk.clock};
  PoolMeters meters;
  WorkerPool threads(1, meters);
  Awaited held, gate, answered, refused;
  threads.post([&] {
    held.happen();
    EXPECT_TRUE(gate.wait());
  });
  ASSERT_TRUE(held.wait());
  const auto line = std::make_shared<BlobLine>(
      attachments, threads, kTestProgramme, ReplicaId{makeUuidV4(desk.random)},
      BlobLine::Ends{[&](Bytes) { answered.happen(); }, [&](const Refusal&) { refused.happen(); }});
  const Bytes ask = encodeFrame(AttachmentAsk{RecordId{makeUuidV4(desk.random)}, {}, 0});
  line->take(ask);
  line->take(ask);
  EXPECT_EQ(refused.times(), 0U);
  line->take(ask);  // one up, one down, and no more
  EXPECT_TRUE(refused.wait());
  gate.happen();
  EXPECT_TRUE(answered.wait(2));
  threads.stop();
}

TEST(BlobSweepTest, RunsAtOnceAndThenOnlyNowAndThen) {
  TestDesk desk;
  PoolMeters meters;
  WorkerPool threads(1, meters);
  EventLog log(LogLevel::kError);
  Awaited swept;
  const auto sweep = std::make_shared<BlobSweep>(desk.clock, threads, log, [&] {
    swept.happen();
    return Result<std::size_t>(0);
  });
  sweep->tick();
  EXPECT_TRUE(swept.wait());
  sweep->tick();
  desk.clock.advance(limits::kBlobSweep);
  sweep->tick();
  EXPECT_TRUE(swept.wait(2));
  threads.stop();
  EXPECT_EQ(swept.times(), 2U);
}

}  // namespace
}  // namespace rapport::testing
