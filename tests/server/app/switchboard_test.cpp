#include "server/app/switchboard.h"

#include <gtest/gtest.h>

#include "shared/crypto/system_random.h"

namespace rapport::testing {
namespace {

struct Listener final : Subscriber {
  void marked(const Mark& mark) override { marks.push_back(mark.number.n); }
  void tick() override { ++ticks; }
  void dismiss(const Refusal& reason) override { dismissals.push_back(reason.code); }

  std::vector<std::uint64_t> marks;
  int ticks = 0;
  std::vector<RefusalCode> dismissals;
};

ReplicaId drawReplica() {
  SystemRandom random;
  return ReplicaId{makeUuidV4(random)};
}

TEST(Switchboard, MarksReachWhoeverFollowsThatProgramme) {
  Switchboard board;
  const auto here = std::make_shared<Listener>();
  const auto elsewhere = std::make_shared<Listener>();
  board.follow(here, "river-valley");
  board.follow(here, "river-valley");
  board.follow(elsewhere, "hill-towns");
  board.mark({"river-valley", {{1}, 5}});
  EXPECT_EQ(here->marks, std::vector<std::uint64_t>{5});
  EXPECT_TRUE(elsewhere->marks.empty());
}

TEST(Switchboard, ForgetsThoseWhoAreGone) {
  Switchboard board;
  auto gone = std::make_shared<Listener>();
  board.join(gone);
  board.follow(gone, "river-valley");
  EXPECT_EQ(board.size(), 1U);
  gone.reset();
  board.mark({"river-valley", {{1}, 5}});
  board.tick();
  EXPECT_EQ(board.size(), 0U);
  EXPECT_TRUE(board.followed().empty());
}

TEST(Switchboard, SecondVoiceOfAReplicaDismissesTheFirst) {
  Switchboard board;
  const auto first = std::make_shared<Listener>();
  const auto second = std::make_shared<Listener>();
  const ReplicaId replica = drawReplica();
  board.speaksFor(first, "river-valley", replica);
  board.speaksFor(second, "river-valley", replica);
  board.speaksFor(second, "river-valley", replica);
  EXPECT_EQ(first->dismissals, std::vector{RefusalCode::kElsewhere});
  EXPECT_TRUE(second->dismissals.empty());
}

TEST(Switchboard, RevocationEndsTheLiveSessionOfThatDeviceOnly) {
  Switchboard board;
  const auto revoked = std::make_shared<Listener>();
  const auto other = std::make_shared<Listener>();
  const ReplicaId replica = drawReplica();
  board.speaksFor(revoked, "river-valley", replica);
  board.speaksFor(other, "hill-towns", replica);
  board.revoke("river-valley", replica);
  EXPECT_EQ(revoked->dismissals, std::vector{RefusalCode::kRevoked});
  EXPECT_TRUE(other->dismissals.empty());
}

TEST(Switchboard, DismissesEverybodyWhoJoined) {
  Switchboard board;
  const auto one = std::make_shared<Listener>();
  board.join(one);
  board.dismissAll({RefusalCode::kBusy, "Later."});
  EXPECT_EQ(one->dismissals, std::vector{RefusalCode::kBusy});
}

}  // namespace
}  // namespace rapport::testing
