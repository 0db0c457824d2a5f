#include <gtest/gtest.h>

#include "tests/contract/backends.h"
#include "tests/contract/samples.h"

namespace rapport::testing {
namespace {

Error someFailure() { return {ErrorCode::kRefused, "No."}; }

class ServerStoreContract : public ::testing::TestWithParam<BackendKind> {
 protected:
  ServerStore& store() { return backend_->store(); }

  Status tryWrite(const std::function<Status(ServerWriter&)>& work, const char* name = kProgramme) {
    return store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
      const Result<ServerWriter*> programme = transaction.programme(name);
      if (!programme) return programme.error();
      return work(**programme);
    });
  }
  void write(const std::function<Status(ServerWriter&)>& work) { must(tryWrite(work)); }
  void put(const RecordRow& row) {
    write([&](ServerWriter& writer) { return writer.putRecord(row); });
  }
  template <typename T>
  T read(const std::function<Result<T>(ServerReader&)>& ask, const char* programme = kProgramme) {
    T answer{};
    must(store().reading(programme, [&](ServerReader& reader) -> Status {
      Result<T> found = ask(reader);
      if (!found) return found.error();
      answer = std::move(found).value();
      return {};
    }));
    return answer;
  }
  std::vector<std::uint64_t> numbersAfter(std::uint64_t n, std::size_t most = 1000) {
    std::vector<std::uint64_t> numbers;
    must(store().reading(kProgramme, [&](ServerReader& reader) {
      return reader.statesAfter(n, [&](const StoredState& state) {
        numbers.push_back(state.n);
        return numbers.size() < most;
      });
    }));
    return numbers;
  }

  std::unique_ptr<ServerBackend> backend_ = makeServerBackend(GetParam());
};

using Numbers64 = std::vector<std::uint64_t>;

TEST_P(ServerStoreContract, ProgrammesAreAddedOnceAndListed) {
  ProgrammeRow row;
  row.name = "coast";
  must(store().addProgramme(row));
  EXPECT_EQ(store().addProgramme(row).error().code, ErrorCode::kConflict);
  backend_->reopen();
  EXPECT_EQ(must(store().programmes()),
            (std::vector<std::string>{"coast", kNeighbour, kProgramme}));
}

TEST_P(ServerStoreContract, AnUnknownProgrammeIsNotFound) {
  EXPECT_EQ(store().reading("nowhere", [](ServerReader&) { return Status(); }).error().code,
            ErrorCode::kNotFound);
  must(store().inTransaction([](ServerStore::Transaction& transaction) -> Status {
    EXPECT_EQ(transaction.programme("nowhere").error().code, ErrorCode::kNotFound);
    return {};
  }));
}

TEST_P(ServerStoreContract, AProgrammeComesBackAsItWasPut) {
  ProgrammeRow row = read<ProgrammeRow>([](ServerReader& reader) { return reader.programme(); });
  EXPECT_EQ(row.name, kProgramme);
  EXPECT_EQ(row.epoch, kEpoch);
  EXPECT_EQ(row.lastNumber, 0U);
  row.epoch = EpochId{3};
  row.lastNumber = 99;
  row.tag = 0xFFFF'0000'FFFF'0001U;
  row.serverCounter = 12;
  write([&](ServerWriter& writer) { return writer.putProgramme(row); });
  backend_->reopen();
  const auto found = read<ProgrammeRow>([](ServerReader& reader) { return reader.programme(); });
  EXPECT_EQ(found.epoch, row.epoch);
  EXPECT_EQ(found.lastNumber, row.lastNumber);
  EXPECT_EQ(found.tag, row.tag);
  EXPECT_EQ(found.serverReplica, row.serverReplica);
  EXPECT_EQ(found.serverCounter, row.serverCounter);
}

