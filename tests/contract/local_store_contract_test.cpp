#include <gtest/gtest.h>

#include "shared/protocol/change_codec.h"
#include "tests/contract/backends.h"
#include "tests/contract/samples.h"

namespace rapport::testing {
namespace {

class LocalStoreContract : public ::testing::TestWithParam<BackendKind> {
 protected:
  LocalStore& store() { return backend_->store(); }
  void append(const OwnChange& change) { must(store().appendChange(change)); }
  std::vector<RecordId> recordsOf(TypeNumber type, std::optional<RecordId> after = {},
                                  std::size_t limit = 100) {
    return must(store().recordsOf(type, after, limit));
  }
  std::vector<std::uint64_t> countersOf(const Result<std::vector<OwnChange>>& found) {
    EXPECT_TRUE(found.ok());
    std::vector<std::uint64_t> counters;
    for (const OwnChange& own : *found) counters.push_back(own.change.dot.counter);
    return counters;
  }

  std::unique_ptr<LocalBackend> backend_ = makeLocalBackend(GetParam());
};

using Counters = std::vector<std::uint64_t>;
using Records = std::vector<RecordId>;

Error someFailure() { return {ErrorCode::kRefused, "No."}; }

bool nothing(TypeNumber) { return false; }  // which types stay when copies are outdated

TEST_P(LocalStoreContract, AnEnrolmentComesBackAsItWasKept) {
  Enrolment enrolment = must(store().enrolment());
  EXPECT_TRUE(enrolment.pins.empty());
  enrolment.role = Role::kCoordinator;
  enrolment.tls = true;
  enrolment.pins = {"aGVsbG8", "d29ybGQ"};
  enrolment.personName = "Søren 'O''Neil'; DROP";
  EXPECT_TRUE(enrolment.sealTo.empty());
  enrolment.sealTo = Bytes(31, '\0') + "\xff";
  must(store().keepEnrolment(enrolment));
  backend_->reopen();
  const Enrolment again = must(store().enrolment());
  EXPECT_EQ(again.programme, kProgramme);
  EXPECT_EQ(again.person, enrolment.person);
  EXPECT_EQ(again.personName, enrolment.personName);
  EXPECT_EQ(again.deviceName, enrolment.deviceName);
  EXPECT_EQ(again.role, Role::kCoordinator);
  EXPECT_EQ(again.server, enrolment.server);
  EXPECT_TRUE(again.tls);
  EXPECT_EQ(again.pins, enrolment.pins);
  EXPECT_EQ(again.sealTo, enrolment.sealTo);
}

TEST_P(LocalStoreContract, AnEnrolmentCannotMoveToAnotherProgramme) {
  Enrolment enrolment = must(store().enrolment());
  enrolment.programme = "elsewhere";
  EXPECT_EQ(store().keepEnrolment(enrolment).error().code, ErrorCode::kInvalid);
}

void expectSame(const Standing& found, const Standing& kept) {
  EXPECT_EQ(found.replica, kept.replica);
  EXPECT_EQ(found.counter, kept.counter);
  EXPECT_EQ(found.chain, kept.chain);
  EXPECT_EQ(found.clock, kept.clock);
  EXPECT_EQ(found.cursor, kept.cursor);
  EXPECT_EQ(found.settledThrough, kept.settledThrough);
  EXPECT_EQ(found.formerly, kept.formerly);
  EXPECT_EQ(found.copyRole, kept.copyRole);
  EXPECT_EQ(found.lineage, kept.lineage);
  EXPECT_EQ(found.lastSuccess, kept.lastSuccess);
}

TEST_P(LocalStoreContract, AStandingComesBackAsItWasKept) {
  Standing standing = must(store().standing());
  EXPECT_FALSE(standing.cursor);
  EXPECT_FALSE(standing.lastSuccess);
  standing.replica = replicaNamed(9);
  standing.counter = 41;
  standing.chain = sampleOwnChange(41, recordNamed(1)).chain;
  standing.clock = {1'900'000'000'123, 4'000'000'000U};
  standing.cursor = Cursor{Number{kEpoch, 77}, 0xFFFF'FFFF'FFFF'FFF1U};
  standing.settledThrough = 40;
  standing.formerly = {{replicaNamed(2), 5}, {replicaNamed(7), 30}};
  standing.copyRole = Role::kSafeguarding;
  standing.lineage = {{EpochId{9}, {kEpoch, 70}}, {kEpoch, {EpochId{8}, 3}}};
  standing.lastSuccess = WallTime{std::chrono::milliseconds{1'800'000'000'999}};
  must(store().keepStanding(standing));
  backend_->reopen();
  expectSame(must(store().standing()), standing);
  standing.cursor.reset();
  standing.lastSuccess.reset();
  standing.formerly.clear();
  must(store().keepStanding(standing));
  expectSame(must(store().standing()), standing);
}

TEST_P(LocalStoreContract, ACopyIsReplacedWhole) {
  const RecordId id = recordNamed(1);
  EXPECT_EQ(must(store().copy(id)), std::nullopt);
  must(store().keepCopy(sampleState(id, 1, 5, "first")));
  must(store().keepCopy(sampleState(id, 1, 6, "second")));
  EXPECT_EQ(must(store().copy(id)), sampleState(id, 1, 6, "second"));
  EXPECT_EQ(must(store().copyCount()), 1U);
}

TEST_P(LocalStoreContract, AFirstCopyIsKeptWhereThereIsNoneAndReplacesNothing) {
  const RecordId id = recordNamed(1);
  EXPECT_TRUE(must(store().keepFirstCopy(sampleState(id, 1, 5, "first"), Attention::kPerson)));
  EXPECT_EQ(must(store().recordsNeedingPerson(2)), std::vector<RecordId>{id});
  EXPECT_FALSE(must(store().keepFirstCopy(sampleState(id, 1, 6, "second"))));
  EXPECT_EQ(must(store().copy(id)), sampleState(id, 1, 5, "first"));
  EXPECT_EQ(must(store().recordsNeedingPerson(2)), std::vector<RecordId>{id});
}

TEST_P(LocalStoreContract, AForgottenCopyIsGoneAndForgettingTwiceIsFine) {
  const RecordId id = recordNamed(1);
  must(store().keepCopy(sampleState(id, 1, 5)));
  must(store().forgetCopy(id));
  must(store().forgetCopy(id));
  EXPECT_EQ(must(store().copy(id)), std::nullopt);
  EXPECT_EQ(must(store().copyCount()), 0U);
  EXPECT_TRUE(recordsOf(1).empty());
}

TEST_P(LocalStoreContract, WhatStoodBeforeAChangeIsKeptWithItUntilItsCopyIsForgotten) {
  for (std::uint64_t counter = 1; counter <= 3; ++counter) {
    OwnChange own = sampleOwnChange(counter, recordNamed(counter == 3 ? 2 : 1));
    if (counter > 1) own.before = std::string("stood\0there", 11);
    append(own);
  }
  backend_->reopen();
  EXPECT_EQ(must(store().beforeOf(1)), std::nullopt);
  EXPECT_EQ(must(store().beforeOf(2)), std::optional(Bytes("stood\0there", 11)));
  must(store().forgetCopy(recordNamed(1)));
  EXPECT_EQ(must(store().beforeOf(2)), std::nullopt);
  EXPECT_NE(must(store().beforeOf(3)), std::nullopt);
  must(store().outdateCopies(Role::kWorker, 0, nothing));
  EXPECT_EQ(must(store().beforeOf(3)), std::nullopt);
}

TEST_P(LocalStoreContract, CopiesAreVisitedAscendingUntilAVisitorFails) {
  for (const std::uint64_t name : {300, 2, 45, 1, 256}) {
    must(store().keepCopy(sampleState(recordNamed(name), 1, name)));
  }
  Records seen;
  must(store().eachCopy([&](const RecordState& state) -> Status {
    seen.push_back(state.id);
    EXPECT_TRUE(store().typeOf(state.id).ok());  // a visitor may read
    return {};
  }));
  EXPECT_EQ(seen, (Records{recordNamed(1), recordNamed(2), recordNamed(45), recordNamed(256),
                           recordNamed(300)}));
  int visits = 0;
  const Status stopped = store().eachCopy([&](const RecordState&) -> Status {
    return ++visits == 2 ? Status(someFailure()) : Status();
  });
  EXPECT_EQ(stopped.error().code, ErrorCode::kRefused);
  EXPECT_EQ(visits, 2);
}

TEST_P(LocalStoreContract, RecordsOfATypeAreThoseWithACopyOrAPendingChange) {
  must(store().keepCopy(sampleState(recordNamed(4), 1, 1)));
  must(store().keepCopy(sampleState(recordNamed(2), 1, 2)));
  must(store().keepCopy(sampleState(recordNamed(3), 2, 3)));
  append(sampleOwnChange(1, recordNamed(4)));
  append(sampleOwnChange(2, recordNamed(1)));
  append(sampleOwnChange(3, recordNamed(1)));
  append(sampleOwnChange(4, recordNamed(9), 2));
  EXPECT_EQ(recordsOf(1), (Records{recordNamed(1), recordNamed(2), recordNamed(4)}));
  EXPECT_EQ(recordsOf(2), (Records{recordNamed(3), recordNamed(9)}));
  EXPECT_TRUE(recordsOf(3).empty());
  must(store().leaveOverlay(recordNamed(1), 3));
  EXPECT_EQ(recordsOf(1), (Records{recordNamed(2), recordNamed(4)}));
}

TEST_P(LocalStoreContract, RecordsOfATypeComeInPages) {
  for (std::uint64_t i = 1; i <= 10; ++i) {
    if (i % 2 == 0) must(store().keepCopy(sampleState(recordNamed(i), 1, i)));
    if (i % 3 != 2) append(sampleOwnChange(i, recordNamed(i)));
  }
  const Records all = recordsOf(1);
  Records paged;
  std::optional<RecordId> after;
  while (true) {
    const Records page = recordsOf(1, after, 3);
    EXPECT_LE(page.size(), 3U);
    if (page.empty()) break;
    paged.insert(paged.end(), page.begin(), page.end());
    after = page.back();
  }
  EXPECT_EQ(paged, all);
  EXPECT_EQ(all.size(), 9U);
}

TEST_P(LocalStoreContract, TheTypeOfARecordIsKnownFromItsCopyOrAnOwnChange) {
  must(store().keepCopy(sampleState(recordNamed(1), 6, 1)));
  append(sampleOwnChange(1, recordNamed(2), 7));
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kRefused)));
  EXPECT_EQ(must(store().typeOf(recordNamed(1))), TypeNumber{6});
  EXPECT_EQ(must(store().typeOf(recordNamed(2))), TypeNumber{7});
  EXPECT_EQ(must(store().typeOf(recordNamed(3))), std::nullopt);
}

TEST_P(LocalStoreContract, WhatNeedsAPersonIsMarkedUntilItDoesNotOrIsForgotten) {
  for (std::uint64_t i = 1; i <= 5; ++i) {
    const Attention attention = i % 2 == 1 ? Attention::kPerson : Attention::kNone;
    must(store().keepCopy(sampleState(recordNamed(i), 1, i), attention));
  }
  EXPECT_EQ(must(store().recordsNeedingPerson(10)),
            (Records{recordNamed(1), recordNamed(3), recordNamed(5)}));
  EXPECT_EQ(must(store().recordsNeedingPerson(2)), (Records{recordNamed(1), recordNamed(3)}));
  must(store().keepCopy(sampleState(recordNamed(3), 1, 8)));
  must(store().forgetCopy(recordNamed(5)));
  must(store().keepCopy(sampleState(recordNamed(5), 1, 9)));
  EXPECT_EQ(must(store().recordsNeedingPerson(10)), Records{recordNamed(1)});
}

TEST_P(LocalStoreContract, AChangeComesBackByteForByte) {
  const OwnChange kept = sampleOwnChange(1, recordNamed(1));
  append(kept);
  backend_->reopen();
  const auto found = must(store().change(1));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->change, kept.change);
  EXPECT_EQ(found->encoded, kept.encoded);
  EXPECT_EQ(found->hash, kept.hash);
  EXPECT_EQ(found->chain, kept.chain);
  EXPECT_EQ(found->receipt.stage, ReceiptStage::kSaved);
  EXPECT_EQ(must(store().change(2)).has_value(), false);
}

