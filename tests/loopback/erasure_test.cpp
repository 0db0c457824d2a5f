#include <algorithm>

#include <gtest/gtest.h>

#include "shared/protocol/frame_codec.h"
#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

class ErasureTest : public ::testing::Test {
 protected:
  RecordId contact(LoopbackTablet& by, const std::string& name) {
    return by.put({{}, "contact", {write("name", name)}, {}, nullptr}).id;
  }
  void syncAll() {
    for (int i = 0; i < 2; ++i) {
      for (LoopbackTablet* each : {&ana_, &ben_}) syncOnce(office_, *each);
    }
  }
  void expectOneState() {
    syncAll();
    EXPECT_EQ(ana_.stateHash(), office_.stateHash(Role::kWorker));
    EXPECT_EQ(ben_.stateHash(), office_.stateHash(Role::kWorker));
    EXPECT_EQ(office_.audit(), std::vector<std::string>{});
  }
  static bool isGone(LoopbackTablet& tablet, RecordId id) {
    const auto sheet = tablet.notebook().get(id);
    const auto own = tablet.store().changesOf(id);
    return sheet && !sheet->has_value() && own && own->empty();
  }
  static std::vector<ErasedRecord> newsOf(LoopbackTablet& tablet) {
    const auto news = tablet.notebook().erased();
    EXPECT_TRUE(news.ok());
    return news ? *news : std::vector<ErasedRecord>{};
  }

  ManualClock clock_;
  SeededRandom random_{23};
  LoopbackOffice office_{clock_, random_};
  LoopbackTablet ana_{office_, clock_, random_, Role::kWorker, "Ana"};
  LoopbackTablet ben_{office_, clock_, random_, Role::kWorker, "Ben"};
};

TEST_F(ErasureTest, ItGoesFromEveryTabletAndItsChainsGoOn) {
  const RecordId id = contact(ana_, "Marta");
  syncAll();
  ben_.put({id, "", {write("phone", "555-0101")}, {}, nullptr});
  syncAll();
  const auto erased = office_.erase(id);
  ASSERT_TRUE(erased.ok());
  EXPECT_EQ(erased->rows.size(), 1U);
  expectOneState();
  for (LoopbackTablet* each : {&ana_, &ben_}) {
    EXPECT_TRUE(isGone(*each, id));
    EXPECT_EQ(newsOf(*each), (std::vector<ErasedRecord>{{id, 13, 0}}));
  }
  contact(ana_, "Later");
  contact(ben_, "Later too");
  expectOneState();
}

TEST_F(ErasureTest, WhatWaitedIsDiscardedAndBlocksNothingBehindIt) {
  const RecordId id = contact(ana_, "Marta");
  syncAll();
  ben_.put({id, "", {write("phone", "555-0101")}, {}, nullptr});
  const RecordId other = contact(ben_, "Teo");
  ASSERT_TRUE(office_.erase(id).ok());
  LoopbackLine line(office_, ben_);
  line.exchange();
  ASSERT_EQ(line.receipts().size(), 2U);
  EXPECT_EQ(line.receipts()[0].receipt.stage, ReceiptStage::kErased);
  EXPECT_EQ(line.receipts()[1].receipt.stage, ReceiptStage::kApplied);
  EXPECT_TRUE(isGone(ben_, id));
  EXPECT_EQ(newsOf(ben_), (std::vector<ErasedRecord>{{id, 13, 1}}));
  EXPECT_TRUE(ben_.notebook().inbox()->empty());
  EXPECT_EQ(ben_.notebook().status()->waiting, 0U);
  office_.read([&](ServerReader& reader) {
    const auto history = reader.history(id, std::nullopt, 10);
    ASSERT_EQ(history->size(), 2U);
    for (const LogEntry& entry : *history) EXPECT_TRUE(entry.change.empty());
  });
  EXPECT_EQ(office_.record(other).type, 13U);
  expectOneState();
}

TEST_F(ErasureTest, APageThatNeverSawTheRecordDoesNotBringItBack) {
  const RecordId id = contact(ana_, "Marta");
  syncAll();
  ASSERT_TRUE(office_.erase(id).ok());
  const RecordType* type = testCatalogue().type("contact");
  ServerWrite edit;
  edit.person = PersonId{makeUuidV4(random_)};
  edit.record = id;
  edit.type = type->number;
  edit.operations = {{type->field("name")->number, std::nullopt, {}, WriteValue{"Marta"}}};
  const auto written = office_.write(edit);
  ASSERT_FALSE(written.ok());
  EXPECT_EQ(written.error().code, ErrorCode::kRefused);
  expectOneState();
}

// The news and a change pass each other on the line.
TEST_F(ErasureTest, WhatIsWrittenWhileTheNewsIsOnItsWayIsDiscardedToo) {
  const RecordId id = contact(ana_, "Marta");
  syncAll();
  LoopbackLine line(office_, ben_);
  line.exchange();
  ASSERT_TRUE(office_.erase(id).ok());
  line.marked();
  ben_.put({id, "", {write("phone", "555-0101")}, {}, nullptr});
  line.wrote();
  line.exchange();
  EXPECT_FALSE(line.closed());
  EXPECT_TRUE(isGone(ben_, id));
  EXPECT_EQ(newsOf(ben_), (std::vector<ErasedRecord>{{id, 13, 1}}));
  expectOneState();
}

