// What the server has acknowledged survives the power; what it has not leaves no half.
#include <gtest/gtest.h>

#include "server/storage/server_database.h"
#include "server/storage/sqlite_server_store.h"
#include "tests/contract/samples.h"
#include "tests/support/sim_lives.h"
#include "tests/support/sim_vfs.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {
namespace {

const Bytes kKey(32, 'k');
constexpr std::uint64_t kRecords = 5;

// A server that applies one change after the other: log, record, programme and replica in one
// transaction, now and then with a part that is taken back.
class Server {
 public:
  explicit Server(std::string vfs) : vfs_(std::move(vfs)) {}

  bool isOpen() const { return store_ != nullptr; }
  void close() {
    store_.reset();
    database_.reset();
  }
  Status open() {
    auto database = ServerDatabase::open({"server.db", kKey, vfs_});
    if (!database) return database.error();
    database_ = std::move(database).value();
    store_ = std::make_unique<SqliteServerStore>(*database_);
    const Status added = store_->addProgramme(testProgramme());
    if (added || added.error().code == ErrorCode::kConflict) return {};
    close();
    return added;
  }

  Status apply(Random& random) {
    std::uint64_t number = 0;
    Status applied = store_->inTransaction([&](ServerStore::Transaction& transaction) -> Status {
      auto writer = transaction.programme(kTestProgramme);
      if (!writer) return writer.error();
      auto programme = (*writer)->programme();
      if (!programme) return programme.error();
      const std::uint64_t changes = 1 + random.next64() % 3;
      for (std::uint64_t i = 0; i < changes; ++i) {
        if (Status done = applyOne(**writer, *programme, random); !done) return done;
      }
      number = programme->lastNumber;
      return (*writer)->putProgramme(*programme);
    });
    if (applied) acknowledged_ = number;
    return applied;
  }

  // Nothing, or what is wrong.
  std::string look() {
    std::string wrong;
    const Status read = store_->reading(kTestProgramme, [&](ServerReader& reader) -> Status {
      wrong = lookWith(reader);
      return {};
    });
    if (!read) return read.error().message;
    if (wrong.empty() && !database_->check(CheckDepth::kFull)) return "the file is damaged";
    return wrong;
  }

 private:
  static Status applyOne(ServerWriter& writer, ProgrammeRow& programme, Random& random) {
    const std::uint64_t number = ++programme.lastNumber;
    const RecordId id = recordNamed(number % kRecords);
    const std::string text(random.next64() % 2000, 'x');
    if (random.next64() % 4 == 0) {
      const Status taken = writer.inSavepoint([&]() -> Status {
        if (Status put = writer.putRecord(sampleRow(recordNamed(99), 1, number, text)); !put) {
          return put;
        }
        return Error{ErrorCode::kRefused, "No."};
      });
      if (!taken && taken.error().code != ErrorCode::kRefused) return taken;
    }
    if (Status put = writer.putRecord(sampleRow(id, 1, number, text)); !put) return put;
    if (Status put = writer.appendLog(sampleLogEntry(replicaNamed(1), number, id, 5)); !put) {
      return put;
    }
    ReplicaRow replica = sampleReplica(replicaNamed(1));
    replica.appliedThrough = number;
    return writer.putReplica(replica);
  }

  std::string lookWith(ServerReader& reader) const {
    const std::uint64_t last = reader.programme().value().lastNumber;
    if (last < acknowledged_) return "acknowledged changes are gone";
    for (std::uint64_t n = 1; n <= last; ++n) {
      if (!reader.logEntry({replicaNamed(1), n}).value()) return "a change is missing in the log";
    }
    if (reader.logEntry({replicaNamed(1), last + 1}).value()) return "half a transaction";
    const std::size_t records = std::min(last, kRecords);
    if (reader.countAfter(0).value() != records) return "a record is missing or a part came back";
    if (reader.count({}).value() != records) return "the counts are wrong";
    if (reader.find({}).value().size() != records) return "the lists are wrong";
    for (std::uint64_t n = last; n + records > last && n > 0; --n) {
      const auto record = reader.record(recordNamed(n % kRecords)).value();
      if (!record || record->number->n != n) return "a record is not that of its last change";
    }
    const auto replica = reader.replica(replicaNamed(1)).value();
    if (last > 0 && (!replica || replica->appliedThrough != last)) return "a replica is behind";
    return "";
  }

