#include "shared/merge/filter.h"

#include <gtest/gtest.h>

#include "tests/shared/merge/builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

RecordState fullRecord() {
  Shelf shelf;
  shelf.take(change(1, 1)
                 .write(kAsk, text("Friday"))
                 .write(kStaffOnly, text("a worry"))
                 .write(kHandIn, text("a name"))
                 .write(99, text("from a newer form")));
  shelf.take(change(2, 1).erase({kStaffOnly}));
  RecordState state = shelf.state();
  state.fieldOrNew(kDeletedField).coverage.widen(at(1));
  return state;
}

TEST(Filter, LeavesOutWhatTheRoleMayNotRead) {
  const RecordState full = fullRecord();
  const auto seen = filterFor(Role::kVolunteer, &testType(), full);
  ASSERT_TRUE(seen);
  EXPECT_NE(seen->field(kAsk), nullptr);
  EXPECT_EQ(seen->field(kStaffOnly), nullptr);
  EXPECT_EQ(seen->field(kHandIn), nullptr);
  EXPECT_EQ(seen->field(99), nullptr) << "an unknown field has the highest class";
}

TEST(Filter, KeepsDeletesAndEverythingAboutTheRecordItself) {
  RecordState full = fullRecord();
  const auto seen = filterFor(Role::kVolunteer, &testType(), full);
  ASSERT_TRUE(seen);
  EXPECT_EQ(seen->deletes, full.deletes);
  EXPECT_NE(seen->field(kDeletedField), nullptr);
  RecordState rest = *seen;
  rest.fields = full.fields;
  EXPECT_EQ(rest, full);
}

TEST(Filter, ASafeguardingOfficerSeesAll) {
  EXPECT_EQ(filterFor(Role::kSafeguarding, &testType(), fullRecord()), fullRecord());
}

TEST(Filter, ARoleThatMayNotReadTheTypeSeesNothing) {
  EXPECT_EQ(filterFor(Role::kAdmin, &testType(), fullRecord()), std::nullopt);
}

TEST(Filter, NobodySeesATypeThatTheCatalogueDoesNotKnow) {
  EXPECT_EQ(filterFor(Role::kSafeguarding, nullptr, fullRecord()), std::nullopt);
}

TEST(Filter, ASealedRecordIsForSafeguardingOnly) {
  Shelf shelf;
  shelf.take(change(1, 1).write(kSealed, false));
  EXPECT_TRUE(filterFor(Role::kWorker, &testType(), shelf.state()));
  shelf.take(change(2, 1).write(kSealed, true));
  EXPECT_FALSE(filterFor(Role::kWorker, &testType(), shelf.state()));
  EXPECT_TRUE(filterFor(Role::kSafeguarding, &testType(), shelf.state()));
}

TEST(Filter, ATypeThatIsNeverSealedIsSeenByItsReaders) {
  RecordType open = testType();
  open.sealedWhen.reset();
  EXPECT_TRUE(filterFor(Role::kWorker, &open, fullRecord()));
}

}  // namespace
}  // namespace rapport
