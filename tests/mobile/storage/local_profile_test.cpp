#include "mobile/storage/local_profile.h"

#include <filesystem>
#include <fstream>
#include <iterator>

#include <gtest/gtest.h>

#include "shared/protocol/change_codec.h"
#include "shared/sqlite/database.h"
#include "tests/contract/samples.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {
namespace {

const Bytes kKey(32, 'k');

class LocalProfileTest : public ::testing::Test {
 protected:
  Result<std::unique_ptr<LocalProfile>> open(const Bytes& key = kKey) {
    return LocalProfile::open({folder_.file("profile.db"), key, ""});
  }
  TempFolder folder_;
};

TEST_F(LocalProfileTest, ANewProfileHasNoProgrammes) {
  const auto profile = open();
  ASSERT_TRUE(profile.ok());
  EXPECT_TRUE((*profile)->programmes()->empty());
  EXPECT_EQ((*profile)->programme("river-valley").error().code, ErrorCode::kNotFound);
}

TEST_F(LocalProfileTest, AProgrammeIsAddedOnceAndStays) {
  {
    const auto profile = open();
    ASSERT_TRUE(profile.ok());
    const Standing standing = testStanding(replicaNamed(1));
    EXPECT_TRUE((*profile)->addProgramme(testEnrolment("river-valley"), standing).ok());
    EXPECT_TRUE((*profile)->addProgramme(testEnrolment("coast"), standing).ok());
    const Status again = (*profile)->addProgramme(testEnrolment("coast"), standing);
    EXPECT_EQ(again.error().code, ErrorCode::kConflict);
  }
  const auto profile = open();
  ASSERT_TRUE(profile.ok());
  EXPECT_EQ(*(*profile)->programmes(), (std::vector<std::string>{"coast", "river-valley"}));
  EXPECT_TRUE((*profile)->programme("coast").ok());
}

TEST_F(LocalProfileTest, AnotherKeyOpensNothing) {
  ASSERT_TRUE(open().ok());
  EXPECT_EQ(open(Bytes(32, 'x')).error().code, ErrorCode::kUnauthenticated);
  EXPECT_EQ(open(Bytes(31, 'k')).error().code, ErrorCode::kInvalid);
}

// Without a key, so that the files can be looked into.
class ForgottenTest : public LocalProfileTest {
 protected:
  bool isInTheFiles(const std::string& words) {
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
      std::ifstream file(entry.path(), std::ios::binary);
      const std::string held{std::istreambuf_iterator<char>(file), {}};
      if (held.find(words) != std::string::npos) return true;
    }
    return false;
  }
};

TEST_F(ForgottenTest, AProgrammeThatIsLeftLeavesNothingBehindAndTheOtherStays) {
  const auto profile = open({});
  ASSERT_TRUE(profile.ok());
  for (const std::string name : {"coast", "river-valley"}) {
    const Standing standing = testStanding(replicaNamed(1));
    ASSERT_TRUE((*profile)->addProgramme(testEnrolment(name), standing).ok());
    const auto store = (*profile)->programme(name);
    ASSERT_TRUE(store.ok());
    ASSERT_TRUE((*store)
                    ->inTransaction([&]() -> Status {
                      const Status kept = (*store)->keepCopy(
                          sampleState(recordNamed(1), 1, 1, "Zaunkoenig of the " + name));
                      return kept ? (*store)->appendChange(sampleOwnChange(
                                        1, recordNamed(1), 1, "Drossel of the " + name))
                                  : kept;
                    })
                    .ok());
  }
  ASSERT_TRUE((*profile)->drafts().keep("note/1", "Amsel").ok());
  EXPECT_TRUE(isInTheFiles("Zaunkoenig of the coast"));
  ASSERT_TRUE((*profile)->removeProgramme("coast").ok());
  for (const char* words : {"Zaunkoenig of the coast", "Drossel of the coast", "Amsel"}) {
    EXPECT_FALSE(isInTheFiles(words)) << words;
  }
  EXPECT_TRUE(isInTheFiles("Zaunkoenig of the river-valley"));
  EXPECT_EQ(*(*profile)->programmes(), std::vector<std::string>{"river-valley"});
  EXPECT_EQ((*profile)->removeProgramme("coast").error().code, ErrorCode::kNotFound);
}

TEST_F(ForgottenTest, ADraftLeavesNothingBehind) {
  const auto profile = open({});
  ASSERT_TRUE(profile.ok());
  DraftShelf drafts = (*profile)->drafts();
  for (const std::string words : {"Zaunkoenig sang", "Zaunkoenig sang at six", "No Zaunkoenig"}) {
    ASSERT_TRUE(drafts.keep("feedback", words + std::string(6000, '.')).ok());
  }
  EXPECT_TRUE(isInTheFiles("Zaunkoenig sang at six"));
  ASSERT_TRUE(drafts.forget("feedback").ok());
  EXPECT_FALSE(isInTheFiles("Zaunkoenig"));
}

