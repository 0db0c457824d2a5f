// Lists, searches and counts: what the console asks a server's store.
#include <algorithm>
#include <map>

#include <gtest/gtest.h>

#include "shared/base/limits.h"
#include "shared/base/random.h"
#include "tests/contract/backends.h"
#include "tests/contract/samples.h"

namespace rapport::testing {
namespace {

using Found = std::vector<std::uint64_t>;

class ServerListingContract : public ::testing::TestWithParam<BackendKind> {
 protected:
  void put(const std::vector<RecordRow>& rows) {
    must(backend_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
      ServerWriter* writer = must(transaction.programme(kProgramme));
      for (const RecordRow& row : rows) {
        if (Status done = writer->putRecord(row); !done) return done;
      }
      return {};
    }));
  }
  Found find(const RecordQuery& query) {
    Found numbers;
    must(backend_->store().reading(kProgramme, [&](ServerReader& reader) -> Status {
      for (const RecordRow& row : must(reader.find(query))) {
        numbers.push_back(row.state.number->n);
      }
      return {};
    }));
    return numbers;
  }
  std::size_t count(const RecordQuery& query) {
    std::size_t total = 0;
    must(backend_->store().reading(kProgramme, [&](ServerReader& reader) -> Status {
      total = must(reader.count(query));
      return {};
    }));
    return total;
  }
  std::vector<TypeCount> countByType() {
    std::vector<TypeCount> counts;
    must(backend_->store().reading(kProgramme, [&](ServerReader& reader) -> Status {
      counts = must(reader.countByType());
      return {};
    }));
    return counts;
  }

  std::unique_ptr<ServerBackend> backend_ = makeServerBackend(GetParam());
};

RecordQuery textQuery(std::string text) {
  RecordQuery query;
  query.text = std::move(text);
  return query;
}

TEST_P(ServerListingContract, RecordsComeNewestNumberFirstOverAllTypes) {
  put({sampleRow(recordNamed(1), 2, 1), sampleRow(recordNamed(2), 1, 2),
       sampleRow(recordNamed(3), 2, 3), sampleRow(recordNamed(4), 9, 4)});
  EXPECT_EQ(find({}), (Found{4, 3, 2, 1}));
  RecordQuery query;
  query.type = 2;
  EXPECT_EQ(find(query), (Found{3, 1}));
  query.type = 7;
  EXPECT_TRUE(find(query).empty());
}

TEST_P(ServerListingContract, PagesJoinWithoutGapOrRepeat) {
  std::vector<RecordRow> rows;
  for (std::uint64_t i = 1; i <= 23; ++i) {
    rows.push_back(sampleRow(recordNamed(i), static_cast<TypeNumber>(i % 4), i));
  }
  put(rows);
  RecordQuery query;
  query.limit = 5;
  Found all;
  while (true) {
    const Found page = find(query);
    if (page.empty()) break;
    EXPECT_LE(page.size(), 5U);
    all.insert(all.end(), page.begin(), page.end());
    query.beyond = page.back();
  }
  ASSERT_EQ(all.size(), 23U);
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], 23 - i);
}

TEST_P(ServerListingContract, ATextIsFoundAnywhereAndTakenLiterally) {
  put({sampleRow(recordNamed(1), 1, 1, "the bridge at millbrook is 100% done"),
       sampleRow(recordNamed(2), 1, 2, "école près du pont"),
       sampleRow(recordNamed(3), 2, 3, "a_b 'quoted' \"words\" 水井"),
       sampleRow(recordNamed(4), 2, 4, "")});
  EXPECT_EQ(find(textQuery("brook")), Found{1});
  EXPECT_EQ(find(textQuery("r")), (Found{3, 2, 1}));
  EXPECT_EQ(find(textQuery("%")), Found{1});
  EXPECT_EQ(find(textQuery("_")), Found{3});
  EXPECT_EQ(find(textQuery("'")), Found{3});
  EXPECT_EQ(find(textQuery("école")), Found{2});
  EXPECT_EQ(find(textQuery("水")), Found{3});
  EXPECT_EQ(find(textQuery("*")), Found{});
  EXPECT_EQ(find(textQuery("brook at")), Found{});
  EXPECT_EQ(count(textQuery("o")), 3U);
}

TEST_P(ServerListingContract, AnEditMovesARecordAndItsText) {
  put({sampleRow(recordNamed(1), 1, 1, "old"), sampleRow(recordNamed(2), 1, 2, "other")});
  put({sampleRow(recordNamed(1), 1, 3, "new")});
  EXPECT_EQ(find({}), (Found{3, 2}));
  EXPECT_TRUE(find(textQuery("old")).empty());
  EXPECT_EQ(find(textQuery("new")), Found{3});
}

