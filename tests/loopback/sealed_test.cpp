#include <algorithm>

#include <gtest/gtest.h>

#include "server/app/officer_keys.h"
#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/protocol/change_codec.h"
#include "tests/support/loopback.h"
#include "tests/support/officer.h"

namespace rapport::testing {
namespace {

constexpr char kWords[] = "He waits for her at the gate";
constexpr char kSummary[] = "Threatened on her way home";

// Sensitive feedback, from a tablet to two officers.
class Sealed : public ::testing::Test {
 protected:
  struct Officer {
    PersonId person;
    SealingKey key;
  };
  Officer officer() { return {PersonId{makeUuidV4(random_)}, SealingKey::generate(random_)}; }
  Status addNamed(PersonId person, const std::string& key, const std::string& wrapped) {
    clock_.advance(std::chrono::minutes{1});
    return withProgramme([&](ServerWriter& programme) {
      return addOfficerKey(desk(), programme, {person, "Gail", key, wrapped});
    });
  }
  Status addKey(const Officer& of) {
    return addNamed(of.person, toBase64Url(of.key.publicKey().view()), "{}");
  }
  Status retire(const Officer& of) {
    return withProgramme([&](ServerWriter& programme) {
      return retireOfficerKeys(desk(), programme, of.person, {});
    });
  }
  void twoOfficers() {
    ASSERT_TRUE(addKey(gail_).ok());
    ASSERT_TRUE(addKey(gus_).ok());
    syncOnce(office_, ana_);
    ASSERT_EQ(*ana_.notebook().officers(), 2U);
  }
  static Entry worry(std::string words = kWords) {
    return {{},
            "feedback",
            {write("text", std::move(words)), write("summary", kSummary), write("type", "concern"),
             write("sensitive", true), write("status", "new")},
            {},
            nullptr};
  }
  Bytes kept(LoopbackTablet& tablet, std::uint64_t counter) {
    return (*tablet.store().change(counter))->encoded;
  }
  static bool says(const Bytes& bytes) {
    return bytes.find(kWords) != Bytes::npos || bytes.find(kSummary) != Bytes::npos;
  }
  std::string opened(const Officer& by, RecordId id, std::size_t which = 0) {
    const SealedCells cells = sealedCells(*testCatalogue().type("feedback"), office_.record(id));
    if (which >= cells.bodies.size()) return "there is no such body";
    const auto text = openTexts(by.key, id, cells.bodies[which], cells.keys);
    return text ? *text : text.error().message;
  }
  void expectOpenToBoth(RecordId id) {
    for (const Officer* each : {&gail_, &gus_}) {
      EXPECT_NE(opened(*each, id).find(kWords), std::string::npos);
      EXPECT_NE(opened(*each, id).find(kSummary), std::string::npos);
    }
  }
  std::vector<LogEntry> pastOf(RecordId id) {
    std::vector<LogEntry> past;
    office_.read([&](ServerReader& reader) { past = *reader.history(id, std::nullopt, 100); });
    return past;
  }

  ManualClock clock_;
  SeededRandom random_{37};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  const Officer gail_ = officer(), gus_ = officer();

