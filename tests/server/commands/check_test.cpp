// What `rapport-server check` looks for beside the pages themselves: every kind of damage that a
// wrong hand or a wrong program could do inside an otherwise readable database.
#include <algorithm>

#include <gtest/gtest.h>

#include "server/app/fork.h"
#include "server/storage/loose_ends.h"
#include "server/storage/server_database.h"
#include "shared/sync/audit.h"
#include "tests/server/app/test_desk.h"
#include "tests/server/app/test_tablet.h"

namespace rapport::testing {
namespace {

FieldEdit text(std::string value) { return {"text", Value{std::move(value)}}; }

class CheckTest : public ::testing::Test {
 protected:
  CheckTest() {
    desk_.addUser("Noor", Role::kCoordinator, "river stones");
    ana_.connect();
    ana_.sync();
    for (int i = 0; i < 5; ++i) {
      notes_.push_back(ana_.put("note", {text("The bus stops at " + std::to_string(i))}));
    }
    ana_.put("note", {text("A volunteer may not")});
    ana_.wrote();
    ana_.sync();
    partner_ = desk_.addRecord("partner", R"({"name": "Eastlock Mutual Aid"})");
    EXPECT_EQ(found(), std::vector<std::string>{});
  }

  // Every sentence of both halves.
  std::vector<std::string> found() {
    Faults faults;
    for (std::string& each : need(findLooseEnds(desk_.stores->database()))) {
      faults.add(std::move(each));
    }
    desk_.read(
        [&](ServerReader& reader) { need(auditProgramme(reader, desk_.verdictKey, faults)); });
    return faults.sentences();
  }

  // Damages the database as no part of Rapport would, and expects a sentence with these words.
  void expectFound(const std::string& sql, const std::string& words) {
    need(desk_.stores->database().write([&](Connection& connection) -> Status {
      Database& database = *need(connection.database());
      need(database.execute("PRAGMA defer_foreign_keys = ON"));
      return database.execute(sql);
    }));
    const std::vector<std::string> sentences = found();
    const auto says = [&](const std::string& each) { return each.find(words) != each.npos; };
    EXPECT_TRUE(std::ranges::any_of(sentences, says)) << sql << "\n"
                                                      << ::testing::PrintToString(sentences);
  }

  // The nth of the tablet's changes.
  static std::string change(int counter) {
    return " WHERE rival = 0 AND counter = " + std::to_string(counter) +
           " AND replica IN (SELECT id FROM replica)";
  }
  static std::string quoted(RecordId id) {
    std::string hex;
    for (const char digit : id.toString()) {
      if (digit != '-') hex += digit;
    }
    return "x'" + hex + "'";
  }