TEST_P(LocalStoreContract, ACounterIsTakenOnce) {
  append(sampleOwnChange(1, recordNamed(1)));
  EXPECT_EQ(store().appendChange(sampleOwnChange(1, recordNamed(2))).error().code,
            ErrorCode::kConflict);
  EXPECT_EQ(must(store().change(1))->change.record, recordNamed(1));
}

TEST_P(LocalStoreContract, EveryReceiptComesBackAsItWasKept) {
  append(sampleOwnChange(1, recordNamed(1)));
  for (const ReceiptStage stage :
       {ReceiptStage::kUploaded, ReceiptStage::kApplied, ReceiptStage::kReviewed,
        ReceiptStage::kQuarantined, ReceiptStage::kRefused}) {
    const Receipt receipt = sampleReceipt(stage, 12);
    must(store().keepReceipt(1, receipt));
    const Receipt found = must(store().change(1))->receipt;
    EXPECT_EQ(found.stage, stage);
    EXPECT_EQ(found.verdict, receipt.verdict);
    EXPECT_EQ(found.learntAt, receipt.learntAt);
  }
  EXPECT_EQ(store().keepReceipt(2, sampleReceipt(ReceiptStage::kApplied, 1)).error().code,
            ErrorCode::kNotFound);
}

TEST_P(LocalStoreContract, TheOverlayIsWhatTheCopyDoesNotHoldYetInOrder) {
  const RecordId id = recordNamed(1);
  for (std::uint64_t i = 1; i <= 6; ++i) {
    append(sampleOwnChange(i, i == 3 ? recordNamed(2) : id));
  }
  EXPECT_EQ(countersOf(store().overlayOf(id)), (Counters{1, 2, 4, 5, 6}));
  must(store().leaveOverlay(id, 4));
  EXPECT_EQ(countersOf(store().overlayOf(id)), (Counters{5, 6}));
  EXPECT_EQ(countersOf(store().overlayOf(recordNamed(2))), Counters{3});
  must(store().leaveOverlay(id, UINT64_MAX));
  EXPECT_TRUE(countersOf(store().overlayOf(id)).empty());
  EXPECT_TRUE(countersOf(store().overlayOf(recordNamed(3))).empty());
}