 private:
  KeyDesk desk() { return {office_.arbiter(), testCatalogue(), clock_, random_}; }
  Status withProgramme(const std::function<Status(ServerWriter&)>& work) {
    return office_.stores().store().inTransaction([&](ServerStore::Transaction& transaction) {
      return work(**transaction.programme(kTestProgramme));
    });
  }
};

TEST_F(Sealed, NoWordOfItIsKeptAndTheOfficersReadAll) {
  ana_.put({{}, "feedback", {write("text", kWords)}, {}, nullptr});
  EXPECT_TRUE(says(kept(ana_, 1)));  // the control: without a worry it lies in the open
  twoOfficers();
  const RecordId id = ana_.put(worry()).id;
  EXPECT_FALSE(says(kept(ana_, 2)));
  const RecordSheet sheet = ana_.sheet(id);
  for (const char* field : {"text", "summary"}) {
    EXPECT_EQ(sheet.state.field(sheet.type->field(field)->number), nullptr) << field;
  }
  for (const char* field : {"type", "sensitive", "status"}) {
    EXPECT_NE(sheet.state.field(sheet.type->field(field)->number), nullptr) << field;
  }
  syncOnce(office_, ana_);
  expectOpenToBoth(id);
  for (const LogEntry& entry : pastOf(id)) EXPECT_FALSE(says(entry.change));
  EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(Sealed, BelowTwoOfficersNothingIsSealedAndTheNotebookSaysHowMany) {
  ASSERT_TRUE(addKey(gail_).ok());
  EXPECT_EQ(*ana_.notebook().officers(), 0U);  // it has not heard yet
  ana_.put(worry());
  syncOnce(office_, ana_);
  EXPECT_EQ(*ana_.notebook().officers(), 1U);
  ana_.put(worry());
  EXPECT_TRUE(says(kept(ana_, 1)));
  EXPECT_TRUE(says(kept(ana_, 2)));
}

TEST_F(Sealed, WhatIsAddedLaterIsSealedTooAlsoWhenItsAuthorHasNoCopyAnyMore) {
  twoOfficers();
  const RecordId id = ana_.put(worry()).id;
  ana_.put({id, "feedback", {write("summary", kSummary)}, {}, nullptr});
  syncOnce(office_, ana_);
  EXPECT_FALSE(ana_.store().copy(id)->has_value());
  ana_.put({id, "feedback", {write("summary", kSummary), write("type", "rumour")}, {}, nullptr});
  for (std::uint64_t counter = 1; counter <= 3; ++counter) EXPECT_FALSE(says(kept(ana_, counter)));
  syncOnce(office_, ana_);
  EXPECT_EQ(sealedCells(*testCatalogue().type("feedback"), office_.record(id)).bodies.size(), 3U);
  for (std::size_t which = 0; which < 3; ++which) {
    EXPECT_NE(opened(gus_, id, which).find(kSummary), std::string::npos) << which;
  }
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(Sealed, ANewKeyTakesTheOldOnesPlaceAndWhoIsNoOfficerAnyMoreGetsNothing) {
  twoOfficers();
  const Officer again{gail_.person, SealingKey::generate(random_)};
  const Officer third = officer();
  ASSERT_TRUE(addKey(again).ok());
  ASSERT_TRUE(addKey(third).ok());
  ASSERT_TRUE(retire(gus_).ok());
  syncOnce(office_, ana_);
  EXPECT_EQ(*ana_.notebook().officers(), 2U);
  const RecordId id = ana_.put(worry()).id;
  syncOnce(office_, ana_);
  EXPECT_NE(opened(again, id).find(kWords), std::string::npos);
  EXPECT_NE(opened(third, id).find(kWords), std::string::npos);
  EXPECT_EQ(opened(gail_, id), "not sealed to this reader");
  EXPECT_EQ(opened(gus_, id), "not sealed to this reader");
}

TEST_F(Sealed, TheSameKeyAgainChangesNothingAndAKeyThatIsNoneIsRefused) {
  twoOfficers();
  ASSERT_TRUE(addKey(gail_).ok());
  syncOnce(office_, ana_);
  EXPECT_EQ(*ana_.notebook().officers(), 2U);
  EXPECT_EQ(ana_.notebook().list("officer_key", {}, 100)->size(), 2U);
  for (const char* key : {"", "short", "YGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn8="}) {
    EXPECT_EQ(addNamed(gus_.person, key, "{}").error().code, ErrorCode::kInvalid) << key;
  }
  const std::string key = toBase64Url(gus_.key.publicKey().view());
  for (const std::string& wrapped :
       {std::string(), std::string(limits::kWrappedKeyBytes + 1, 'w')}) {
    EXPECT_EQ(addNamed(gus_.person, key, wrapped).error().code, ErrorCode::kInvalid);
  }
}

TEST_F(Sealed, AsManyOfficersAsOneBodyHasKeysForAndNoMore) {
  for (std::size_t i = 0; i < limits::kSealedReaders; ++i) ASSERT_TRUE(addKey(officer()).ok()) << i;
  EXPECT_EQ(addKey(officer()).error().code, ErrorCode::kTooLarge);
}

TEST_F(Sealed, MoreWordsThanCanBeSealedAreToldAndNothingIsKept) {
  twoOfficers();
  const auto put = ana_.notebook().put(worry(std::string(limits::kSealedTextBytes, 'w')));
  ASSERT_FALSE(put.ok());
  EXPECT_EQ(put.error().code, ErrorCode::kTooLarge);
  EXPECT_EQ(ana_.store().standing()->counter, 0U);
}

TEST_F(Sealed, ForWhoHandsInItIsSealedWithinTheBox) {
  twoOfficers();
  LoopbackTablet vic(office_, clock_, random_, Role::kVolunteer, "Vic");
  syncOnce(office_, vic);
  const RecordId id = vic.put(worry()).id;
  EXPECT_TRUE(isSealedChange(kept(vic, 1)));
  syncOnce(office_, vic);
  expectOpenToBoth(id);
  for (const LogEntry& entry : pastOf(id)) EXPECT_FALSE(says(entry.change));
}

TEST_F(Sealed, WhereverTheLineIsCutItArrivesOnce) {
  twoOfficers();
  for (int cutAfter = 0; cutAfter < 12; ++cutAfter) {
    const RecordId id = ana_.put(worry()).id;
    for (int again = 0; again < 2; ++again) {
      LoopbackLine line(office_, ana_);
      for (int steps = 0; steps < cutAfter && line.step(); ++steps) {
      }
      if (again == 0) ana_.restart();
    }
    syncOnce(office_, ana_);
    syncOnce(office_, ana_);
    EXPECT_EQ(sealedCells(*testCatalogue().type("feedback"), office_.record(id)).bodies.size(), 1U);
    expectOpenToBoth(id);
  }
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(Sealed, AnOfficeFromABackupGetsItAgainAndNoKeyThatATabletMadeUp) {
  ASSERT_TRUE(addKey(gail_).ok());
  office_.backUp();
  ASSERT_TRUE(addKey(gus_).ok());
  syncOnce(office_, ana_);
  const RecordId id = ana_.put(worry()).id;
  syncOnce(office_, ana_);
  office_.restore();
  syncOnce(office_, ana_);
  expectOpenToBoth(id);
  // Ana's tablet offered its copy of his key, as it would one that it invented.
  EXPECT_EQ(*ana_.notebook().officers(), 1U);
  ASSERT_TRUE(addKey(gus_).ok());  // from the file that he kept
  syncOnce(office_, ana_);
  EXPECT_EQ(*ana_.notebook().officers(), 2U);
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

TEST_F(Sealed, ErasedItIsGoneFromBothEnds) {
  twoOfficers();
  const RecordId id = ana_.put(worry()).id;
  syncOnce(office_, ana_);
  const SealedCells cells = sealedCells(*testCatalogue().type("feedback"), office_.record(id));
  ASSERT_EQ(cells.bodies.size(), 1U);
  ASSERT_NE(kept(ana_, 1).find(cells.bodies.front()), Bytes::npos);
  ASSERT_TRUE(office_.erase(id).ok());
  syncOnce(office_, ana_);
  EXPECT_TRUE(kept(ana_, 1).empty());
  for (const LogEntry& entry : pastOf(id)) {
    EXPECT_EQ(entry.change.find(cells.bodies.front()), Bytes::npos);
  }
  EXPECT_TRUE(sealedCells(*testCatalogue().type("feedback"), office_.record(id)).bodies.empty());
}

}  // namespace
}  // namespace rapport::testing
