#include "server/app/tablet_connection.h"

#include <gtest/gtest.h>

#include "server/app/directory.h"
#include "server/app/fork.h"
#include "shared/protocol/frame_codec.h"
#include "tests/server/app/test_tablet.h"

namespace rapport::testing {
namespace {

// Real threads: every wait is for something that must happen.
class TabletConnectionTest : public ::testing::Test {
 protected:
  TestDesk desk_;
};

std::vector<FieldEdit> note(const std::string& text) { return {{"text", Value{text}}}; }

TEST_F(TabletConnectionTest, WhatATabletPushedIsAppliedAndAnswered) {
  TestTablet ana(desk_, Role::kWorker, "ana");
  const RecordId id = ana.put("note", note("The bus stops at six"));
  ana.connect();
  ana.sync();
  EXPECT_EQ(need(ana.notebook().get(id))->receipt.stage, ReceiptStage::kApplied);
  desk_.read([&](ServerReader& reader) { EXPECT_TRUE(need(reader.record(id))); });
}

TEST_F(TabletConnectionTest, ChangeOfOneReachesTheOtherWithoutAsking) {
  TestTablet ana(desk_, Role::kWorker, "ana");
  TestTablet ben(desk_, Role::kWorker, "ben");
  ana.connect();
  ana.sync();
  ben.connect();
  ben.sync();
  const RecordId id = ana.put("note", note("Shade by the gate"));
  ana.wrote();
  ben.pumpUntil([&] { return ben.has(id); });
}

TEST_F(TabletConnectionTest, ConsoleEditReachesAConnectedTablet) {
  TestTablet ana(desk_, Role::kWorker, "ana");
  ana.connect();
  ana.sync();
  const RecordId id = desk_.addRecord("partner", R"({"name": "Second Shelf Food Pantry"})");
  ana.pumpUntil([&] { return ana.has(id); });
}

TEST_F(TabletConnectionTest, ReaderIsToldToGoOnOnlyWhileThereIsRoomForPushes) {
  TestTablet ana(desk_, Role::kWorker, "ana");
  ana.connect();
  ana.sync();
  Awaited inside, gate;
  const auto hold = [&](ServerWriter&) {
    inside.happen();
    EXPECT_TRUE(gate.wait());
    return Status{};
  };
  need(desk_.writer.submit({kTestProgramme, Haste::kNow, hold, nullptr}));
  ASSERT_TRUE(inside.wait());
  const auto goOns = std::make_shared<Awaited>();
  // The same run again and again: it is told again, which is fine.
  ana.put("note", note("Shade by the gate"));
  const auto own = ana.notebook().store().change(1);
  ASSERT_TRUE(own.ok() && *own);
  const Bytes push = encodeFrame(Push{{(*own)->encoded}});
  for (std::size_t i = 0; i < limits::kPushesInFlight; ++i) {
    ana.connection().frameArrived(push, [goOns] { goOns->happen(); });
  }
  ASSERT_TRUE(goOns->wait(limits::kPushesInFlight - 1));
  desk_.readers.stop();  // everything that could have said "go on" has run
  EXPECT_EQ(goOns->times(), limits::kPushesInFlight - 1);
  gate.happen();
}

TEST_F(TabletConnectionTest, SecondConnectionOfADeviceEndsTheFirst) {
  TestTablet ana(desk_, Role::kWorker, "ana");
  ana.connect();
  ana.sync();
  const auto firstPeer = ana.sharedPeer();
  const auto firstConnection = ana.connection().shared_from_this();
  ana.connect();
  ana.sync();
  EXPECT_TRUE(firstPeer->closed());
  std::optional<Bytes> last;
  while (auto frame = firstPeer->next()) last = std::move(frame);
  ASSERT_TRUE(last);
  EXPECT_EQ(std::get<Refusal>(need(decodeFrame(*last))).code, RefusalCode::kElsewhere);
  firstConnection->closed();
}

TEST_F(TabletConnectionTest, RevokedDeviceIsToldAndClosed) {
  TestTablet ana(desk_, Role::kWorker, "ana");
  ana.connect();
  ana.sync();
  const auto revoke = [&](ServerWriter& programme) {
    return revokeDevice(programme, desk_.arbiter, desk_.catalogue, ana.replica(),
                        PersonId{makeUuidV4(desk_.random)});
  };
  need(desk_.writer.run({kTestProgramme, Haste::kNow, revoke, nullptr}));
  desk_.switchboard.revoke(kTestProgramme, ana.replica());
  ana.pumpUntil([&] { return ana.refusal().has_value(); });
  // So the tablet says of the office's "revoked" in the middle of a session.
  EXPECT_EQ(ana.refusal()->code, RefusalCode::kBusy);
  EXPECT_NE(ana.refusal()->message.find("withdrawn"), std::string::npos);
  EXPECT_TRUE(ana.peer().closed());
}

TEST_F(TabletConnectionTest, RevokedDeviceIsRefusedAtTheNextHello) {
  TestTablet ana(desk_, Role::kWorker, "ana");
  const auto revoke = [&](ServerWriter& programme) {
    return revokeDevice(programme, desk_.arbiter, desk_.catalogue, ana.replica(),
                        PersonId{makeUuidV4(desk_.random)});
  };
  need(desk_.writer.run({kTestProgramme, Haste::kNow, revoke, nullptr}));
  ana.connect();
  ana.pumpUntil([&] { return ana.refusal().has_value(); });
  EXPECT_EQ(ana.refusal()->code, RefusalCode::kRevoked);
}

TEST_F(TabletConnectionTest, AnOldImageOfARevokedDeviceIsRefusedUnderTheNameItHadThen) {
  TestTablet ana(desk_, Role::kWorker, "ana");
  const ReplicaId later{makeUuidV4(desk_.random)};
  const auto fork = [&](ServerWriter& programme) {
    return registerFork(programme, desk_.arbiter, desk_.catalogue, desk_.clock, ana.replica(),
                        {later, 0});
  };
  need(desk_.writer.run({kTestProgramme, Haste::kNow, fork, nullptr}));
  const auto revoke = [&](ServerWriter& programme) {
    return revokeDevice(programme, desk_.arbiter, desk_.catalogue, later,
                        PersonId{makeUuidV4(desk_.random)});
  };
  need(desk_.writer.run({kTestProgramme, Haste::kNow, revoke, nullptr}));
  ana.connect();
  ana.pumpUntil([&] { return ana.refusal().has_value(); });
  EXPECT_EQ(ana.refusal()->code, RefusalCode::kRevoked);
}

TEST_F(TabletConnectionTest, GarbageIsRefusedAndClosed) {
  const auto peer = std::make_shared<TestPeer>();
  const auto connection = TabletConnection::open(desk_.sync(), peer);
  ASSERT_TRUE(peer->next()) << "the welcome";
  connection->frameArrived("garbage", [] { FAIL() << "read on after garbage"; });
  const auto refusal = peer->next();
  ASSERT_TRUE(refusal);
  EXPECT_TRUE(std::holds_alternative<Refusal>(need(decodeFrame(*refusal))));
  EXPECT_TRUE(peer->closed());
  connection->closed();
}

TEST_F(TabletConnectionTest, SilentStrangerIsClosedWhenTimePassed) {
  const auto peer = std::make_shared<TestPeer>();
  const auto connection = TabletConnection::open(desk_.sync(), peer);
  ASSERT_TRUE(peer->next());
  desk_.clock.advance(limits::kHandshake + std::chrono::seconds{1});
  desk_.switchboard.tick();
  EXPECT_TRUE(peer->closed());
  connection->closed();
}

TEST_F(TabletConnectionTest, NothingKeepsAClosedConnectionAlive) {
  TestTablet ana(desk_, Role::kWorker, "ana");
  ana.connect();
  ana.sync();
  const std::weak_ptr<TabletConnection> watched = ana.connection().weak_from_this();
  ana.disconnect();
  desk_.writer.stop();
  desk_.readers.stop();
  EXPECT_TRUE(watched.expired());
}

}  // namespace
}  // namespace rapport::testing