TEST_P(LocalStoreContract, AChangeSentBackLeavesTheOverlayAlone) {
  const RecordId id = recordNamed(1);
  for (std::uint64_t i = 1; i <= 4; ++i) append(sampleOwnChange(i, id));
  must(store().keepReceipt(2, sampleReceipt(ReceiptStage::kRefused)));
  must(store().keepReceipt(3, sampleReceipt(ReceiptStage::kQuarantined)));
  EXPECT_EQ(countersOf(store().overlayOf(id)), (Counters{1, 4}));
}

TEST_P(LocalStoreContract, AnAppliedChangeStaysInTheOverlayUntilItIsCovered) {
  const RecordId id = recordNamed(1);
  append(sampleOwnChange(1, id));
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kApplied, 9)));
  EXPECT_EQ(countersOf(store().overlayOf(id)), Counters{1});
  must(store().leaveOverlay(id, 1));
  EXPECT_TRUE(countersOf(store().overlayOf(id)).empty());
}

TEST_P(LocalStoreContract, UncoveredIsEachRecordWithTheLargestNumberToReach) {
  for (std::uint64_t i = 1; i <= 5; ++i) append(sampleOwnChange(i, recordNamed(i % 2)));
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kApplied, 20)));
  must(store().keepReceipt(2, sampleReceipt(ReceiptStage::kApplied, 21)));
  must(store().keepReceipt(3, sampleReceipt(ReceiptStage::kApplied, 25)));
  must(store().keepReceipt(4, sampleReceipt(ReceiptStage::kRefused)));
  using Expected = std::vector<std::pair<RecordId, Number>>;
  EXPECT_EQ(must(store().uncovered()),
            (Expected{{recordNamed(0), Number{kEpoch, 21}}, {recordNamed(1), Number{kEpoch, 25}}}));
  must(store().leaveOverlay(recordNamed(1), 3));
  EXPECT_EQ(must(store().uncovered()), (Expected{{recordNamed(0), Number{kEpoch, 21}}}));
}