  TestDesk desk_;
  TestTablet ana_{desk_, Role::kWorker, "Ana"};
  std::vector<RecordId> notes_;
  RecordId partner_;
};

TEST_F(CheckTest, ChangedBytesOfAChangeAreFound) {
  expectFound("UPDATE log SET change = CAST(replace(CAST(change AS TEXT), 'bus', 'van') AS BLOB)" +
                  change(2),
              "Change 2 of device " + ana_.replica().toString() + " is not what its device sent");
}

TEST_F(CheckTest, ChangeThatNamesAnotherRecordIsFound) {
  expectFound("UPDATE log SET record = " + quoted(partner_) + change(3), "is not what its device");
}

TEST_F(CheckTest, BrokenChainIsFound) {
  expectFound("UPDATE log SET chain = zeroblob(32)" + change(3), "is broken after its change");
}

TEST_F(CheckTest, ChainWhoseEndIsAnotherIsFound) {
  expectFound("UPDATE replica SET chain = zeroblob(32) WHERE applied_through > 0",
              "is broken after its change 6");
}

TEST_F(CheckTest, MissingChangeIsFound) {
  expectFound("DELETE FROM log" + change(4), "Change 4 of device");
}

TEST_F(CheckTest, MissingFirstChangeIsFound) {
  expectFound("DELETE FROM log" + change(1), "Change 1 of device");
}

TEST_F(CheckTest, MissingLastChangeIsFound) {
  expectFound("DELETE FROM log" + change(6), "Change 6 of device");
}

TEST_F(CheckTest, ChangesPutInOneAnothersPlaceAreFound) {
  expectFound("UPDATE log SET change = (SELECT change FROM log" + change(5) +
                  "), hash = (SELECT hash FROM log" + change(5) + ")" + change(2),
              "is not what its device sent");
}

TEST_F(CheckTest, VerdictThatNobodyGaveIsFound) {
  expectFound("UPDATE log SET effective_millis = effective_millis + 1" + change(2),
              "a verdict that this server did not give");
  expectFound("UPDATE log SET stage = 4" + change(1), "a verdict that this server did not give");
}

TEST_F(CheckTest, OfficesOwnMissingChangeIsFound) {
  expectFound(
      "DELETE FROM log WHERE counter = 1 AND replica IN (SELECT server_replica FROM "
      "programme)",
      "Change 1 of device");
}

TEST_F(CheckTest, RecordInAnothersPlaceIsFound) {
  expectFound("UPDATE record SET state = (SELECT state FROM record WHERE id = " +
                  quoted(notes_[1]) + ") WHERE id = " + quoted(notes_[0]),
              "Record " + notes_[0].toString() + " was written, and is not there");
}

TEST_F(CheckTest, RecordWhoseChangeIsGoneIsFound) {
  expectFound("DELETE FROM log" + change(1),
              "Record " + notes_[0].toString() + " is not what its changes make of it");
}

TEST_F(CheckTest, ChangeWhoseRecordIsGoneIsFound) {
  const std::string record = quoted(notes_[2]);
  expectFound("DELETE FROM listing WHERE record = (SELECT key FROM record WHERE id = " + record +
                  "); DELETE FROM record WHERE id = " + record,
              "Record " + notes_[2].toString() + " was written, and is not there");
  expectFound("SELECT 1", "changes bear a number of no record");
}

TEST_F(CheckTest, NumberGivenTwiceIsFound) {
  expectFound("UPDATE log SET after_n = after_n - 1" + change(3), "numbers, and its log holds");
}

TEST_F(CheckTest, ChangesOfAnUnknownDeviceAreFound) {
  expectFound("DELETE FROM replica WHERE applied_through > 0", "devices that are not known");
}

TEST_F(CheckTest, OrphansInTheListsAndWrongCountsAreFound) {
  expectFound("DELETE FROM listing WHERE record = (SELECT key FROM record WHERE id = " +
                  quoted(partner_) + ")",
              "1 records stand in no list");
  expectFound(
      "UPDATE listing SET number = number + 1000 WHERE record = (SELECT key FROM record "
      "WHERE id = " +
          quoted(notes_[0]) + ")",
      "1 places in the lists lead to no record");
  expectFound("UPDATE type_count SET living = living + 1", "counted wrongly");
}

TEST_F(CheckTest, RolesOfNobodyAreFound) {
  expectFound("DELETE FROM user", "roles belong to nobody");
}

// A tablet that went on under a new name is as sound as any other.
TEST_F(CheckTest, ForkedDeviceIsSound) {
  for (const std::uint64_t at : {6U, 3U, 0U}) {
    Fork fork;
    fork.replica = ReplicaId{makeUuidV7(desk_.clock, desk_.random)};
    fork.forkedAfter = at;
    need(desk_.writer.run({kTestProgramme, Haste::kNow,
                           [&](ServerWriter& writer) {
                             return registerFork(writer, desk_.arbiter, desk_.catalogue,
                                                 desk_.clock, ana_.replica(), fork);
                           },
                           nullptr}));
  }
  EXPECT_EQ(found(), std::vector<std::string>{});
}

TEST_F(CheckTest, ManyFaultsAreCountedAndNotAllTold) {
  Faults faults;
  for (int i = 0; i < 1000; ++i) faults.add("One more.");
  EXPECT_EQ(faults.count(), 1000U);
  EXPECT_LT(faults.sentences().size(), 100U);
}

}  // namespace
}  // namespace rapport::testing
