#include "server/storage/new_epochs.h"

#include <gtest/gtest.h>

#include "server/storage/server_database.h"
#include "server/storage/sqlite_server_store.h"
#include "shared/base/clock.h"
#include "tests/contract/samples.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {
namespace {

class NewEpochsTest : public ::testing::Test {
 protected:
  NewEpochsTest()
      : database_(ServerDatabase::open({folder_.file("server.db"), Bytes(32, 'k'), ""}).value()),
        store_(*database_) {
    EXPECT_TRUE(store_.addProgramme(testProgramme()).ok());
    const Status written =
        store_.inTransaction([&](ServerStore::Transaction& transaction) -> Status {
          auto writer = transaction.programme(kTestProgramme);
          if (!writer) return writer.error();
          ProgrammeRow row = (*writer)->programme().value();
          row.lastNumber = kRecords;
          row.serverCounter = 7;
          if (Status put = (*writer)->putProgramme(row); !put) return put;
          ReplicaRow replica = sampleReplica(replicaNamed(1));
          replica.cursor = Number{row.epoch, 3};
          if (Status put = (*writer)->putReplica(replica); !put) return put;
          for (std::uint64_t i = 1; i <= kRecords; ++i) {
            RecordRow record = sampleRow(recordNamed(i), 1, i);
            record.state.number->epoch = row.epoch;
            if (Status put = (*writer)->putRecord(record); !put) return put;
          }
          return {};
        });
    EXPECT_TRUE(written.ok()) << written.error().message;
  }

  void read(const std::function<void(ServerReader&)>& look) {
    const Status done = store_.reading(kTestProgramme, [&](ServerReader& reader) {
      look(reader);
      return Status{};
    });
    EXPECT_TRUE(done.ok()) << done.error().message;
  }

  // More than are carried over at once.
  static constexpr std::uint64_t kRecords = 1203;
  TempFolder folder_;
  std::unique_ptr<ServerDatabase> database_;
  SqliteServerStore store_;
  ManualClock clock_;
  SeededRandom random_{11};
};

TEST_F(NewEpochsTest, ARestoreIsWrittenDownAndCarriesEveryRecord) {
  ProgrammeRow before;
  read([&](ServerReader& reader) { before = reader.programme().value(); });
  const auto begun = beginNewEpochs(*database_, clock_, random_);
  ASSERT_TRUE(begun.ok()) << begun.error().message;
  ASSERT_EQ(begun->size(), 1U);
  EXPECT_EQ((*begun)[0].kept, (Number{before.epoch, kRecords}));
  read([&](ServerReader& reader) {
    const ProgrammeRow now = reader.programme().value();
    EXPECT_EQ(now.epoch, (*begun)[0].epoch);
    EXPECT_NE(now.epoch, before.epoch);
    EXPECT_EQ(now.lastNumber, before.lastNumber) << "it goes on counting";
    EXPECT_NE(now.serverReplica, before.serverReplica);
    EXPECT_EQ(now.serverCounter, 0U);
    const auto restores = reader.restores().value();
    ASSERT_EQ(restores.size(), 1U);
    EXPECT_EQ(restores[0].epoch, now.epoch);
    EXPECT_EQ(restores[0].kept, (Number{before.epoch, kRecords}));
    EXPECT_EQ(restores[0].serverReplica, before.serverReplica);
    EXPECT_EQ(restores[0].serverCounter, 7U);
    EXPECT_EQ(restores[0].restoredAt, clock_.wallNow());
    EXPECT_FALSE(reader.replica(replicaNamed(1)).value()->cursor);
    std::size_t carried = 0;
    const Status each = reader.eachState([&](const RecordState& state) {
      carried += state.number->epoch == now.epoch ? 1 : 0;
      return Status{};
    });
    EXPECT_TRUE(each.ok());
    EXPECT_EQ(carried, kRecords);
  });
}

TEST_F(NewEpochsTest, RestoresAreKeptInTheirOrder) {
  std::vector<EpochId> epochs;
  for (int i = 0; i < 5; ++i) {
    const auto begun = beginNewEpochs(*database_, clock_, random_);
    ASSERT_TRUE(begun.ok());
    epochs.push_back((*begun)[0].epoch);
  }
  read([&](ServerReader& reader) {
    const auto lineage = lineageOf(reader.restores().value());
    ASSERT_EQ(lineage.size(), epochs.size());
    for (std::size_t i = 0; i < epochs.size(); ++i) {
      EXPECT_EQ(lineage[i].epoch, epochs[i]);
      EXPECT_EQ(lineage[i].kept.epoch, i > 0 ? epochs[i - 1] : testProgramme().epoch);
    }
  });
}

}  // namespace
}  // namespace rapport::testing