void expectSame(const ReplicaRow& found, const ReplicaRow& kept) {
  EXPECT_EQ(found.replica, kept.replica);
  EXPECT_EQ(found.person, kept.person);
  EXPECT_EQ(found.personName, kept.personName);
  EXPECT_EQ(found.deviceName, kept.deviceName);
  EXPECT_EQ(found.role, kept.role);
  EXPECT_EQ(found.rolesBefore, kept.rolesBefore);
  EXPECT_EQ(found.publicKey, kept.publicKey);
  EXPECT_EQ(found.appliedThrough, kept.appliedThrough);
  EXPECT_EQ(found.chain, kept.chain);
  EXPECT_EQ(found.toldThrough, kept.toldThrough);
  EXPECT_EQ(found.cursor, kept.cursor);
  EXPECT_EQ(found.formerly, kept.formerly);
  EXPECT_EQ(found.revoked, kept.revoked);
  EXPECT_EQ(found.revokedAt, kept.revokedAt);
  EXPECT_EQ(found.asideChanges, kept.asideChanges);
  EXPECT_EQ(found.asideBytes, kept.asideBytes);
  EXPECT_EQ(found.enrolledAt, kept.enrolledAt);
  EXPECT_EQ(found.lastSeen, kept.lastSeen);
  EXPECT_EQ(found.lastUpload, kept.lastUpload);
}

TEST_P(ServerStoreContract, AReplicaComesBackAsItWasPut) {
  ReplicaRow replica = sampleReplica(replicaNamed(4));
  write([&](ServerWriter& writer) { return writer.putReplica(replica); });
  const auto ask = [](ServerReader& reader) { return reader.replica(replicaNamed(4)); };
  expectSame(*read<std::optional<ReplicaRow>>(ask), replica);
  replica.appliedThrough = 17;
  replica.chain = sampleOwnChange(17, recordNamed(1)).chain;
  replica.toldThrough = 15;
  replica.cursor = Number{kEpoch, 230};
  replica.formerly = {{replicaNamed(3), 8}};
  replica.revoke(WallTime{std::chrono::milliseconds{4}});
  replica.asideChanges = 3;
  replica.asideBytes = 900;
  replica.rolesBefore = {Role::kWorker, Role::kAdmin};
  replica.enrolledAt = WallTime{std::chrono::milliseconds{1}};
  replica.lastSeen = WallTime{std::chrono::milliseconds{2}};
  replica.lastUpload = WallTime{std::chrono::milliseconds{3}};
  write([&](ServerWriter& writer) { return writer.putReplica(replica); });
  backend_->reopen();
  expectSame(*read<std::optional<ReplicaRow>>(ask), replica);
}

TEST_P(ServerStoreContract, ReplicasAreListedAscendingAndAnUnknownOneIsNothing) {
  for (const std::uint64_t name : {9, 2, 5}) {
    write(
        [&](ServerWriter& writer) { return writer.putReplica(sampleReplica(replicaNamed(name))); });
  }
  std::vector<ReplicaId> ids;
  for (const ReplicaRow& row :
       read<std::vector<ReplicaRow>>([](ServerReader& reader) { return reader.replicas(); })) {
    ids.push_back(row.replica);
  }
  EXPECT_EQ(ids, (std::vector<ReplicaId>{replicaNamed(2), replicaNamed(5), replicaNamed(9)}));
  EXPECT_FALSE(read<std::optional<ReplicaRow>>(
      [](ServerReader& reader) { return reader.replica(replicaNamed(1)); }));
}

TEST_P(ServerStoreContract, ARecordIsReplacedWholeWithWhatListsKnowOfIt) {
  RecordRow row = sampleRow(recordNamed(1), 3, 5, "old words");
  put(row);
  row = sampleRow(recordNamed(1), 3, 8, "new words");
  row.facts.needsPerson = true;
  put(row);
  const auto found = read<std::optional<RecordRow>>(
      [](ServerReader& reader) { return reader.recordRow(recordNamed(1)); });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->state, row.state);
  EXPECT_EQ(found->facts.title, row.facts.title);
  EXPECT_EQ(found->facts.searchText, "new words");
  EXPECT_FALSE(found->facts.deleted);
  EXPECT_TRUE(found->facts.needsPerson);
  EXPECT_EQ(found->facts.updatedAtMillis, row.facts.updatedAtMillis);
  EXPECT_EQ(found->facts.updatedBy, row.facts.updatedBy);
  EXPECT_EQ(found->facts.updatedOn, row.facts.updatedOn);
  EXPECT_EQ(read<std::optional<RecordState>>(
                [](ServerReader& reader) { return reader.record(recordNamed(1)); }),
            row.state);
  EXPECT_EQ(numbersAfter(0), Numbers64{8});
}