TEST_P(LocalStoreContract, TheChangesOfARecordComeNewestFirst) {
  for (std::uint64_t i = 1; i <= 5; ++i) append(sampleOwnChange(i, recordNamed(i % 2)));
  must(store().leaveOverlay(recordNamed(1), 3));
  must(store().keepReceipt(5, sampleReceipt(ReceiptStage::kRefused)));
  EXPECT_EQ(countersOf(store().changesOf(recordNamed(1))), (Counters{5, 3, 1}));
}

TEST_P(LocalStoreContract, ChangesAfterACounterComeInPages) {
  for (std::uint64_t i = 1; i <= 7; ++i) append(sampleOwnChange(i, recordNamed(i)));
  EXPECT_EQ(countersOf(store().changesAfter(0, 3)), (Counters{1, 2, 3}));
  EXPECT_EQ(countersOf(store().changesAfter(3, 3)), (Counters{4, 5, 6}));
  EXPECT_EQ(countersOf(store().changesAfter(6, 3)), Counters{7});
  EXPECT_TRUE(countersOf(store().changesAfter(7, 3)).empty());
}

TEST_P(LocalStoreContract, WhatGoesOutIsTheBytesAloneUntilTheVisitorHasEnough) {
  for (std::uint64_t i = 1; i <= 5; ++i) append(sampleOwnChange(i, recordNamed(i)));
  Counters visited;
  must(store().outgoingAfter(1, [&](const OutgoingChange& change) {
    EXPECT_EQ(change.encoded, sampleOwnChange(change.counter, recordNamed(change.counter)).encoded);
    visited.push_back(change.counter);
    return visited.size() < 3;
  }));
  EXPECT_EQ(visited, (Counters{2, 3, 4}));
}

