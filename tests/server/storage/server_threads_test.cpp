// One writer, several readers, several processes' worth of claims: for the thread sanitizer too.
#include <atomic>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "tests/contract/samples.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {
namespace {

// Each transaction adds one living record and brings one more number, so that whatever a reader
// sees must agree with itself.
Status addOne(ServerStore& store, std::uint64_t number) {
  return store.inTransaction([&](ServerStore::Transaction& transaction) -> Status {
    auto writer = transaction.programme(kTestProgramme);
    if (!writer) return writer.error();
    auto programme = (*writer)->programme();
    if (!programme) return programme.error();
    programme->lastNumber = number;
    if (Status put = (*writer)->putRecord(sampleRow(recordNamed(number), 1, number)); !put) {
      return put;
    }
    if (Status put =
            (*writer)->appendLog(sampleLogEntry(replicaNamed(1), number, recordNamed(number), 1));
        !put) {
      return put;
    }
    return (*writer)->putProgramme(*programme);
  });
}

// Nothing, or what does not agree in one reader's view.
std::string disagreement(ServerReader& reader) {
  const auto programme = reader.programme();
  if (!programme) return programme.error().message;
  const std::uint64_t last = programme->lastNumber;
  std::uint64_t states = 0;
  const Status visited = reader.statesAfter(0, [&](const StoredState&) { return ++states > 0; });
  if (!visited) return visited.error().message;
  if (states != last) return "states";
  if (reader.countAfter(0).value() != last) return "count after";
  if (reader.count({}).value() != last) return "count";
  if (last > 0 && !reader.logEntry({replicaNamed(1), last}).value()) return "log";
  return "";
}

TEST(ServerThreads, EveryReaderSeesOneWholeStateWhileTheWriterCommits) {
  constexpr std::uint64_t kTransactions = 150;
  const auto server = openTestServerStore();
  std::atomic<bool> done = false;
  std::atomic<int> reads = 0;
  std::vector<std::thread> readers;
  // More than there are connections: the last must wait for one.
  for (std::size_t i = 0; i < limits::kDatabaseReaders + 2; ++i) {
    readers.emplace_back([&] {
      while (!done) {
        const Status read =
            server->store().reading(kTestProgramme, [&](ServerReader& reader) -> Status {
              EXPECT_EQ(disagreement(reader), "");
              return {};
            });
        EXPECT_TRUE(read.ok()) << read.error().message;
        ++reads;
      }
    });
  }
  for (std::uint64_t number = 1; number <= kTransactions; ++number) {
    const Status added = addOne(server->store(), number);
    EXPECT_TRUE(added.ok()) << added.error().message;
  }
  while (reads == 0) std::this_thread::yield();
  done = true;
  for (std::thread& reader : readers) reader.join();
  const Status read = server->store().reading(kTestProgramme, [&](ServerReader& reader) -> Status {
    EXPECT_EQ(reader.countAfter(0).value(), kTransactions);
    return {};
  });
  EXPECT_TRUE(read.ok());
}

TEST(ServerThreads, OfManyDevicesAtOnceExactlyOneRedeemsACode) {
  constexpr std::size_t kDevices = 16;
  const auto server = openTestServerStore();
  EnrolmentRow enrolment;
  enrolment.id = recordNamed(1).uuid;
  enrolment.programme = kTestProgramme;
  enrolment.expiresAt = WallTime{std::chrono::seconds{1000}};
  ASSERT_TRUE(server->accounts().addEnrolment(enrolment).ok());
  std::atomic<int> won = 0, refused = 0;
  std::vector<std::thread> devices;
  for (std::size_t i = 0; i < kDevices; ++i) {
    devices.emplace_back([&, i] {
      EnrolmentClaim claim;
      claim.publicKey = Bytes(32, static_cast<char>('a' + i));
      claim.expiresAt = WallTime{std::chrono::seconds{2000}};
      const auto claimed = server->accounts().claimEnrolment(enrolment.codeHash, claim,
                                                             WallTime{std::chrono::seconds{10}});
      if (claimed) {
        ++won;
      } else if (claimed.error().code == ErrorCode::kRefused) {
        ++refused;
      }
    });
  }
  for (std::thread& device : devices) device.join();
  EXPECT_EQ(won, 1);
  EXPECT_EQ(refused, static_cast<int>(kDevices) - 1);
}

TEST(ServerThreads, WritersOfOneProcessWaitForEachOther) {
  const auto server = openTestServerStore();
  std::vector<std::thread> writers;
  for (int writer = 0; writer < 4; ++writer) {
    writers.emplace_back([&] {
      for (int i = 0; i < 20; ++i) {
        const Status added =
            server->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
              auto programme = transaction.programme(kTestProgramme);
              if (!programme) return programme.error();
              ProgrammeRow row = (*programme)->programme().value();
              ++row.lastNumber;
              return (*programme)->putProgramme(row);
            });
        EXPECT_TRUE(added.ok()) << added.error().message;
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  const Status read = server->store().reading(kTestProgramme, [&](ServerReader& reader) -> Status {
    EXPECT_EQ(reader.programme().value().lastNumber, 80U);
    return {};
  });
  EXPECT_TRUE(read.ok());
}

}  // namespace
}  // namespace rapport::testing