TEST_P(ServerStoreContract, AnUnknownRecordIsNothing) {
  EXPECT_FALSE(read<std::optional<RecordState>>(
      [](ServerReader& reader) { return reader.record(recordNamed(1)); }));
  EXPECT_FALSE(read<std::optional<RecordRow>>(
      [](ServerReader& reader) { return reader.recordRow(recordNamed(1)); }));
}

TEST_P(ServerStoreContract, ARecordWithoutANumberIsRefused) {
  RecordRow row = sampleRow(recordNamed(1), 1, 1);
  row.state.number.reset();
  const Status refused = tryWrite([&](ServerWriter& writer) { return writer.putRecord(row); });
  EXPECT_EQ(refused.error().code, ErrorCode::kInvalid);
}

TEST_P(ServerStoreContract, StatesComeAscendingByNumberUntilTheVisitorHasEnough) {
  for (const std::uint64_t n : {5, 3, 9, 1, 12}) put(sampleRow(recordNamed(100 - n), 1, n));
  put(sampleRow(recordNamed(99), 1, 20));  // was 1
  EXPECT_EQ(numbersAfter(0), (Numbers64{3, 5, 9, 12, 20}));
  EXPECT_EQ(numbersAfter(5), (Numbers64{9, 12, 20}));
  EXPECT_EQ(numbersAfter(5, 2), (Numbers64{9, 12}));
  EXPECT_TRUE(numbersAfter(20).empty());
  EXPECT_EQ(read<std::size_t>([](ServerReader& reader) { return reader.countAfter(5); }), 3U);
  EXPECT_EQ(read<std::size_t>([](ServerReader& reader) { return reader.countAfter(0); }), 5U);
}

TEST_P(ServerStoreContract, EveryStateComesAscendingByIdUntilTheVisitorFails) {
  for (const std::uint64_t name : {300, 2, 256, 1}) put(sampleRow(recordNamed(name), 1, name));
  std::vector<RecordId> ids;
  const auto visitAll = [&](std::size_t most) {
    ids.clear();
    return store().reading(kProgramme, [&](ServerReader& reader) {
      return reader.eachState([&](const RecordState& state) -> Status {
        ids.push_back(state.id);
        return ids.size() < most ? Status() : Status(someFailure());
      });
    });
  };
  must(visitAll(100));
  EXPECT_EQ(ids, (std::vector<RecordId>{recordNamed(1), recordNamed(2), recordNamed(256),
                                        recordNamed(300)}));
  EXPECT_EQ(visitAll(2).error().code, ErrorCode::kRefused);
  EXPECT_EQ(ids.size(), 2U);
}

TEST_P(ServerStoreContract, TheLogKeepsEachDotOnce) {
  const LogEntry entry = sampleLogEntry(replicaNamed(1), 1, recordNamed(1), 1000);
  write([&](ServerWriter& writer) { return writer.appendLog(entry); });
  const Status again = tryWrite([&](ServerWriter& writer) { return writer.appendLog(entry); });
  EXPECT_EQ(again.error().code, ErrorCode::kConflict);
  backend_->reopen();
  const auto found = read<std::optional<LogEntry>>([](ServerReader& reader) {
    return reader.logEntry({replicaNamed(1), 1});
  });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->dot, entry.dot);
  EXPECT_EQ(found->record, entry.record);
  EXPECT_EQ(found->type, entry.type);
  EXPECT_EQ(found->hash, entry.hash);
  EXPECT_EQ(found->chain, entry.chain);
  EXPECT_EQ(found->verdict, entry.verdict);
  EXPECT_EQ(found->receivedAt, entry.receivedAt);
  EXPECT_EQ(found->change, entry.change);
  EXPECT_FALSE(read<std::optional<LogEntry>>([](ServerReader& reader) {
    return reader.logEntry({replicaNamed(1), 2});
  }));
}