TEST_F(ForgottenTest, ADraftGoesWithWhatItHasBecomeOrNotAtAll) {
  const auto profile = open({});
  ASSERT_TRUE(profile.ok());
  ASSERT_TRUE((*profile)->addProgramme(testEnrolment(), testStanding(replicaNamed(1))).ok());
  const auto store = (*profile)->programme(testEnrolment().programme);
  DraftShelf drafts = (*profile)->drafts();
  ASSERT_TRUE(drafts.keep("feedback", "Zaunkoenig" + std::string(6000, '.')).ok());
  const auto saving = [&](const Status& end) {
    return (*store)->inTransaction([&] {
      const Status gone = drafts.forget("feedback");
      return gone ? end : gone;
    });
  };
  ASSERT_FALSE(saving(Error{ErrorCode::kStorageFull, "No room."}));
  EXPECT_TRUE(drafts.find("feedback")->has_value());
  ASSERT_TRUE(saving({}));
  EXPECT_FALSE(drafts.find("feedback")->has_value());
  (*store)->forgetPast();
  EXPECT_FALSE(isInTheFiles("Zaunkoenig"));
}

TEST_F(ForgottenTest, AChangeThatWasSealedLeavesNothingBehind) {
  const auto profile = open({});
  ASSERT_TRUE(profile.ok());
  ASSERT_TRUE((*profile)->addProgramme(testEnrolment(), testStanding(replicaNamed(1))).ok());
  const auto store = (*profile)->programme(testEnrolment().programme);
  OwnChange own = sampleOwnChange(1, recordNamed(1), 1, "Zaunkoenig" + std::string(6000, '.'));
  own.before = "An Amsel";
  const auto inside = [&](const std::function<Status()>& work) {
    ASSERT_TRUE((*store)->inTransaction(work).ok());
  };
  inside([&] { return (*store)->appendChange(own); });
  EXPECT_TRUE(isInTheFiles("Zaunkoenig"));
  EXPECT_TRUE(isInTheFiles("An Amsel"));
  own.encoded = encodeSealedChange({own.change, "closed"});
  inside([&] { return (*store)->sealChange(own); });
  (*store)->forgetPast();
  EXPECT_FALSE(isInTheFiles("Zaunkoenig"));
  EXPECT_FALSE(isInTheFiles("An Amsel"));
  EXPECT_TRUE(isInTheFiles("closed"));
}

TEST_F(ForgottenTest, AnAnswerThatWasHandedInLeavesNothingBehind) {
  const auto profile = open({});
  ASSERT_TRUE(profile.ok());
  ASSERT_TRUE((*profile)->addProgramme(testEnrolment(), testStanding(replicaNamed(1))).ok());
  const auto answers = (*profile)->answers(testEnrolment().programme);
  ASSERT_TRUE(answers.ok());
  DroppedAnswer answer;
  answer.id = recordNamed(7).uuid;
  answer.values = {{31, Value{"Zaunkoenig" + std::string(6000, '.')}}};
  ASSERT_TRUE((*answers)->keep(answer).ok());
  EXPECT_TRUE(isInTheFiles("Zaunkoenig"));
  ASSERT_TRUE((*answers)->erase({answer.id}).ok());
  EXPECT_FALSE(isInTheFiles("Zaunkoenig"));
}

TEST_F(LocalProfileTest, WhatIsWrittenIsNotReadableInTheFiles) {
  auto profile = open();
  ASSERT_TRUE(profile.ok());
  ASSERT_TRUE(
      (*profile)->addProgramme(testEnrolment("river-valley"), testStanding(replicaNamed(1))).ok());
  auto store = (*profile)->programme("river-valley");
  ASSERT_TRUE(store.ok());
  ASSERT_TRUE((*store)->keepCopy(sampleState(recordNamed(1), 1, 1, "planted word")).ok());
  std::size_t searched = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder_.path())) {
    std::FILE* file = std::fopen(entry.path().c_str(), "rb");
    ASSERT_NE(file, nullptr);
    Bytes bytes(std::filesystem::file_size(entry.path()), '\0');
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
    std::fclose(file);
    searched += bytes.size();
    EXPECT_EQ(bytes.find("planted word"), Bytes::npos) << entry.path();
    EXPECT_EQ(bytes.find("Amara"), Bytes::npos) << entry.path();
  }
  EXPECT_GT(searched, 16'384U);
}

