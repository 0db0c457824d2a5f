#include "shared/sync/handed_in.h"

#include <gtest/gtest.h>

#include "shared/crypto/sealed_box.h"
#include "shared/protocol/change_codec.h"
#include "tests/contract/samples.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {
namespace {

constexpr std::uint64_t kChanges = 450;  // more than are read at once

class HandedInTest : public ::testing::Test {
 protected:
  HandedInTest() {
    who_.role = Role::kVolunteer;
    who_.sealTo = Bytes(office_.publicKey().view());
    const TypeNumber feedback = types_.type("feedback")->number;
    const TypeNumber promise = types_.type("commitment")->number;
    const Status kept = store().inTransaction([&]() -> Status {
      for (std::uint64_t counter = 1; counter <= kChanges; ++counter) {
        OwnChange own = sampleOwnChange(counter, recordNamed(counter),
                                        counter % 3 == 0 ? promise : feedback, "Zaunkoenig");
        own.before = "An Amsel";
        if (const Status appended = store().appendChange(own); !appended) return appended;
      }
      return {};
    });
    EXPECT_TRUE(kept.ok());
  }

  LocalStore& store() { return stores_->store(); }
  std::size_t sealed() {
    std::size_t many = 0;
    const Status done = store().inTransaction([&]() -> Status {
      const auto now = sealHandedIn(store(), types_, who_, random_);
      if (!now) return now.error();
      many = *now;
      return {};
    });
    EXPECT_TRUE(done.ok());
    return many;
  }

  SeededRandom random_{31};
  const SealingKey office_ = SealingKey::generate(random_);
  const Catalogue types_ = *Catalogue::load(builtInDeclarations());
  Enrolment who_ = testEnrolment();
  std::unique_ptr<TestLocalStore> stores_ = openTestLocalStore();
};

TEST_F(HandedInTest, AllThatTheRoleDoesNotReadIsSealedOnce) {
  EXPECT_EQ(sealed(), kChanges - kChanges / 3);
  EXPECT_EQ(sealed(), 0U);
  for (std::uint64_t counter = 1; counter <= kChanges; ++counter) {
    const OwnChange own = **store().change(counter);
    EXPECT_EQ(isSealedChange(own.encoded), counter % 3 != 0) << counter;
    EXPECT_EQ(store().beforeOf(counter)->has_value(), counter % 3 == 0) << counter;
  }
}

TEST_F(HandedInTest, InTheBoxIsTheChangeAsItWasWritten) {
  const OwnChange before = **store().change(1);
  sealed();
  const OwnChange after = **store().change(1);
  EXPECT_EQ(after.hash, before.hash);
  EXPECT_EQ(after.chain, before.chain);
  EXPECT_EQ(after.change.wall, before.change.wall);
  EXPECT_EQ(*office_.open(decodeSealedChange(after.encoded)->box), before.encoded);
}

TEST_F(HandedInTest, WithoutAKeyAndForWhoReadsEverythingNothingIsSealed) {
  who_.role = Role::kWorker;
  EXPECT_EQ(sealed(), 0U);
  who_.role = Role::kVolunteer;
  who_.sealTo.clear();
  EXPECT_EQ(sealed(), 0U);
}

TEST_F(HandedInTest, AKeyThatIsNoneIsToldAndChangesNothing) {
  who_.sealTo = "short";
  const Status done = store().inTransaction([&]() -> Status {
    const auto now = sealHandedIn(store(), types_, who_, random_);
    return now ? Status{} : Status{now.error()};
  });
  EXPECT_EQ(done.error().code, ErrorCode::kInvalid);
  EXPECT_FALSE(isSealedChange((*store().change(1))->encoded));
}

}  // namespace
}  // namespace rapport::testing