TEST_P(ServerStoreContract, AChangeKeepsTheNumberThatItBoreBeforeARestore) {
  LogEntry entry = sampleLogEntry(replicaNamed(1), 1, recordNamed(1), 1000);
  entry.earlier = Number{EpochId{0xFFFF'FFFF'FFFF'FFF2U}, 12};
  write([&](ServerWriter& writer) { return writer.appendLog(entry); });
  backend_->reopen();
  const auto found = read<std::optional<LogEntry>>([](ServerReader& reader) {
    return reader.logEntry({replicaNamed(1), 1});
  });
  ASSERT_TRUE(found);
  EXPECT_EQ(found->earlier, entry.earlier);
}

TEST_P(ServerStoreContract, WhatCopiesBroughtBackIsKeptByNumber) {
  const auto row = [](std::uint64_t number, std::optional<Number> before) {
    return JoinRow{{EpochId{5}, number},
                   recordNamed(1),
                   before,
                   replicaNamed(3),
                   WallTime{std::chrono::milliseconds{1'800'000'000'000}},
                   "a copy " + std::to_string(number)};
  };
  const JoinRow first = row(8, std::nullopt), second = row(9, Number{EpochId{5}, 8});
  write([&](ServerWriter& writer) -> Status {
    must(writer.appendJoin(second));
    return writer.appendJoin(first);
  });
  EXPECT_FALSE(tryWrite([&](ServerWriter& writer) { return writer.appendJoin(first); }).ok());
  backend_->reopen();
  const auto found =
      read<std::vector<JoinRow>>([](ServerReader& reader) { return reader.joins(recordNamed(1)); });
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].number, first.number);
  EXPECT_EQ(found[0].before, std::nullopt);
  EXPECT_EQ(found[1].before, second.before);
  EXPECT_EQ(found[1].record, second.record);
  EXPECT_EQ(found[1].replica, second.replica);
  EXPECT_EQ(found[1].receivedAt, second.receivedAt);
  EXPECT_EQ(found[1].copy, second.copy);
  EXPECT_TRUE(read<std::vector<JoinRow>>([](ServerReader& reader) {
                return reader.joins(recordNamed(2));
              }).empty());
}

