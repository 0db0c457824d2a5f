#include <algorithm>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/base/random.h"
#include "tests/contract/backends.h"
#include "tests/contract/samples.h"
#include "tests/support/test_stores.h"

// The two stores of anonymous answers: the tablet's, and the server's.

namespace rapport::testing {
namespace {

DroppedAnswer answerNamed(std::uint64_t name, const std::string& words = "words") {
  DroppedAnswer answer;
  SeededRandom random(name);
  answer.id = makeUuidV4(random);
  answer.type = 23;
  answer.values = {{1, Value{recordNamed(7).toString()}}, {31, Value{words}}};
  return answer;
}

std::vector<Uuid> idsOf(const std::vector<DroppedAnswer>& answers) {
  std::vector<Uuid> ids;
  for (const DroppedAnswer& each : answers) ids.push_back(each.id);
  return ids;
}

class LocalAnswersContract : public ::testing::Test {
 protected:
  LocalAnswers& answers() { return stores_->answers(); }
  std::unique_ptr<TestLocalStore> stores_ = openTestLocalStore();
};

TEST_F(LocalAnswersContract, ComeBackByTheirIdsAfterARestart) {
  std::vector<DroppedAnswer> all;
  for (std::uint64_t name = 1; name <= 200; ++name) {
    all.push_back(answerNamed(name));
    must(answers().keep(all.back()));
  }
  stores_->reopen();
  std::ranges::sort(all, {}, &DroppedAnswer::id);
  EXPECT_TRUE(must(answers().waiting()) == all);
  EXPECT_EQ(must(answers().count()), all.size());
}

TEST_F(LocalAnswersContract, ErasedOnesAreGoneAndOthersStay) {
  for (std::uint64_t name = 1; name <= 3; ++name) must(answers().keep(answerNamed(name)));
  must(answers().erase({answerNamed(2).id, answerNamed(9).id}));
  std::vector<Uuid> left{answerNamed(1).id, answerNamed(3).id};
  std::ranges::sort(left);
  EXPECT_EQ(idsOf(must(answers().waiting())), left);
}

class ServerAnswersContract : public ::testing::TestWithParam<BackendKind> {
 protected:
  void put(RecordId about, const DroppedAnswer& answer) {
    must(backend_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
      ServerWriter* programme = must(transaction.programme(kProgramme));
      if (const Status put = programme->putAnswer(about, answer); !put) return put;
      return programme->countAnswers(about);
    }));
  }
  std::vector<KeptAnswer> about(RecordId id, const char* programme = kProgramme) {
    std::vector<KeptAnswer> found;
    must(backend_->store().reading(programme, [&](ServerReader& reader) {
      return reader.eachAnswer(id, [&](const KeptAnswer& kept) {
        found.push_back(kept);
        return Status{};
      });
    }));
    return found;
  }
  std::unique_ptr<ServerBackend> backend_ = makeServerBackend(GetParam());
};

TEST_P(ServerAnswersContract, TheFirstUnderAnIdStands) {
  put(recordNamed(7), answerNamed(1, "first"));
  put(recordNamed(7), answerNamed(1, "second"));
  backend_->crash();
  const auto found = about(recordNamed(7));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found.front().answer == answerNamed(1, "first"));
}

TEST_P(ServerAnswersContract, BelongToTheirRecordAndTheirProgramme) {
  put(recordNamed(7), answerNamed(1));
  EXPECT_TRUE(about(recordNamed(8)).empty());
  EXPECT_TRUE(about(recordNamed(7), kNeighbour).empty());
}

TEST_P(ServerAnswersContract, AreCountedOnceEnoughAreThere) {
  const auto counted = [this] {
    return std::ranges::count(about(recordNamed(7)), true, &KeptAnswer::counted);
  };
  for (std::uint64_t name = 1; name < limits::kSmallestGroup; ++name) {
    put(recordNamed(7), answerNamed(name));
  }
  put(recordNamed(8), answerNamed(50));
  EXPECT_EQ(counted(), 0);
  put(recordNamed(7), answerNamed(limits::kSmallestGroup));
  EXPECT_EQ(counted(), limits::kSmallestGroup);
  put(recordNamed(7), answerNamed(60));
  EXPECT_EQ(counted(), limits::kSmallestGroup);
}

INSTANTIATE_TEST_SUITE_P(Backends, ServerAnswersContract,
                         ::testing::Values(BackendKind::kSqliteOnDisk,
                                           BackendKind::kSqliteOnSimulatedDisk),
                         nameOfParam);

}  // namespace
}  // namespace rapport::testing
