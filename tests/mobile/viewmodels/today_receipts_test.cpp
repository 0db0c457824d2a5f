#include "mobile/viewmodels/today_receipts.h"

#include <gtest/gtest.h>

#include "mobile/viewmodels/receipts_model.h"
#include "mobile/viewmodels/sync_model.h"
#include "shared/protocol/number_text.h"
#include "shared/sync/attach.h"
#include "shared/sync/review.h"
#include "tests/mobile/viewmodels/desk_bench.h"

namespace rapport {
namespace {

using testing::cell;
using testing::DeskBench;
using testing::OfficeHand;

// What Today tells, one word and detail after the other.
QStringList told(TodayReceipts& receipts) {
  QStringList lines;
  for (int row = 0; row < receipts.tidings()->count(); ++row)
    lines.append(cell(*receipts.tidings(), row, "word").toString() + QStringLiteral(": ") +
                 cell(*receipts.tidings(), row, "detail").toString());
  return lines;
}

class TidingsTest : public ::testing::Test {
 protected:
  Kept promise(const std::string& text) {
    Kept kept;
    bench_.solo().behind([&](Notebook& notebook, Drafts&) {
      kept = *notebook.put({.type = "commitment", .fields = {{"text", Value(text)}}});
    });
    bench_.solo().tell(RecordsChanged{});
    bench_.settle();
    return kept;
  }
  void applyAll() {
    bench_.office([](OfficeHand& office, Notebook&) { office.applyAll(); });
  }
  void review(RecordId id, const std::string& outcome) {
    bench_.office([&](OfficeHand& office, Notebook& notebook) {
      const auto sheet = notebook.get(id);
      office.put(office.colleague("Noor", "Office"),
                 {.type = "review",
                  .fields = R"({"about":")" + id.toString() + R"(","about_type":"commitment",)" +
                            R"("through":")" + numberText(*(*sheet)->state.number) +
                            R"(","outcome":")" + outcome + R"("})",
                  .id = reviewIdOf(id)});
    });
  }
  RecordId attachTo(RecordId about, std::size_t sizeBytes) {
    RecordId id;
    bench_.solo().behind([&](Notebook& notebook, Drafts&) {
      const auto attached = attach(notebook, bench_.solo().attachments(),
                                   {.about = about,
                                    .field = {},
                                    .fileName = "list.txt",
                                    .content = Bytes(sizeBytes, '.'),
                                    .caption = "Sign-up list"},
                                   bench_.clock(), bench_.solo().random());
      ASSERT_TRUE(attached.ok()) << attached.error().message;
      id = attached->attachment;
    });
    bench_.solo().tell(RecordsChanged{});
    bench_.settle();
    return id;
  }
  // The office's word on the bytes.
  void file(RecordId attachment, ReceiptStage stage, std::uint64_t sentBytes,
            const std::string& reason = {}) {
    bench_.solo().behind([&](Notebook&, Drafts&) {
      LocalBlob blob = **bench_.solo().attachments().find(attachment);
      blob.stage = stage;
      blob.sentBytes = sentBytes;
      blob.reason = reason;
      ASSERT_TRUE(bench_.solo().attachments().keepStage(blob, EpochId{1}).ok());
    });
    bench_.solo().tell(RecordsChanged{});
    bench_.settle();
  }

  DeskBench bench_;
};

TEST_F(TidingsTest, TodayTellsNothingWhereThereIsNothingToTell) {
  promise("Chairs");
  applyAll();
  EXPECT_EQ(told(*bench_.show<TodayReceipts>()), QStringList());
}

TEST_F(TidingsTest, WhatWaitsIsCountedWithItsPlaces) {
  promise("Chairs");
  const auto today = bench_.show<TodayReceipts>();
  EXPECT_EQ(told(*today), QStringList("1 waiting: in 1 place"));
  applyAll();
  EXPECT_EQ(told(*today), QStringList());
}

TEST_F(TidingsTest, NothingIsReadWhileNobodySeesItAndEverythingAfterwards) {
  const auto today = bench_.show<TodayReceipts>();
  today->setAwake(false);
  promise("Chairs");
  EXPECT_EQ(told(*today), QStringList());
  today->setAwake(true);
  bench_.settle();
  EXPECT_EQ(told(*today), QStringList("1 waiting: in 1 place"));
}

TEST_F(TidingsTest, OneThatWasSentBackOpensAtOnceAndSeveralLeadToSync) {
  const Kept chairs = promise("Chairs");
  const auto today = bench_.show<TodayReceipts>();
  bench_.office([&](OfficeHand& office, Notebook&) {
    office.answer(chairs.dot.counter, ReceiptStage::kRefused, "The date is in the past.");
  });
  ASSERT_EQ(told(*today), QStringList("Sent back · 1: Promise, Chairs"));
  EXPECT_EQ(cell(*today->tidings(), 0, "recordId"), QString::fromStdString(chairs.id.toString()));
  EXPECT_EQ(cell(*today->tidings(), 0, "counter"), QString::number(chairs.dot.counter));
  const Kept shade = promise("Shade");
  bench_.office([&](OfficeHand& office, Notebook&) {
    office.answer(shade.dot.counter, ReceiptStage::kRefused, "The date is in the past.");
  });
  EXPECT_EQ(cell(*today->tidings(), 0, "word"), "Sent back · 2");
  EXPECT_EQ(cell(*today->tidings(), 0, "recordId"), "");
}

