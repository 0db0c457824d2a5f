#include "server/app/writer.h"

#include <gtest/gtest.h>

#include "tests/server/app/test_desk.h"

namespace rapport::testing {
namespace {

// The real store, which counts commits and fails them on demand.
class WatchedStore final : public ServerStore {
 public:
  explicit WatchedStore(ServerStore& real) : real_(real) {}

  Status inTransaction(const std::function<Status(Transaction&)>& work) override {
    ++commits;
    return real_.inTransaction([&](Transaction& transaction) -> Status {
      const Status done = work(transaction);
      if (!failCommits) return done;
      return Error{ErrorCode::kStorageFull, "The disk is full."};
    });
  }
  Status reading(std::string_view programme,
                 const std::function<Status(ServerReader&)>& work) override {
    return real_.reading(programme, work);
  }
  Result<bool> forgetPast() override { return real_.forgetPast(); }
  Status addProgramme(const ProgrammeRow& row) override { return real_.addProgramme(row); }
  Result<std::vector<std::string>> programmes() override { return real_.programmes(); }

  std::atomic<int> commits{0};
  std::atomic<bool> failCommits{false};

 private:
  ServerStore& real_;
};

// A writer over one real store, and a gate that holds it in its first job.
class WriterTest : public ::testing::Test {
 protected:
  void start(WriterOptions options = {}) {
    writer_ = std::make_unique<Writer>(
        store_,
        [this](const Mark& mark) {
          marks_.push_back(mark);
          marked_.happen();
        },
        meters_, options);
  }

  void TearDown() override { writer_.reset(); }

  static WriteJob job(std::function<Status(ServerWriter&)> work,
                      std::function<void(const Status&)> done = nullptr) {
    return {kTestProgramme, Haste::kNow, std::move(work), std::move(done)};
  }

  static Status setLastNumber(ServerWriter& programme, std::uint64_t number) {
    auto row = programme.programme();
    if (!row) return row.error();
    row->lastNumber = number;
    return programme.putProgramme(*row);
  }

  std::uint64_t lastNumber() {
    std::uint64_t number = 0;
    need(store_.reading(kTestProgramme, [&](ServerReader& reader) {
      number = need(reader.programme()).lastNumber;
      return Status{};
    }));
    return number;
  }

  // Keeps the writer busy until openGate().
  void closeGate() {
    need(writer_->submit(job([this](ServerWriter&) {
      inside_.happen();
      EXPECT_TRUE(gate_.wait());
      return Status{};
    })));
    ASSERT_TRUE(inside_.wait());
  }
  void openGate() { gate_.happen(); }