TEST_P(LocalStoreContract, AChangeMayLeaveTheOverlayWithItsReceipt) {
  EXPECT_FALSE(must(store().hasOverlay()));
  append(sampleOwnChange(1, recordNamed(1)));
  append(sampleOwnChange(2, recordNamed(1)));
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kApplied, 1), Overlay::kLeaves));
  EXPECT_EQ(countersOf(store().overlayOf(recordNamed(1))), Counters{2});
  EXPECT_TRUE(must(store().hasOverlay()));
  must(store().keepReceipt(2, sampleReceipt(ReceiptStage::kApplied, 2), Overlay::kLeaves));
  EXPECT_FALSE(must(store().hasOverlay()));
  // A later word about it does not bring it back.
  must(store().keepReceipt(2, sampleReceipt(ReceiptStage::kReviewed, 2)));
  EXPECT_FALSE(must(store().hasOverlay()));
}

TEST_P(LocalStoreContract, TheInboxHoldsWhatWasSentBackUntilItIsDismissed) {
  for (std::uint64_t i = 1; i <= 4; ++i) append(sampleOwnChange(i, recordNamed(i)));
  must(store().keepReceipt(3, sampleReceipt(ReceiptStage::kQuarantined)));
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kRefused)));
  must(store().keepReceipt(2, sampleReceipt(ReceiptStage::kApplied, 1)));
  EXPECT_EQ(countersOf(store().refused()), (Counters{1, 3}));
  must(store().dismiss(1));
  EXPECT_EQ(countersOf(store().refused()), Counters{3});
  EXPECT_TRUE(must(store().change(1)).has_value());
  EXPECT_EQ(store().dismiss(2).error().code, ErrorCode::kNotFound);
  EXPECT_EQ(store().dismiss(9).error().code, ErrorCode::kNotFound);
}

TEST_P(LocalStoreContract, WaitingAreTheChangesWithoutAVerdict) {
  for (std::uint64_t i = 1; i <= 4; ++i) append(sampleOwnChange(i, recordNamed(i)));
  EXPECT_EQ(must(store().waitingCount()), 4U);
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kUploaded)));
  must(store().keepReceipt(2, sampleReceipt(ReceiptStage::kApplied, 1)));
  must(store().keepReceipt(3, sampleReceipt(ReceiptStage::kRefused)));
  EXPECT_EQ(must(store().waitingCount()), 2U);
}