TEST_F(LocalProfileTest, ANewerProfileIsRefusedAndLeftAlone) {
  ASSERT_TRUE(open().ok());
  {
    DatabaseOptions options;
    options.path = folder_.file("profile.db");
    options.key = kKey;
    auto database = Database::open(options);
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE(database->execute("PRAGMA user_version = 9999").ok());
  }
  const auto refused = open();
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.error().code, ErrorCode::kNewerDatabase);
  EXPECT_NE(refused.error().message.find("newer"), std::string::npos);
}

// As it was when the bytes of a change lay in one row with its receipt.
constexpr const char* kAsInVersion2 =
    "ALTER TABLE own_change ADD COLUMN hash BLOB NOT NULL DEFAULT x'';"
    "ALTER TABLE own_change ADD COLUMN chain BLOB NOT NULL DEFAULT x'';"
    "ALTER TABLE own_change ADD COLUMN encoded BLOB NOT NULL DEFAULT x'';"
    "UPDATE own_change SET (hash, chain, encoded) = (SELECT b.hash, b.chain, b.encoded FROM "
    "own_bytes b"
    " WHERE b.programme = own_change.programme AND b.counter = own_change.counter);"
    "DROP TABLE erased; DROP TABLE own_before; DROP TABLE own_bytes; DROP TABLE blob; DROP TABLE "
    "answer;"
    "DROP TABLE begun; DROP TABLE begun_elsewhere; DROP TABLE lock;"
    "ALTER TABLE own_change DROP COLUMN room; ALTER TABLE own_change DROP COLUMN earlier_epoch;"
    "ALTER TABLE own_change DROP COLUMN earlier_n;"
    "CREATE INDEX own_change_waiting ON own_change (programme) WHERE stage <= 1;"
    "DROP INDEX own_change_uncovered; DROP INDEX copy_outdated; ALTER TABLE copy DROP COLUMN "
    "outdated;"
    "ALTER TABLE standing DROP COLUMN lineage; ALTER TABLE programme DROP COLUMN seal_to; PRAGMA "
    "user_version = 2";

TEST_F(LocalProfileTest, AnOlderProfileKeepsItsChangesWhenItIsBroughtOver) {
  const OwnChange kept = sampleOwnChange(1, recordNamed(1));
  {
    auto profile = open();
    ASSERT_TRUE(profile.ok());
    ASSERT_TRUE((*profile)
                    ->addProgramme(testEnrolment("river-valley"), testStanding(replicaNamed(1)))
                    .ok());
    ASSERT_TRUE((*(*profile)->programme("river-valley"))->appendChange(kept).ok());
  }
  {
    DatabaseOptions options;
    options.path = folder_.file("profile.db");
    options.key = kKey;
    auto database = Database::open(options);
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE(database->execute(kAsInVersion2).ok());
  }
  auto profile = open();
  ASSERT_TRUE(profile.ok()) << profile.error().message;
  const auto found = (*(*profile)->programme("river-valley"))->change(1);
  ASSERT_TRUE(found.ok() && found->has_value());
  EXPECT_EQ((*found)->encoded, kept.encoded);
  EXPECT_EQ((*found)->hash, kept.hash);
  EXPECT_EQ((*found)->chain, kept.chain);
}

TEST_F(LocalProfileTest, ADamagedRowIsToldAndNotGuessed) {
  {
    auto profile = open();
    ASSERT_TRUE(profile.ok());
    ASSERT_TRUE((*profile)
                    ->addProgramme(testEnrolment("river-valley"), testStanding(replicaNamed(1)))
                    .ok());
    auto store = (*profile)->programme("river-valley");
    ASSERT_TRUE((*store)->keepCopy(sampleState(recordNamed(1), 1, 1)).ok());
    ASSERT_TRUE((*store)->appendChange(sampleOwnChange(1, recordNamed(1))).ok());
  }
  {
    DatabaseOptions options;
    options.path = folder_.file("profile.db");
    options.key = kKey;
    auto database = Database::open(options);
    ASSERT_TRUE(database.ok());
    ASSERT_TRUE(database->execute("UPDATE copy SET state = substr(state, 1, 20)").ok());
    ASSERT_TRUE(database->execute("UPDATE own_change SET stage = 77").ok());
    ASSERT_TRUE(database->execute("UPDATE standing SET chain = x'00'").ok());
  }
  auto profile = open();
  ASSERT_TRUE(profile.ok());
  auto store = (*profile)->programme("river-valley");
  ASSERT_TRUE(store.ok());
  EXPECT_EQ((*store)->copy(recordNamed(1)).error().code, ErrorCode::kStorageFailed);
  EXPECT_EQ((*store)->change(1).error().code, ErrorCode::kStorageFailed);
  EXPECT_EQ((*store)->standing().error().code, ErrorCode::kStorageFailed);
  EXPECT_EQ((*store)->copyCount().value(), 1U);
}

}  // namespace
}  // namespace rapport::testing