TEST_F(ErasureTest, ACutAnywhereCostsARepetitionAndNothingElse) {
  for (int cut = 0; cut < 40; ++cut) {
    const RecordId id = contact(ana_, "Marta");
    syncAll();
    ben_.put({id, "", {write("phone", "555-0101")}, {}, nullptr});
    ASSERT_TRUE(office_.erase(id).ok());
    {
      LoopbackLine line(office_, ben_);
      for (int step = 0; step < cut && line.step(); ++step) continue;
    }
    ben_.restart();
    syncOnce(office_, ben_);
    EXPECT_TRUE(isGone(ben_, id)) << cut;
  }
  expectOneState();
}

TEST_F(ErasureTest, AnActGoesOnWithoutItsErasedRecord) {
  const RecordId id = contact(ana_, "Marta");
  syncAll();
  const Entry act[] = {{{}, "partner", {write("name", "Eastlock")}, {}, nullptr},
                       {id, "contact", {write("phone", "555-0101")}, {}, nullptr},
                       {{}, "partner", {write("name", "Millrace")}, {}, nullptr}};
  const auto kept = ben_.notebook().putAct(act);
  ASSERT_TRUE(kept.ok());
  ASSERT_TRUE(office_.erase(id).ok());
  expectOneState();
  EXPECT_TRUE(isGone(ben_, id));
  EXPECT_EQ(office_.record((*kept)[0].id).type, office_.record((*kept)[2].id).type);
}

TEST_F(ErasureTest, WhatBelongsToItGoesAndWhatWouldBelongToItNeverComes) {
  const RecordId session =
      ana_.put({{}, "listening_session", {write("purpose", "Shade")}, {}, nullptr}).id;
  const auto note = [&](LoopbackTablet& by, const std::string& text) {
    return by
        .put({{}, "note", {write("session", session.toString()), write("text", text)}, {}, nullptr})
        .id;
  };
  const RecordId first = note(ana_, "Said aloud");
  syncAll();
  const RecordId late = note(ben_, "Said later");
  const RecordId correction =
      ben_.put({{},
                "note",
                {write("replaces", late.toString()), write("text", "Said otherwise")},
                {},
                nullptr})
          .id;
  const auto erased = office_.erase(session);
  ASSERT_TRUE(erased.ok());
  EXPECT_EQ(erased->rows.size(), 2U);
  expectOneState();
  for (const RecordId& id : {session, first, late, correction}) {
    EXPECT_TRUE(isGone(ben_, id));
    office_.read([&](ServerReader& reader) { EXPECT_TRUE(reader.erasure(id)->has_value()); });
  }
}

TEST_F(ErasureTest, ACorrectionGoesWithWhatItCorrects) {
  const auto signIn = [&](std::vector<FieldEdit> fields) {
    return ana_.put({{}, "sign_in", std::move(fields), {}, nullptr}).id;
  };
  const RecordId first = signIn({write("name", "Marta")});
  const RecordId second = signIn({write("name", "Márta"), write("replaces", first.toString())});
  const RecordId other = signIn({write("name", "Teo")});
  syncAll();
  const auto erased = office_.erase(second);
  ASSERT_TRUE(erased.ok());
  EXPECT_EQ(erased->rows.size(), 2U);
  expectOneState();
  EXPECT_TRUE(isGone(ana_, first));
  EXPECT_FALSE(isGone(ana_, other));
}

TEST_F(ErasureTest, WhoCannotHaveAnythingOfItIsNotTold) {
  LoopbackTablet vic(office_, clock_, random_, Role::kVolunteer, "Vic");
  const RecordId id = contact(ana_, "Marta");
  syncAll();
  syncOnce(office_, vic);
  ASSERT_TRUE(office_.erase(id).ok());
  LoopbackLine line(office_, vic);
  while (!line.closed() && (line.carryUp() || line.carryDown())) continue;
  EXPECT_TRUE(newsOf(vic).empty());
  LoopbackTablet eve(office_, clock_, random_, Role::kWorker, "Eve");
  syncOnce(office_, eve);
  EXPECT_TRUE(newsOf(eve).empty()) << "it never had anything of it";
}

// As with a ledger: the restored office knows of the erasure, its tablets have everything else.
TEST_F(ErasureTest, ARestoredOfficeTakesNothingOfItBack) {
  contact(ana_, "Teo");
  syncAll();
  office_.backUp();
  const RecordId id = contact(ana_, "Marta");
  const RecordId other = contact(ana_, "Nadia");
  syncAll();
  ben_.put({id, "", {write("phone", "555-0101")}, {}, nullptr});
  ASSERT_TRUE(office_.erase(id).ok());
  syncOnce(office_, ana_);
  ASSERT_TRUE(isGone(ana_, id));
  const RecordId last = contact(ana_, "Zoe");
  syncOnce(office_, ana_);
  office_.restore();
  ASSERT_TRUE(office_.erase(id, 13).ok());
  expectOneState();
  for (LoopbackTablet* each : {&ana_, &ben_}) EXPECT_TRUE(isGone(*each, id));
  EXPECT_EQ(office_.record(other).type, 13U);
  EXPECT_EQ(office_.record(last).type, 13U);
}

// Without the ledger nobody at the office knows of it, and who erased it has hashes only.
TEST_F(ErasureTest, ATabletThatErasedItComesThroughARestoreThatForgot) {
  office_.backUp();
  const RecordId id = contact(ana_, "Marta");
  const RecordId other = contact(ana_, "Nadia");
  syncAll();
  ASSERT_TRUE(office_.erase(id).ok());
  syncAll();
  office_.restore();
  expectOneState();
  EXPECT_TRUE(isGone(ana_, id));
  EXPECT_EQ(office_.record(other).type, 13U);
}

}  // namespace
}  // namespace rapport::testing