TEST_P(LocalStoreContract, AnErasedRecordLeavesHashesAndTheNewsOfIt) {
  const RecordId gone = recordNamed(1), other = recordNamed(2);
  append(sampleOwnChange(1, gone, 3));
  append(sampleOwnChange(2, other, 3));
  append(sampleOwnChange(3, gone, 3));
  append(sampleOwnChange(4, gone, 3));
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kApplied, 1)));
  must(store().keepReceipt(3, sampleReceipt(ReceiptStage::kRefused)));
  must(store().keepCopy(sampleState(gone, 3, 1)));
  must(store().keepCopy(sampleState(other, 3, 2)));
  must(store().inTransaction([&] { return store().eraseRecord(gone, 3); }));
  store().forgetPast();
  backend_->reopen();
  EXPECT_FALSE(must(store().copy(gone)).has_value());
  EXPECT_TRUE(must(store().copy(other)).has_value());
  EXPECT_EQ(countersOf(store().changesOf(gone)), Counters{4}) << "it waits for its verdict";
  EXPECT_EQ(countersOf(store().refused()), Counters{});
  EXPECT_EQ(countersOf(store().overlayOf(gone)), Counters{4});
  const auto first = must(store().change(1));
  ASSERT_TRUE(first.has_value());
  EXPECT_TRUE(first->encoded.empty() && first->change.operations.empty());
  EXPECT_EQ(first->hash, sampleOwnChange(1, gone, 3).hash);
  EXPECT_EQ(first->change.record, gone);
  EXPECT_EQ(first->change.type, 3U);
  EXPECT_EQ(first->receipt.stage, ReceiptStage::kErased);
  EXPECT_EQ(must(store().erased()), (std::vector<ErasedRecord>{{gone, 3, 0}}));
  must(store().eraseChange(4, sampleReceipt(ReceiptStage::kErased)));
  must(store().eraseChange(4, sampleReceipt(ReceiptStage::kErased)));
  EXPECT_EQ(must(store().erased()), (std::vector<ErasedRecord>{{gone, 3, 1}}));
  EXPECT_EQ(countersOf(store().changesOf(gone)), Counters{});
  EXPECT_EQ(must(store().waitingCount()), 1U);
  must(store().putAwayErased(gone));
  EXPECT_TRUE(must(store().erased()).empty());
  EXPECT_EQ(store().putAwayErased(gone).error().code, ErrorCode::kNotFound);
  // Of one that was never here there is no news.
  must(store().eraseRecord(recordNamed(9), 4));
  EXPECT_TRUE(must(store().erased()).empty());
}

TEST_P(LocalStoreContract, CopiesAreWalkedOnFromAnyOfThem) {
  for (const std::uint64_t i : {1, 2, 256, 300}) {
    must(store().keepCopy(sampleState(recordNamed(i), 1, i)));
  }
  std::vector<RecordId> ids;
  const auto walk = [&](std::optional<RecordId> after, std::size_t most) {
    must(store().copiesAfter(after, [&](const RecordState& copy) {
      ids.push_back(copy.id);
      return ids.size() < most;
    }));
  };
  walk(std::nullopt, 2);
  EXPECT_EQ(ids, (std::vector<RecordId>{recordNamed(1), recordNamed(2)}));
  walk(recordNamed(2), 100);
  EXPECT_EQ(ids, (std::vector<RecordId>{recordNamed(1), recordNamed(2), recordNamed(256),
                                        recordNamed(300)}));
}

TEST_P(LocalStoreContract, ARenamedChangeGoesOutAgainUnderItsCounter) {
  const RecordId id = recordNamed(1);
  append(sampleOwnChange(1, id));
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kQuarantined)));
  must(store().dismiss(1));
  OwnChange renamed = sampleOwnChange(1, id, 1, "other bytes");
  renamed.chain[0] ^= 1;
  must(store().renameChange(renamed));
  const auto found = must(store().change(1));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->encoded, renamed.encoded);
  EXPECT_EQ(found->hash, renamed.hash);
  EXPECT_EQ(found->chain, renamed.chain);
  EXPECT_EQ(found->receipt.stage, ReceiptStage::kSaved);
  EXPECT_EQ(found->receipt.verdict, Verdict{});
  EXPECT_EQ(countersOf(store().overlayOf(id)), Counters{1});
  EXPECT_EQ(must(store().waitingCount()), 1U);
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kRefused)));
  EXPECT_EQ(countersOf(store().refused()), Counters{1});
  EXPECT_EQ(store().renameChange(sampleOwnChange(2, id)).error().code, ErrorCode::kNotFound);
}

TEST_P(LocalStoreContract, ASealedChangeKeepsItsPlaceAndWhatWasSaidOfIt) {
  OwnChange own = sampleOwnChange(1, recordNamed(1));
  own.before = "stood there";
  append(own);
  must(store().keepReceipt(1, sampleReceipt(ReceiptStage::kApplied)));
  own.change.operations.clear();
  own.encoded = encodeSealedChange({own.change, "closed"});
  must(store().sealChange(own));
  backend_->reopen();
  const auto found = must(store().change(1));
  ASSERT_TRUE(found);
  EXPECT_TRUE(found->change == own.change);
  EXPECT_EQ(found->encoded, own.encoded);
  EXPECT_EQ(found->hash, own.hash);
  EXPECT_EQ(found->chain, own.chain);
  EXPECT_EQ(found->receipt.verdict, sampleReceipt(ReceiptStage::kApplied).verdict);
  EXPECT_EQ(countersOf(store().overlayOf(recordNamed(1))), Counters{1});
  EXPECT_EQ(must(store().beforeOf(1)), std::nullopt);
  own.change.dot.counter = 2;
  EXPECT_EQ(store().sealChange(own).error().code, ErrorCode::kNotFound);
}