TEST_P(ServerListingContract, DeletedRecordsShowOnlyWhenAllAreWanted) {
  RecordRow gone = sampleRow(recordNamed(1), 1, 2);
  gone.facts.deleted = true;
  put({gone, sampleRow(recordNamed(2), 1, 1)});
  EXPECT_EQ(find({}), Found{1});
  RecordQuery all;
  all.wanted = Wanted::kAll;
  EXPECT_EQ(find(all), (Found{2, 1}));
  EXPECT_EQ(count({}), 1U);
  EXPECT_EQ(count(all), 2U);
}

TEST_P(ServerListingContract, WhatNeedsAPersonIsFoundUntilItDoesNot) {
  RecordRow row = sampleRow(recordNamed(1), 1, 2);
  row.facts.needsPerson = true;
  put({row, sampleRow(recordNamed(2), 1, 3)});
  RecordQuery query;
  query.wanted = Wanted::kNeedingPerson;
  EXPECT_EQ(find(query), Found{2});
  EXPECT_EQ(count(query), 1U);
  row = sampleRow(recordNamed(1), 1, 4);
  put({row});
  EXPECT_TRUE(find(query).empty());
  EXPECT_EQ(count(query), 0U);
}

TEST_P(ServerListingContract, AQueryNeverAnswersMoreThanAPage) {
  std::vector<RecordRow> rows;
  for (std::uint64_t i = 1; i <= limits::kRecordsPerPage + 20; ++i) {
    rows.push_back(sampleRow(recordNamed(i), 1, i));
  }
  put(rows);
  RecordQuery query;
  query.limit = SIZE_MAX;
  EXPECT_EQ(find(query).size(), limits::kRecordsPerPage);
  query.limit = 0;
  EXPECT_TRUE(find(query).empty());
  EXPECT_EQ(count(query), limits::kRecordsPerPage + 20);
}

// The same questions answered by looking at everything.
class NaiveListing {
 public:
  void put(const RecordRow& row) { rows_[row.state.id] = row; }

  static bool matches(const RecordRow& row, const RecordQuery& query) {
    if (query.type && row.state.type != *query.type) return false;
    const bool oldestFirst = query.order == Order::kOldestFirst;
    const std::uint64_t n = row.state.number->n;
    if (query.beyond && (oldestFirst ? n <= *query.beyond : n >= *query.beyond)) return false;
    if (query.wanted == Wanted::kWaiting && (row.facts.deleted || !row.facts.waits)) return false;
    if (query.wanted == Wanted::kLiving && row.facts.deleted) return false;
    if (query.wanted == Wanted::kNeedingPerson && !row.facts.needsPerson) return false;
    return row.facts.searchText.find(query.text) != std::string::npos;
  }
  Found find(const RecordQuery& query) const {
    Found numbers;
    for (const auto& [id, row] : rows_) {
      if (matches(row, query)) numbers.push_back(row.state.number->n);
    }
    std::ranges::sort(numbers);
    if (query.order == Order::kNewestFirst) std::ranges::reverse(numbers);
    if (numbers.size() > query.limit) numbers.resize(query.limit);
    return numbers;
  }
  std::size_t count(const RecordQuery& query) const {
    RecordQuery all = query;
    all.limit = SIZE_MAX;
    return find(all).size();
  }
  std::map<TypeNumber, TypeCount> countByType() const {
    std::map<TypeNumber, TypeCount> counts;
    for (const auto& [id, row] : rows_) {
      TypeCount& each = counts[row.state.type];
      each.type = row.state.type;
      if (!row.facts.deleted) ++each.living;
      if (row.facts.needsPerson) ++each.needingPerson;
      if (row.facts.waits && !row.facts.deleted) ++each.waiting;
    }
    return counts;
  }

 private:
  std::map<RecordId, RecordRow> rows_;
};

RecordQuery drawQuery(Random& random, std::uint64_t lastNumber) {
  RecordQuery query;
  if (random.next64() % 2 == 0) query.type = static_cast<TypeNumber>(random.next64() % 4);
  if (random.next64() % 3 == 0) query.beyond = random.next64() % (lastNumber + 2);
  if (random.next64() % 2 == 0)
    query.text = std::string(1, static_cast<char>('a' + random.next64() % 4));
  query.wanted = static_cast<Wanted>(random.next64() % 4);
  query.order = static_cast<Order>(random.next64() % 2);
  query.limit = 1 + random.next64() % 12;
  return query;
}