TEST_F(TidingsTest, WhatIsWithTheCoordinatorCannotBeFixedHere) {
  const Kept chairs = promise("Chairs");
  const auto today = bench_.show<TodayReceipts>();
  bench_.office([&](OfficeHand& office, Notebook&) {
    office.answer(chairs.dot.counter, ReceiptStage::kQuarantined, "It is kept.");
  });
  EXPECT_EQ(cell(*today->tidings(), 0, "word"), "Sent back · 1");
  EXPECT_EQ(cell(*today->tidings(), 0, "recordId"), "");
}

TEST_F(TidingsTest, WhatWasReadIsToldUntilSomebodyLooksAndOnceForEachReview) {
  const Kept chairs = promise("Chairs");
  const Kept shade = promise("Shade");
  applyAll();
  review(chairs.id, "looks_right");
  const auto today = bench_.show<TodayReceipts>();
  EXPECT_EQ(told(*today), QStringList("Reviewed · 1: Noor, today"));
  {
    const auto receipts = bench_.show<ReceiptsModel>();
    bench_.settle();
    EXPECT_EQ(receipts->lines()->value(QString::fromStdString(chairs.id.toString()), "reviewed"),
              "Noor, today");
    EXPECT_EQ(told(*today), QStringList()) << "it was looked at";
  }
  bench_.restart();
  const auto again = bench_.show<TodayReceipts>();
  EXPECT_EQ(told(*again), QStringList()) << "and the tablet remembers that";
  review(shade.id, "looks_right");
  EXPECT_EQ(told(*again), QStringList("Reviewed · 1: Noor, today"));
}

TEST_F(TidingsTest, WhatACoordinatorAsksIsNoMereReview) {
  const Kept chairs = promise("Chairs");
  applyAll();
  review(chairs.id, "has_issues");
  const auto today = bench_.show<TodayReceipts>();
  EXPECT_EQ(told(*today), QStringList("Look again · 1: Promise, Chairs"));
  EXPECT_EQ(cell(*today->tidings(), 0, "recordId"), QString::fromStdString(chairs.id.toString()));
  bench_.show<ReceiptsModel>();
  EXPECT_EQ(told(*today).size(), 1) << "looking at it is not doing it";
}

// Read long after it was saved: whoever is led to it must see it, and see it until they leave.
TEST_F(TidingsTest, AnOldLineThatWasJustReadIsAmongTheLatest) {
  const Kept chairs = promise("Chairs");
  applyAll();
  review(chairs.id, "looks_right");
  bench_.clock().setWall(bench_.clock().wallNow() + std::chrono::hours(72));
  const auto receipts = bench_.show<ReceiptsModel>();
  bench_.settle();
  EXPECT_EQ(receipts->lines()->count(), 1);
  EXPECT_EQ(bench_.show<ReceiptsModel>()->lines()->count(), 0) << "the next time it is an old one";
}

TEST_F(TidingsTest, AFileThatHasNotGoneIsWaitingWhateverBecameOfItsRecord) {
  const Kept chairs = promise("Chairs");
  const RecordId list = attachTo(chairs.id, 2'000'000);
  applyAll();
  const auto sync = bench_.show<SyncModel>();
  const auto today = bench_.show<TodayReceipts>();
  bench_.solo().tell(LinkState{LinkStage::kCaughtUp, 0, 0, {}});
  bench_.settle();
  EXPECT_EQ(sync->word() + " · " + sync->detail(), "Saved here · 1 waiting");
  EXPECT_EQ(told(*today), QStringList("1 waiting: 1 file"));
  file(list, ReceiptStage::kApplied, 2'000'000);
  EXPECT_EQ(sync->word(), "All sent");
  EXPECT_EQ(told(*today), QStringList());
}

TEST_F(TidingsTest, AFileShowsItsBytesUntilTheOfficeHasThemAndThenTheThread) {
  const Kept chairs = promise("Chairs");
  const RecordId list = attachTo(chairs.id, 2'400'000);
  applyAll();
  const auto receipts = bench_.show<ReceiptsModel>();
  bench_.solo().tell(LinkState{LinkStage::kAway, 0, 0, {}});
  bench_.settle();
  const auto of = [&](const char* role) {
    return receipts->lines()->value(QString::fromStdString(list.toString()), role);
  };
  EXPECT_EQ(of("title"), "Photo or file, Sign-up list");
  EXPECT_TRUE(of("context").toString().startsWith("Chairs · "));
  EXPECT_EQ(of("stage"), static_cast<int>(ReceiptStage::kSaved))
      << "its record is there, it is not";
  EXPECT_EQ(of("bytes"), "");
  file(list, ReceiptStage::kUploaded, 900'000);
  EXPECT_EQ(of("bytes"), "Paused at 0.9 of 2.4 MB");
  EXPECT_EQ(of("bytesDetail"), "carries on by itself");
  EXPECT_DOUBLE_EQ(of("share").toDouble(), 0.375);
  bench_.solo().tell(LinkState{LinkStage::kSending, 0, 0, {}});
  bench_.settle();
  EXPECT_EQ(of("bytes"), "Sending · 0.9 of 2.4 MB");
  file(list, ReceiptStage::kApplied, 2'400'000);
  EXPECT_EQ(of("bytes"), "");
  EXPECT_EQ(of("stage"), static_cast<int>(ReceiptStage::kApplied));
}

TEST_F(TidingsTest, AFileThatTheOfficeDoesNotTakeSaysWhy) {
  const RecordId list = attachTo(promise("Chairs").id, 2'000);
  applyAll();
  file(list, ReceiptStage::kRefused, 0,
       "The record of this file has as many files as it may have.");
  const auto receipts = bench_.show<ReceiptsModel>();
  const QVariant why =
      receipts->lines()->value(QString::fromStdString(list.toString()), "fileSentBack");
  EXPECT_EQ(why, "The record of this file has as many files as it may have.");
}

}  // namespace
}  // namespace rapport