TEST_P(ServerStoreContract, ACommitIsKnownByItsTagUntilANewEpochBegins) {
  const auto tagAt = [&](std::uint64_t n) {
    return read<std::optional<std::uint64_t>>(
        [n](ServerReader& reader) { return reader.tagAt(n); });
  };
  const auto reach = [&](std::uint64_t n, std::uint64_t tag) {
    write([&](ServerWriter& writer) -> Status {
      ProgrammeRow row = must(writer.programme());
      row.lastNumber = n - 1;
      row.tag = tag + 1;  // within the transaction, and seen by nobody
      must(writer.putProgramme(row));
      row.lastNumber = n;
      row.tag = tag;
      return writer.putProgramme(row);
    });
  };
  reach(5, 0xFFFF'FFFF'FFFF'FFF3U);
  reach(9, 77);
  EXPECT_EQ(tagAt(4), std::nullopt);
  EXPECT_EQ(tagAt(5), 0xFFFF'FFFF'FFFF'FFF3U);
  EXPECT_EQ(tagAt(9), 77U);
  EXPECT_EQ(tagAt(10), std::nullopt);
  ManualClock clock;
  SeededRandom random(3);
  EpochId before;
  write([&](ServerWriter& writer) -> Status {
    before = must(writer.programme()).epoch;
    return writer.beginEpoch(7, clock, random);
  });
  EXPECT_EQ(tagAt(5), std::nullopt);
  const auto restores =
      read<std::vector<RestoreRow>>([](ServerReader& reader) { return reader.restores(); });
  ASSERT_EQ(restores.size(), 1U);
  EXPECT_EQ(restores[0].kept, (Number{before, 7}));
  const auto row = read<ProgrammeRow>([](ServerReader& reader) { return reader.programme(); });
  EXPECT_EQ(row.epoch, restores[0].epoch);
  EXPECT_EQ(row.lastNumber, 9U);
}

TEST_P(ServerStoreContract, ARivalOfAJudgedChangeIsKeptOnceAndReplacesNothing) {
  const LogEntry first = sampleLogEntry(replicaNamed(1), 1, recordNamed(1), 1000);
  LogEntry rival =
      sampleLogEntry(replicaNamed(1), 1, recordNamed(1), 2000, ReceiptStage::kQuarantined);
  rival.change = "other bytes";
  rival.hash = sampleOwnChange(8, recordNamed(8)).hash;
  write([&](ServerWriter& writer) -> Status {
    must(writer.appendLog(first));
    must(writer.quarantine(rival));
    return writer.quarantine(rival);
  });
  const auto found = read<std::optional<LogEntry>>([](ServerReader& reader) {
    return reader.logEntry({replicaNamed(1), 1});
  });
  EXPECT_EQ(found->change, first.change);
  const auto history = read<std::vector<LogEntry>>(
      [](ServerReader& reader) { return reader.history(recordNamed(1), {}, 10); });
  ASSERT_EQ(history.size(), 2U);
  EXPECT_EQ(history[0].change, "other bytes");
  EXPECT_EQ(read<std::size_t>([](ServerReader& reader) { return reader.refusedCount(); }), 1U);
}

TEST_P(ServerStoreContract, HistoryComesNewestFirstInPagesThatLoseNothing) {
  constexpr std::int64_t kTimes[] = {10, 20, 20, 20, 30, 30, 40};
  std::uint64_t counter = 0;
  for (const std::int64_t time : kTimes) {
    ++counter;
    write([&](ServerWriter& writer) -> Status {
      must(writer.appendLog(sampleLogEntry(replicaNamed(1), 2 * counter, recordNamed(2), time)));
      return writer.appendLog(
          sampleLogEntry(replicaNamed(1), 2 * counter - 1, recordNamed(1), time));
    });
  }
  Numbers64 counters;
  std::optional<std::int64_t> before;
  while (true) {
    const auto page = read<std::vector<LogEntry>>(
        [&](ServerReader& reader) { return reader.history(recordNamed(1), before, 2); });
    if (page.empty()) break;
    for (const LogEntry& entry : page) counters.push_back(entry.dot.counter);
    before = page.back().receivedAt.time_since_epoch().count();
  }
  EXPECT_EQ(counters, (Numbers64{13, 11, 9, 7, 5, 3, 1}));
  EXPECT_TRUE(read<std::vector<LogEntry>>([](ServerReader& reader) {
                return reader.history(recordNamed(1), {}, 0);
              }).empty());
}

TEST_P(ServerStoreContract, RefusedAndQuarantinedChangesAreCounted) {
  const ReceiptStage stages[] = {ReceiptStage::kApplied, ReceiptStage::kRefused,
                                 ReceiptStage::kQuarantined, ReceiptStage::kApplied};
  std::uint64_t counter = 0;
  for (const ReceiptStage stage : stages) {
    ++counter;
    write([&](ServerWriter& writer) {
      return writer.appendLog(
          sampleLogEntry(replicaNamed(1), counter, recordNamed(1), 1000, stage));
    });
  }
  EXPECT_EQ(read<std::size_t>([](ServerReader& reader) { return reader.refusedCount(); }), 2U);
}

TEST_P(ServerStoreContract, WhatWasSetAsideIsListedUntilSomebodySawToIt) {
  LogEntry rival =
      sampleLogEntry(replicaNamed(1), 2, recordNamed(2), 1000, ReceiptStage::kQuarantined);
  rival.change = "other bytes";
  rival.hash = sampleOwnChange(8, recordNamed(8)).hash;
  write([&](ServerWriter& writer) -> Status {
    const ReceiptStage stages[] = {ReceiptStage::kQuarantined, ReceiptStage::kApplied,
                                   ReceiptStage::kRefused, ReceiptStage::kQuarantined,
                                   ReceiptStage::kErased};
    std::uint64_t counter = 0;
    for (const ReceiptStage stage : stages) {
      must(writer.appendLog(
          sampleLogEntry(replicaNamed(1), ++counter, recordNamed(1), 1000, stage)));
    }
    return writer.quarantine(rival);
  });
  using Entries = std::vector<LogEntry>;
  const auto listed = [&](std::optional<std::int64_t> before, std::size_t limit) {
    return read<Entries>([&](ServerReader& reader) { return reader.asideBefore(before, limit); });
  };
  const Entries all = listed({}, 10);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].change, "other bytes");
  EXPECT_EQ(all[1].dot.counter, 4U);
  EXPECT_EQ(all[2].dot.counter, 1U);
  EXPECT_EQ(listed({}, 1).front().place, all[0].place);
  EXPECT_EQ(listed(all[0].place, 10).size(), 2U);
  const auto settle = [&](std::int64_t place, const char* programme = kProgramme) {
    return tryWrite(
        [&](ServerWriter& writer) {
          return writer.settleAside(place, personNamed(1), WallTime{std::chrono::seconds{2}});
        },
        programme);
  };
  EXPECT_EQ(settle(all[1].place, kNeighbour).error().code, ErrorCode::kNotFound);
  ASSERT_TRUE(settle(all[1].place));
  EXPECT_EQ(settle(all[1].place).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(settle(all.front().place + 1000).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(listed({}, 10).size(), 2U);
  EXPECT_TRUE(
      read<Entries>([](ServerReader& reader) { return reader.asideBefore({}, 10); }, kNeighbour)
          .empty());
}

TEST_P(ServerStoreContract, ProgrammesDoNotMeet) {
  put(sampleRow(recordNamed(1), 1, 1));
  write([&](ServerWriter& writer) -> Status {
    must(writer.putReplica(sampleReplica(replicaNamed(1))));
    return writer.appendLog(
        sampleLogEntry(replicaNamed(1), 1, recordNamed(1), 1, ReceiptStage::kRefused));
  });
  const auto none = [&](const std::function<Result<std::size_t>(ServerReader&)>& ask) {
    return read<std::size_t>(ask, kNeighbour) == 0;
  };
  EXPECT_TRUE(none([](ServerReader& reader) { return reader.countAfter(0); }));
  EXPECT_TRUE(none([](ServerReader& reader) { return reader.refusedCount(); }));
  EXPECT_TRUE(none([](ServerReader& reader) { return reader.count({}); }));
  EXPECT_TRUE(none([](ServerReader& reader) -> Result<std::size_t> {
    return must(reader.replicas()).size() + must(reader.countByType()).size() +
           must(reader.find({})).size() + must(reader.history(recordNamed(1), {}, 9)).size() +
           (must(reader.record(recordNamed(1))) ? 1 : 0) +
           (must(reader.logEntry({replicaNamed(1), 1})) ? 1 : 0);
  }));
}

TEST_P(ServerStoreContract, OneTransactionMayWriteSeveralProgrammes) {
  const Status failed = store().inTransaction([](ServerStore::Transaction& transaction) -> Status {
    must(must(transaction.programme(kProgramme))->putRecord(sampleRow(recordNamed(1), 1, 1)));
    must(must(transaction.programme(kNeighbour))->putRecord(sampleRow(recordNamed(1), 1, 1)));
    EXPECT_EQ(must(transaction.programme(kProgramme)), must(transaction.programme(kProgramme)));
    EXPECT_EQ(must(must(transaction.programme(kNeighbour))->count({})), 1U);
    return someFailure();
  });
  EXPECT_EQ(failed.error().code, ErrorCode::kRefused);
  for (const char* name : {kProgramme, kNeighbour}) {
    EXPECT_EQ(read<std::size_t>([](ServerReader& r) { return r.countAfter(0); }, name), 0U);
    EXPECT_EQ(read<std::size_t>([](ServerReader& r) { return r.count({}); }, name), 0U);
  }
}

TEST_P(ServerStoreContract, ASavepointThatFailsTakesOnlyItsOwnBack) {
  write([&](ServerWriter& writer) -> Status {
    must(writer.putRecord(sampleRow(recordNamed(1), 1, 1)));
    const Status failed = writer.inSavepoint([&]() -> Status {
      must(writer.putRecord(sampleRow(recordNamed(2), 1, 2)));
      must(writer.putRecord(sampleRow(recordNamed(1), 1, 3)));
      must(writer.inSavepoint([&] { return writer.putRecord(sampleRow(recordNamed(4), 1, 4)); }));
      return someFailure();
    });
    EXPECT_EQ(failed.error().code, ErrorCode::kRefused);
    return writer.inSavepoint([&] { return writer.putRecord(sampleRow(recordNamed(5), 1, 5)); });
  });
  EXPECT_EQ(numbersAfter(0), (Numbers64{1, 5}));
  EXPECT_EQ(read<std::size_t>([](ServerReader& reader) { return reader.count({}); }), 2U);
}

TEST_P(ServerStoreContract, AReaderSeesOneStateHoweverMuchIsCommittedMeanwhile) {
  put(sampleRow(recordNamed(1), 1, 1));
  must(store().reading(kProgramme, [&](ServerReader& reader) -> Status {
    EXPECT_EQ(must(reader.countAfter(0)), 1U);
    put(sampleRow(recordNamed(2), 1, 2));
    EXPECT_EQ(must(reader.countAfter(0)), 1U);
    EXPECT_EQ(must(reader.count({})), 1U);
    EXPECT_FALSE(must(reader.record(recordNamed(2))));
    return {};
  }));
  EXPECT_EQ(numbersAfter(0), (Numbers64{1, 2}));
}

TEST_P(ServerStoreContract, WhatWasCommittedSurvivesACrash) {
  put(sampleRow(recordNamed(1), 1, 1));
  backend_->crash();
  EXPECT_EQ(numbersAfter(0), Numbers64{1});
}

TEST_P(ServerStoreContract, WhatWasNotCommittedIsGoneAfterACrash) {
  put(sampleRow(recordNamed(1), 1, 1));
  (void)tryWrite([&](ServerWriter& writer) -> Status {
    must(writer.putRecord(sampleRow(recordNamed(2), 1, 2)));
    must(writer.appendLog(sampleLogEntry(replicaNamed(1), 1, recordNamed(2), 5)));
    backend_->crash();
    return {};
  });
  EXPECT_EQ(numbersAfter(0), Numbers64{1});
  EXPECT_EQ(read<std::size_t>([](ServerReader& reader) { return reader.count({}); }), 1U);
  EXPECT_FALSE(read<std::optional<LogEntry>>([](ServerReader& reader) {
    return reader.logEntry({replicaNamed(1), 1});
  }));
}

TEST_P(ServerStoreContract, TenThousandRecordsAreThereAgain) {
  constexpr std::uint64_t kRecords = 10'000;
  for (std::uint64_t first = 1; first <= kRecords; first += 500) {
    write([&](ServerWriter& writer) -> Status {
      for (std::uint64_t i = first; i < first + 500; ++i) {
        must(writer.putRecord(sampleRow(recordNamed(i), static_cast<TypeNumber>(i % 3), i)));
        must(writer.appendLog(
            sampleLogEntry(replicaNamed(1), i, recordNamed(i), static_cast<std::int64_t>(i))));
      }
      return {};
    });
  }
  backend_->reopen();
  EXPECT_EQ(read<std::size_t>([](ServerReader& reader) { return reader.countAfter(0); }), kRecords);
  EXPECT_EQ(numbersAfter(9'500).size(), 500U);
  EXPECT_EQ(read<std::size_t>([](ServerReader& reader) { return reader.count({}); }), kRecords);
}

INSTANTIATE_TEST_SUITE_P(Stores, ServerStoreContract,
                         ::testing::Values(BackendKind::kSqliteOnDisk,
                                           BackendKind::kSqliteOnSimulatedDisk),
                         nameOfParam);

}  // namespace
}  // namespace rapport::testing