  std::string vfs_;
  std::unique_ptr<ServerDatabase> database_;
  std::unique_ptr<SqliteServerStore> store_;
  std::uint64_t acknowledged_ = 0;
};

TEST(ServerPowerCut, LosesNothingAcknowledgedAndLeavesNoHalf) {
  const SimLives plan = simLives(300);
  const ManualClock clock;
  for (std::uint64_t seed = plan.firstSeed; seed < plan.firstSeed + plan.seeds; ++seed) {
    SCOPED_TRACE("RAPPORT_SEED=" + std::to_string(seed));
    SeededRandom random(seed);
    SimDisk disk(seed);
    const SimVfs vfs("server" + std::to_string(seed), disk, clock);
    Server server(vfs.name());
    for (std::uint64_t life = 0; life < plan.livesEach; ++life) {
      disk.plan(SimFault::kPowerCut, 1 + random.next64() % 250);
      while (disk.isOn()) {
        if (!server.isOpen() && !server.open()) continue;
        if (random.next64() % 40 == 0) {
          server.close();
        } else {
          (void)server.apply(random);
        }
      }
      server.close();
      disk.powerOn();
      const Status opened = server.open();
      ASSERT_TRUE(opened.ok()) << "life " << life << ": " << opened.error().message;
      ASSERT_EQ(server.look(), "") << "life " << life;
    }
  }
}

TEST(ServerPowerCut, AFullDiskIsToldAndTheServerGoesOnWhenThereIsSpaceAgain) {
  const ManualClock clock;
  SeededRandom random(1);
  SimDisk disk(1);
  const SimVfs vfs("fullserver", disk, clock);
  Server server(vfs.name());
  ASSERT_TRUE(server.open().ok());
  disk.setCapacityBytes(disk.usedBytes() + 100'000);
  Status failed;
  for (int i = 0; i < 200 && failed; ++i) failed = server.apply(random);
  ASSERT_FALSE(failed.ok());
  EXPECT_EQ(failed.error().code, ErrorCode::kStorageFull);
  EXPECT_EQ(server.look(), "");
  disk.setCapacityBytes(UINT64_MAX);
  EXPECT_TRUE(server.apply(random).ok());
  EXPECT_EQ(server.look(), "");
}

TEST(ServerPowerCut, AFailingDiskIsToldAndTheNextTransactionFindsWhatIsReallyThere) {
  const ManualClock clock;
  for (const SimFault fault :
       {SimFault::kSyncFails, SimFault::kWriteFails, SimFault::kShortWrite}) {
    for (std::uint64_t at = 1; at <= 40; ++at) {
      SCOPED_TRACE("fault " + std::to_string(static_cast<int>(fault)) + " at call " +
                   std::to_string(at));
      SeededRandom random(at);
      SimDisk disk(at);
      const SimVfs vfs("failingserver", disk, clock);
      Server server(vfs.name());
      ASSERT_TRUE(server.open().ok());
      disk.plan(fault, at);
      int failures = 0;
      for (int i = 0; i < 30; ++i) {
        const Status applied = server.apply(random);
        if (applied) continue;
        ++failures;
        EXPECT_EQ(applied.error().code, ErrorCode::kStorageFailed) << applied.error().message;
      }
      EXPECT_LE(failures, 1);
      EXPECT_EQ(server.look(), "");
      disk.cutPower();
      server.close();
      disk.powerOn();
      ASSERT_TRUE(server.open().ok());
      EXPECT_EQ(server.look(), "");
    }
  }
}

}  // namespace
}  // namespace rapport::testing
