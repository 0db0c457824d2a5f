// What a tablet shows as saved survives the power; what it does not, leaves no half.
#include <gtest/gtest.h>

#include "mobile/storage/local_profile.h"
#include "tests/contract/samples.h"
#include "tests/support/sim_lives.h"
#include "tests/support/sim_vfs.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {
namespace {

const Bytes kKey(32, 'k');

// A person who saves one edit after the other: copy, change and standing in one transaction.
class Writer {
 public:
  explicit Writer(std::string vfs) : vfs_(std::move(vfs)) {}

  bool isOpen() const { return store_ != nullptr; }
  void close() {
    store_.reset();
    profile_.reset();
  }
  Status open() {
    auto profile = LocalProfile::open({"profile.db", kKey, vfs_});
    if (!profile) return profile.error();
    profile_ = std::move(profile).value();
    auto store = profile_->programme(kTestProgramme);
    if (!store && store.error().code == ErrorCode::kNotFound) {
      if (Status added = profile_->addProgramme(testEnrolment(), testStanding(replicaNamed(7)));
          !added) {
        close();
        return added;
      }
      store = profile_->programme(kTestProgramme);
    }
    if (!store) {
      close();
      return store.error();
    }
    store_ = std::move(store).value();
    return {};
  }

  // Three records are edited in turn, so that copies are replaced as well as made.
  static RecordId recordOf(std::uint64_t counter) { return recordNamed(counter % 3); }

  Status save(std::size_t textBytes) {
    std::uint64_t counter = 0;
    const std::string text(textBytes, 'x');
    Status saved = store_->inTransaction([&]() -> Status {
      auto standing = store_->standing();
      if (!standing) return standing.error();
      counter = ++standing->counter;
      const RecordId id = recordOf(counter);
      if (Status done = store_->appendChange(sampleOwnChange(counter, id, 1, text)); !done) {
        return done;
      }
      if (Status done = store_->keepCopy(sampleState(id, 1, counter, text)); !done) return done;
      return store_->keepStanding(*standing);
    });
    if (saved) acknowledged_ = counter;
    return saved;
  }

  // Nothing, or what is wrong.
  std::string look() {
    const auto standing = store_->standing();
    if (!standing) return standing.error().message;
    const std::uint64_t last = standing->counter;
    if (last < acknowledged_) return "acknowledged edits are gone";
    const auto changes = store_->changesAfter(0, SIZE_MAX);
    if (!changes) return changes.error().message;
    if (changes->size() != last) return "the changes do not reach to the standing";
    for (std::uint64_t i = 1; i <= last; ++i) {
      if ((*changes)[i - 1].change.dot.counter != i) return "a change is missing";
    }
    for (std::uint64_t i = last; i + 3 > last && i > 0; --i) {
      const auto copy = store_->copy(recordOf(i));
      if (!copy) return copy.error().message;
      if (!*copy || (*copy)->number->n != i) return "a copy is not that of its last change";
    }
    if (store_->waitingCount().value() != last) return "an index does not agree with its table";
    return "";
  }

 private:
  std::string vfs_;
  std::unique_ptr<LocalProfile> profile_;
  std::unique_ptr<LocalStore> store_;
  std::uint64_t acknowledged_ = 0;
};

TEST(LocalPowerCut, LosesNothingSavedAndLeavesNoHalf) {
  const SimLives plan = simLives(300);
  const ManualClock clock;
  for (std::uint64_t seed = plan.firstSeed; seed < plan.firstSeed + plan.seeds; ++seed) {
    SCOPED_TRACE("RAPPORT_SEED=" + std::to_string(seed));
    SeededRandom random(seed);
    SimDisk disk(seed);
    const SimVfs vfs("tablet" + std::to_string(seed), disk, clock);
    Writer writer(vfs.name());
    for (std::uint64_t life = 0; life < plan.livesEach; ++life) {
      disk.plan(SimFault::kPowerCut, 1 + random.next64() % 200);
      while (disk.isOn()) {
        if (!writer.isOpen() && !writer.open()) continue;
        if (random.next64() % 40 == 0) {
          writer.close();
        } else {
          (void)writer.save(random.next64() % 2000);
        }
      }
      writer.close();
      disk.powerOn();
      ASSERT_TRUE(writer.open().ok()) << "life " << life;
      ASSERT_EQ(writer.look(), "") << "life " << life;
    }
  }
}

TEST(LocalPowerCut, AFullDiskIsToldAndSavingGoesOnWhenThereIsSpaceAgain) {
  const ManualClock clock;
  SimDisk disk(1);
  const SimVfs vfs("fulltablet", disk, clock);
  Writer writer(vfs.name());
  ASSERT_TRUE(writer.open().ok());
  ASSERT_TRUE(writer.save(100).ok());
  disk.setCapacityBytes(disk.usedBytes() + 40'000);
  Status failed;
  for (int i = 0; i < 100 && failed; ++i) failed = writer.save(5000);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().code, ErrorCode::kStorageFull);
  EXPECT_NE(failed.error().message.find("safe"), std::string::npos);
  EXPECT_EQ(writer.look(), "");
  disk.setCapacityBytes(UINT64_MAX);
  EXPECT_TRUE(writer.save(5000).ok());
  EXPECT_EQ(writer.look(), "");
}

TEST(LocalPowerCut, AFailingDiskIsToldAndTheNextSaveFindsWhatIsReallyThere) {
  const ManualClock clock;
  for (const SimFault fault :
       {SimFault::kSyncFails, SimFault::kWriteFails, SimFault::kShortWrite}) {
    for (std::uint64_t at = 1; at <= 40; ++at) {
      SCOPED_TRACE("fault " + std::to_string(static_cast<int>(fault)) + " at call " +
                   std::to_string(at));
      SimDisk disk(at);
      const SimVfs vfs("failingtablet", disk, clock);
      Writer writer(vfs.name());
      ASSERT_TRUE(writer.open().ok());
      disk.plan(fault, at);
      int failures = 0;
      for (int i = 0; i < 30; ++i) {
        const Status saved = writer.save(3000);
        if (saved) continue;
        ++failures;
        EXPECT_EQ(saved.error().code, ErrorCode::kStorageFailed) << saved.error().message;
      }
      EXPECT_LE(failures, 1);
      EXPECT_EQ(writer.look(), "");
      disk.cutPower();
      writer.close();
      disk.powerOn();
      ASSERT_TRUE(writer.open().ok());
      EXPECT_EQ(writer.look(), "");
    }
  }
}

}  // namespace
}  // namespace rapport::testing