TEST_P(ServerListingContract, AgreesWithLookingAtEverything) {
  const std::uint64_t seed = ::testing::UnitTest::GetInstance()->random_seed() + 1U;
  SCOPED_TRACE("seed " + std::to_string(seed) + " (--gtest_random_seed is one less)");
  SeededRandom random(seed);
  NaiveListing naive;
  std::uint64_t number = 0;
  for (int round = 0; round < 60; ++round) {
    std::vector<RecordRow> rows;
    for (std::uint64_t i = 0; i < 1 + random.next64() % 8; ++i) {
      const std::uint64_t name = random.next64() % 40;
      std::string text;
      for (int letters = 0; letters < 3; ++letters) {
        text += static_cast<char>('a' + random.next64() % 6);
      }
      RecordRow row =
          sampleRow(recordNamed(name), static_cast<TypeNumber>(name % 4), ++number, text);
      row.facts.deleted = random.next64() % 4 == 0;
      row.facts.needsPerson = random.next64() % 5 == 0;
      row.facts.waits = random.next64() % 3 == 0;
      rows.push_back(row);
      naive.put(row);
    }
    put(rows);
    for (int ask = 0; ask < 6; ++ask) {
      const RecordQuery query = drawQuery(random, number);
      ASSERT_EQ(find(query), naive.find(query)) << "round " << round;
      ASSERT_EQ(count(query), naive.count(query)) << "round " << round;
    }
  }
  const auto expected = naive.countByType();
  const auto found = countByType();
  ASSERT_EQ(found.size(), expected.size());
  for (const TypeCount& each : found) {
    EXPECT_EQ(each.living, expected.at(each.type).living);
    EXPECT_EQ(each.needingPerson, expected.at(each.type).needingPerson);
    EXPECT_EQ(each.waiting, expected.at(each.type).waiting);
  }
}

TEST_P(ServerListingContract, WhatWasReadAsItStandsWaitsNoMore) {
  std::vector<RecordRow> rows;
  for (std::uint64_t i = 1; i <= 3; ++i) {
    rows.push_back(sampleRow(recordNamed(i), 4, i));
    rows.back().facts.waits = true;
  }
  put(rows);
  RecordQuery waiting;
  waiting.wanted = Wanted::kWaiting;
  const auto read = [&](std::uint64_t name, std::uint64_t throughN) {
    must(backend_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
      return must(transaction.programme(kProgramme))->noteRead(recordNamed(name), throughN);
    }));
  };
  read(2, 2);
  read(3, 2);  // changed since
  read(9, 9);  // not there
  EXPECT_EQ(find(waiting), (Found{3, 1}));
  EXPECT_EQ(count(waiting), 2U);
  EXPECT_EQ(countByType().front().waiting, 2U);
  waiting.order = Order::kOldestFirst;
  EXPECT_EQ(find(waiting), (Found{1, 3}));
  RecordRow again = sampleRow(recordNamed(2), 4, 4);
  again.facts.waits = true;
  put({again});
  EXPECT_EQ(find(waiting), (Found{1, 3, 4}));
  read(2, 4);
  read(2, 4);
  EXPECT_EQ(count(waiting), 2U);
}

TEST_P(ServerListingContract, AnErasedRecordIsInNoListAndItsPastHasHashesOnly) {
  RecordRow row = sampleRow(recordNamed(1), 4, 1, "river mouth");
  row.facts.needsPerson = true;
  put({row, sampleRow(recordNamed(2), 4, 2, "river source")});
  const LogEntry entry = sampleLogEntry(replicaNamed(1), 1, recordNamed(1), 1000);
  const ErasureRow erased{recordNamed(1), 4, {kEpoch, 3}, personNamed(5), WallTime{}};
  const auto erase = [&](const LogEntry* first) {
    return backend_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
      ServerWriter* writer = must(transaction.programme(kProgramme));
      if (first != nullptr) must(writer->appendLog(*first));
      return writer->erase(erased);
    });
  };
  must(erase(&entry));
  EXPECT_EQ(erase(nullptr).error().code, ErrorCode::kConflict);
  EXPECT_TRUE(must(backend_->store().forgetPast()));
  backend_->reopen();
  EXPECT_EQ(find(textQuery("river")), Found{2});
  EXPECT_EQ(count({}), 1U);
  ASSERT_EQ(countByType().size(), 1U);
  EXPECT_EQ(countByType()[0].needingPerson, 0U);
  must(backend_->store().reading(kProgramme, [&](ServerReader& reader) -> Status {
    EXPECT_FALSE(must(reader.record(recordNamed(1))).has_value());
    const auto log = must(reader.logEntry({replicaNamed(1), 1}));
    EXPECT_TRUE(log.has_value() && log->change.empty() && log->hash == entry.hash);
    const auto found = must(reader.erasure(recordNamed(1)));
    EXPECT_TRUE(found.has_value() && found->by == personNamed(5) && found->number.n == 3);
    EXPECT_FALSE(must(reader.erasure(recordNamed(2))).has_value());
    EXPECT_EQ(must(reader.erasuresAfter(2, 10)).size(), 1U);
    EXPECT_TRUE(must(reader.erasuresAfter(3, 10)).empty());
    return {};
  }));
}

INSTANTIATE_TEST_SUITE_P(Stores, ServerListingContract,
                         ::testing::Values(BackendKind::kSqliteOnDisk,
                                           BackendKind::kSqliteOnSimulatedDisk),
                         nameOfParam);

}  // namespace
}  // namespace rapport::testing
