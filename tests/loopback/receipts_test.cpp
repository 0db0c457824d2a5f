#include "shared/protocol/number_text.h"
#include "shared/sync/review.h"
#include "tests/loopback/restored.h"

// How far each record came, as its author is told, while the office goes back.

namespace rapport::testing {
namespace {

class ReceiptsAfterARestore : public Restored {
 protected:
  ReceiptStage stageOf(LoopbackTablet& tablet, RecordId id) {
    return tablet.sheet(id).receipt.stage;
  }
  void review(LoopbackTablet& tablet, RecordId about) {
    tablet.put({reviewIdOf(about),
                "review",
                {write("about", about.toString()), write("about_type", "partner"),
                 write("through", numberText(*office_.record(about).number)),
                 write("outcome", "looks_right")},
                {},
                nullptr});
  }
  bool officeHolds(const Dot& dot) {
    bool holds = false;
    office_.read([&](ServerReader& reader) {
      const auto entry = reader.logEntry(dot);
      holds = entry && *entry && (*entry)->verdict.stage == ReceiptStage::kApplied;
    });
    return holds;
  }
  // Frame by frame: from when the tablet knows that the office went back.
  void expectNoMoreThanTheOfficeHas(LoopbackTablet& tablet, RecordId id) {
    const Dot dot = tablet.store().changesOf(id)->front().change.dot;
    LoopbackLine line(office_, tablet);
    bool knows = false;
    while (line.step()) {
      const ReceiptStage stage = stageOf(tablet, id);
      knows = knows || stage == ReceiptStage::kSaved;
      const bool claims = stage == ReceiptStage::kApplied || stage == ReceiptStage::kReviewed;
      EXPECT_TRUE(!knows || !claims || officeHolds(dot));
    }
    EXPECT_TRUE(knows) << "it is to go out again";
  }

  void syncEach(std::vector<LoopbackTablet*> tablets) {
    for (LoopbackTablet* tablet : tablets) syncOnce(office_, *tablet);
  }

  LoopbackTablet noor_{office_, clock_, random_, Role::kCoordinator, "Noor"};
};

TEST_F(ReceiptsAfterARestore, WhatWasReadIsReadAgainOnceBothAreBack) {
  syncOnce(office_, ana_);
  office_.backUp();
  const RecordId id = newPartner(ana_, "Heron Point");
  syncEach({&ana_, &noor_});
  review(noor_, id);
  syncEach({&noor_, &ana_});
  ASSERT_EQ(stageOf(ana_, id), ReceiptStage::kReviewed);
  office_.restore();
  expectNoMoreThanTheOfficeHas(ana_, id);
  syncEach({&noor_, &ana_});
  EXPECT_EQ(stageOf(ana_, id), ReceiptStage::kReviewed);
  // What is written from now on nobody has read.
  edit(ana_, id, "description", "By the weir");
  EXPECT_EQ(stageOf(ana_, id), ReceiptStage::kSaved);
  expectOneState({&ana_});
  EXPECT_EQ(stageOf(ana_, id), ReceiptStage::kApplied);
}

// … also where others' copies bring the record and the review before its author comes.
TEST_F(ReceiptsAfterARestore, AReviewComesWithTheCopiesOfOthers) {
  LoopbackTablet cara(office_, clock_, random_, Role::kWorker, "Cara");
  syncOnce(office_, ana_);
  office_.backUp();
  const RecordId id = newPartner(ana_, "Heron Point");
  syncEach({&ana_, &noor_});
  review(noor_, id);
  syncEach({&noor_, &cara});
  ASSERT_EQ(stageOf(ana_, id), ReceiptStage::kApplied) << "she has not heard of it yet";
  office_.restore();
  expectOneState({&cara});
  expectNoMoreThanTheOfficeHas(ana_, id);
  EXPECT_EQ(stageOf(ana_, id), ReceiptStage::kReviewed);
  EXPECT_EQ(office_.audit(), std::vector<std::string>{});
}

// … and a review that nobody has any more is claimed by nobody.
TEST_F(ReceiptsAfterARestore, AReviewThatIsLostIsClaimedByNobody) {
  syncOnce(office_, ana_);
  office_.backUp();
  const RecordId id = newPartner(ana_, "Heron Point");
  syncEach({&ana_, &noor_});
  review(noor_, id);
  LoopbackLine(office_, noor_).exchange();
  ASSERT_EQ(stageOf(ana_, id), ReceiptStage::kApplied);
  office_.restore();  // and Noor does not come
  expectNoMoreThanTheOfficeHas(ana_, id);
  EXPECT_EQ(stageOf(ana_, id), ReceiptStage::kApplied);
}

// … nor where access was withdrawn meanwhile, and what was applied is set aside.
TEST_F(ReceiptsAfterARestore, WhoHandsOverIsToldNoMoreThanTheOfficeHas) {
  syncOnce(office_, ana_);
  office_.backUp();
  const RecordId id = newPartner(ana_, "Heron Point");
  syncOnce(office_, ana_);
  ASSERT_EQ(stageOf(ana_, id), ReceiptStage::kApplied);
  office_.restore();
  office_.revoke(ana_.replica());
  expectNoMoreThanTheOfficeHas(ana_, id);
  EXPECT_EQ(ana_.store().change(1).value()->receipt.stage, ReceiptStage::kQuarantined);
}

}  // namespace
}  // namespace rapport::testing