TEST_P(LocalStoreContract, ProgrammesOfOneProfileDoNotMeet) {
  append(sampleOwnChange(1, recordNamed(1)));
  must(store().keepCopy(sampleState(recordNamed(2), 1, 1), Attention::kPerson));
  LocalStore& other = backend_->neighbour();
  EXPECT_EQ(must(other.copyCount()), 0U);
  EXPECT_EQ(must(other.waitingCount()), 0U);
  EXPECT_TRUE(must(other.recordsOf(1, {}, 10)).empty());
  EXPECT_TRUE(must(other.recordsNeedingPerson(10)).empty());
  EXPECT_FALSE(must(other.change(1)).has_value());
  must(other.appendChange(sampleOwnChange(1, recordNamed(1))));
  must(other.outdateCopies(Role::kWorker, 0, nothing));
  EXPECT_EQ(must(store().copyCount()), 1U);
  EXPECT_EQ(must(other.enrolment()).programme, kNeighbour);
}

TEST_P(LocalStoreContract, ATransactionThatFailsLeavesNoTrace) {
  const Status failed = store().inTransaction([&]() -> Status {
    append(sampleOwnChange(1, recordNamed(1)));
    must(store().keepCopy(sampleState(recordNamed(1), 1, 1)));
    Standing standing = must(store().standing());
    standing.counter = 1;
    must(store().keepStanding(standing));
    EXPECT_EQ(must(store().waitingCount()), 1U);  // it sees its own writes
    return someFailure();
  });
  EXPECT_EQ(failed.error().code, ErrorCode::kRefused);
  EXPECT_EQ(must(store().waitingCount()), 0U);
  EXPECT_EQ(must(store().copyCount()), 0U);
  EXPECT_EQ(must(store().standing()).counter, 0U);
}

TEST_P(LocalStoreContract, WhatWasCommittedSurvivesACrash) {
  must(store().inTransaction([&]() -> Status {
    append(sampleOwnChange(1, recordNamed(1)));
    return store().keepCopy(sampleState(recordNamed(1), 1, 1));
  }));
  backend_->crash();
  EXPECT_TRUE(must(store().change(1)).has_value());
  EXPECT_TRUE(must(store().copy(recordNamed(1))).has_value());
}

TEST_P(LocalStoreContract, WhatWasNotCommittedIsGoneAfterACrash) {
  append(sampleOwnChange(1, recordNamed(1)));
  (void)store().inTransaction([&]() -> Status {
    append(sampleOwnChange(2, recordNamed(2)));
    must(store().keepCopy(sampleState(recordNamed(2), 1, 2)));
    backend_->crash();
    return {};
  });
  EXPECT_TRUE(must(store().change(1)).has_value());
  EXPECT_FALSE(must(store().change(2)).has_value());
  EXPECT_EQ(must(store().copyCount()), 0U);
}

TEST_P(LocalStoreContract, TenThousandRecordsAreThereAgain) {
  constexpr std::uint64_t kRecords = 10'000;
  for (std::uint64_t first = 1; first <= kRecords; first += 500) {
    must(store().inTransaction([&]() -> Status {
      for (std::uint64_t i = first; i < first + 500; ++i) {
        append(sampleOwnChange(i, recordNamed(i)));
        must(store().keepCopy(sampleState(recordNamed(i), 1, i)));
      }
      return {};
    }));
  }
  backend_->reopen();
  EXPECT_EQ(must(store().copyCount()), kRecords);
  EXPECT_EQ(must(store().waitingCount()), kRecords);
  EXPECT_EQ(recordsOf(1, recordNamed(9'990), 100).size(), 10U);
  EXPECT_EQ(must(store().changesAfter(0, 1000)).size(), 1000U);
}

INSTANTIATE_TEST_SUITE_P(Stores, LocalStoreContract,
                         ::testing::Values(BackendKind::kSqliteOnDisk,
                                           BackendKind::kSqliteOnSimulatedDisk),
                         nameOfParam);

}  // namespace
}  // namespace rapport::testing