  std::unique_ptr<TestServerStore> stores_ = openTestServerStore();
  WatchedStore store_{stores_->store()};
  std::vector<Mark> marks_;
  Awaited marked_, inside_, gate_, told_;
  Meters meters_;
  std::unique_ptr<Writer> writer_;
};

TEST_F(WriterTest, JobsThatWaitTogetherShareOneCommit) {
  start();
  closeGate();
  for (int i = 0; i < 20; ++i) {
    need(writer_->submit(
        job([](ServerWriter&) { return Status{}; }, [this](const Status&) { told_.happen(); })));
  }
  openGate();
  ASSERT_TRUE(told_.wait(20));
  EXPECT_EQ(store_.commits, 2);
}

// Whoever waits for a large group stands idle meanwhile.
TEST_F(WriterTest, AGroupStopsGrowingWhenItBringsEnough) {
  WriterOptions options;
  options.bytesPerCommit = 100;
  start(options);
  closeGate();
  for (int i = 0; i < 6; ++i) {
    WriteJob brought =
        job([](ServerWriter&) { return Status{}; }, [this](const Status&) { told_.happen(); });
    brought.sizeBytes = 50;
    need(writer_->submit(std::move(brought)));
  }
  openGate();
  ASSERT_TRUE(told_.wait(6));
  EXPECT_EQ(store_.commits, 4);  // the gate's, and three of two jobs each
}

TEST_F(WriterTest, ProgrammeIsMarkedOnceForAGroupWithItsNumber) {
  start();
  closeGate();
  for (std::uint64_t i = 1; i <= 5; ++i) {
    need(
        writer_->submit(job([i](ServerWriter& programme) { return setLastNumber(programme, i); })));
  }
  openGate();
  ASSERT_TRUE(marked_.wait(2));
  writer_->stop();
  ASSERT_EQ(marks_.size(), 2U);
  EXPECT_EQ(marks_[1].number.n, 5U);
}

TEST_F(WriterTest, JobThatFailsIsUndoneAlone) {
  start();
  closeGate();
  Status failed;
  need(writer_->submit(job([](ServerWriter& programme) { return setLastNumber(programme, 7); })));
  need(writer_->submit(job(
      [](ServerWriter& programme) -> Status {
        need(setLastNumber(programme, 99));
        return Error{ErrorCode::kInvalid, "no"};
      },
      [&](const Status& status) {
        failed = status;
        told_.happen();
      })));
  openGate();
  ASSERT_TRUE(told_.wait());
  EXPECT_EQ(failed.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(lastNumber(), 7U);
}

// With nobody else in its commit it has no savepoint: the whole transaction goes, and the disk is
// not blamed.
TEST_F(WriterTest, JobThatFailsWithNobodyBesideItIsUndoneToo) {
  WriterOptions options;
  int blamed = 0;
  options.failed = [&blamed](const Error&) { ++blamed; };
  start(options);
  const Status failed = writer_->run(job([](ServerWriter& programme) -> Status {
    need(setLastNumber(programme, 99));
    return Error{ErrorCode::kInvalid, "no"};
  }));
  EXPECT_EQ(failed.error().code, ErrorCode::kInvalid);
  EXPECT_EQ(lastNumber(), 0U);
  EXPECT_TRUE(
      writer_->run(job([](ServerWriter& programme) { return setLastNumber(programme, 7); })));
  writer_->stop();
  EXPECT_EQ(lastNumber(), 7U);
  EXPECT_EQ(marks_.size(), 1U);
  EXPECT_EQ(blamed, 0);
}

TEST_F(WriterTest, CommitThatFailsFailsEveryJobAndMarksNothing) {
  start();
  store_.failCommits = true;
  const Status status =
      writer_->run(job([](ServerWriter& programme) { return setLastNumber(programme, 3); }));
  EXPECT_EQ(status.error().code, ErrorCode::kStorageFull);
  EXPECT_EQ(lastNumber(), 0U);
  EXPECT_TRUE(marks_.empty());
}

TEST_F(WriterTest, UnknownProgrammeFailsItsJobOnly) {
  start();
  WriteJob lost = job([](ServerWriter&) { return Status{}; });
  lost.programme = "nowhere";
  EXPECT_EQ(writer_->run(std::move(lost)).error().code, ErrorCode::kNotFound);
  EXPECT_TRUE(writer_->run(job([](ServerWriter&) { return Status{}; })));
}

TEST_F(WriterTest, LazyJobRidesWithTheNextCommitAndMarksNothing) {
  WriterOptions options;
  options.lazyWait = std::chrono::hours{1};
  start(options);
  WriteJob lazy =
      job([](ServerWriter&) { return Status{}; }, [this](const Status&) { told_.happen(); });
  lazy.haste = Haste::kLazy;
  need(writer_->submit(std::move(lazy)));
  EXPECT_EQ(store_.commits, 0);
  need(writer_->run(job([](ServerWriter&) { return Status{}; })));
  ASSERT_TRUE(told_.wait());
  EXPECT_EQ(store_.commits, 1);
}

TEST_F(WriterTest, LazyJobIsWrittenByItselfAfterItsWait) {
  WriterOptions options;
  options.lazyWait = std::chrono::milliseconds{1};
  start(options);
  WriteJob lazy =
      job([](ServerWriter&) { return Status{}; }, [this](const Status&) { told_.happen(); });
  lazy.haste = Haste::kLazy;
  need(writer_->submit(std::move(lazy)));
  ASSERT_TRUE(told_.wait());
  writer_->stop();
  EXPECT_TRUE(marks_.empty());
}

TEST_F(WriterTest, FullQueueRefusesWithoutTakingTheJob) {
  WriterOptions options;
  options.queueLimit = 2;
  start(options);
  closeGate();
  need(writer_->submit(job([](ServerWriter&) { return Status{}; })));
  need(writer_->submit(job([](ServerWriter&) { return Status{}; })));
  const Status refused = writer_->submit(
      job([](ServerWriter&) { return Status{}; }, [](const Status&) { FAIL() << "told"; }));
  EXPECT_EQ(refused.error().code, ErrorCode::kUnavailable);
  openGate();
}

TEST_F(WriterTest, StopWritesWhatWasTakenAndRefusesTheRest) {
  start();
  closeGate();
  need(writer_->submit(job([](ServerWriter& programme) { return setLastNumber(programme, 11); })));
  std::thread stopping([this] { writer_->stop(); });
  openGate();
  stopping.join();
  EXPECT_EQ(lastNumber(), 11U);
  EXPECT_EQ(writer_->submit(job([](ServerWriter&) { return Status{}; })).error().code,
            ErrorCode::kUnavailable);
}

}  // namespace
}  // namespace rapport::testing
