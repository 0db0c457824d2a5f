#include "shared/merge/join.h"

#include <algorithm>
#include <array>
#include <set>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "shared/base/byte_reader.h"
#include "shared/merge/carry_over.h"
#include "shared/merge/filter.h"
#include "shared/merge/state_codec.h"
#include "tests/shared/merge/script.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

constexpr EpochId kNext{3};  // smaller than the builders', as half of all ids are
constexpr std::array kAllSeeing{Role::kSafeguarding};

// The server's past: all of a script, of which a restore kept a part.
struct Past {
  std::vector<Placed> changes;
  std::uint64_t kept;

  Past(const Script& script, std::uint64_t howMuch)
      : changes(placed(script)), kept(howMuch % (changes.size() + 1)) {}

  RecordState at(std::uint64_t number) const {
    return played({changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(number)});
  }
  std::uint64_t last() const { return changes.size(); }
  std::uint64_t between(std::uint64_t draw) const { return kept + draw % (last() - kept + 1); }
};

// A restored server.
class Office {
 public:
  explicit Office(const Past& past) : state_(past.at(past.kept)), last_(past.kept) {
    const EpochBegun begun{kNext, test::at(past.kept)};
    carryOver(state_, std::span(&begun, 1));
    lineage_.restored(kNext, begun.kept);
  }

  Joined join(const RecordState& copy, std::span<const Role> roles = kAllSeeing) {
    auto ready = readyToJoin(testType(), roles, copy, state_, Coverage{*copy.number});
    if (!ready) return Joined::kNothing;
    forgetKnown(*ready);
    const Joined joined = rapport::join(state_, *ready, {kNext, last_ + 1}, lineage_);
    if (joined == Joined::kSomething) ++last_;
    return joined;
  }
  void giveBack(const Placed& change) {
    Numbers numbers({kNext, ++last_});
    numbers.add(test::at(change.number));
    take(change.change, numbers, change.author);
  }
  // Its author was never told its number.
  void comesAgain(const Change& change) {
    take(change, Numbers({kNext, ++last_}), Author::kTablet);
  }
  const RecordState& state() const { return state_; }

 private:
  void take(const Change& change, const Numbers& numbers, Author author) {
    apply(state_, change, {numbers, change.time, author, nullptr, nullptr});
    state_.number = Number{kNext, last_};
    given_.insert(change.dot);
  }
  // What the server applied again and what is no head there stays gone (sync/copy_vetting.h).
  void forgetKnown(RecordState& copy) const {
    forgetKnown(copy, state_);
    for (FieldState& field : copy.fields) {
      const FieldState* mine = state_.field(field.field);
      for (RowState& row : field.rows) {
        const RowState* held = mine != nullptr ? mine->row(row.id) : nullptr;
        forgetKnown(row, held != nullptr ? static_cast<const Contents&>(*held) : Contents{});
      }
    }
  }
  void forgetKnown(Contents& copy, const Contents& mine) const {
    const auto gone = [this](const auto& heads) {
      return [this, &heads](const auto& head) {
        const auto same = [&](const auto& one) { return one.dot == head.dot; };
        return given_.contains(head.dot) && std::ranges::none_of(heads, same);
      };
    };
    std::erase_if(copy.deletes, gone(mine.deletes));
    const FieldState none;
    for (FieldState& field : copy.fields) {
      const FieldState* held = mine.field(field.field);
      std::erase_if(field.heads, gone((held != nullptr ? *held : none).heads));
    }
  }

  RecordState state_;
  std::uint64_t last_;
  Lineage lineage_;
  std::set<Dot> given_;
};

void dropCoverage(Contents& contents) {
  for (FieldState& field : contents.fields) {
    field.coverage = {};
    for (RowState& row : field.rows) dropCoverage(row);
    std::erase_if(field.rows,
                  [](const RowState& row) { return row.fields.empty() && row.deletes.empty(); });
  }
  std::erase_if(contents.fields, [](const FieldState& field) { return field.empty(); });
}

std::string standingOf(RecordState state) {
  dropCoverage(state);
  return standing(state);
}

// A copy that was never numbered is none.
bool isCopy(std::uint64_t number) { return number > 0; }

RC_GTEST_PROP(Join, WhatWasKeptAndACopyAreWhatTheCopyWas,
              (const Script& script, std::uint64_t kept, std::uint64_t draw)) {
  const Past past(script, kept);
  const std::uint64_t b = past.between(draw);
  RC_PRE(isCopy(b));
  Office office(past);
  office.join(past.at(b));
  RC_ASSERT(standingOf(office.state()) == standingOf(past.at(b)));
}

RC_GTEST_PROP(Join, JoiningAgainChangesNothing,
              (const Script& script, std::uint64_t kept, std::uint64_t draw)) {
  const Past past(script, kept);
  const std::uint64_t b = past.between(draw);
  RC_PRE(isCopy(b));
  Office office(past);
  office.join(past.at(b));
  const RecordState once = office.state();
  RC_ASSERT(office.join(past.at(b)) == Joined::kNothing);
  RC_ASSERT(office.state() == once);
}

RC_GTEST_PROP(Join, CopiesMayComeInAnyOrder,
              (const Script& script, std::uint64_t kept, const std::vector<std::uint64_t>& draws)) {
  const Past past(script, kept);
  std::vector<std::uint64_t> copies;
  for (const std::uint64_t draw : draws) copies.push_back(past.between(draw));
  std::erase_if(copies, [](std::uint64_t b) { return !isCopy(b); });
  RC_PRE(!copies.empty());
  Office office(past);
  for (const std::uint64_t b : copies) office.join(past.at(b));
  const std::uint64_t newest = std::ranges::max(copies);
  RC_ASSERT(standingOf(office.state()) == standingOf(past.at(newest)));
}

// Everybody gives back a copy and their own changes, the console's writes come with the copies.
RC_GTEST_PROP(Join, CopiesAndChangesGivenBackInAnyOrderAreTheNewestCopy,
              (const Script& script, std::uint64_t kept, std::uint64_t draw)) {
  const Past past(script, kept);
  const std::uint64_t b = past.between(draw);
  RC_PRE(isCopy(b));
  for (unsigned first = 0; first < kConsole; ++first) {
    Office office(past);
    for (unsigned i = 0; i < kConsole; ++i) {
      const unsigned author = (first + i) % kConsole;
      // The first to come has the oldest copy, the last one the newest.
      const std::uint64_t seen = i + 1 == kConsole ? b : past.kept + (b - past.kept) * i / kConsole;
      if (isCopy(seen)) office.join(past.at(seen));
      for (const Placed& each : past.changes) {
        const bool own = each.change.dot.replica == replica(author);
        if (own && each.number > past.kept && each.number <= b) office.giveBack(each);
      }
    }
    RC_ASSERT(standingOf(office.state()) == standingOf(past.at(b)));
  }
}

RC_GTEST_PROP(Join, AHeadThatNobodysCopyHasSeenStays,
              (const Script& script, std::uint64_t kept, std::uint64_t draw)) {
  const Past past(script, kept);
  const std::uint64_t b = past.between(draw);
  RC_PRE(isCopy(b));
  Office office(past);
  const Change late = change(7, 1).write(kAsk, text("late")).write(5, kWhat, text("later"));
  office.giveBack({late, past.last() + 1, Author::kTablet});
  office.join(past.at(b));
  const auto dots = dotsOf(office.state(), kAsk);
  RC_ASSERT(std::ranges::count(dots, dot(7, 1)) == 1);
  RC_ASSERT(valueOf(rowOf(office.state(), 5), kWhat) == text("later"));
}

// A volunteer's copy brings what a volunteer may read, and touches nothing else.
RC_GTEST_PROP(Join, AFilteredCopyTouchesNothingThatItsReaderMayNotSee,
              (const Script& script, std::uint64_t kept, std::uint64_t draw)) {
  const Past past(script, kept);
  const std::uint64_t b = past.between(draw);
  RC_PRE(isCopy(b));
  const auto visible = [](const RecordState& state) {
    return filterFor(Role::kVolunteer, &testType(), state);
  };
  const auto copy = visible(past.at(b));
  RC_PRE(copy.has_value());
  Office office(past);
  const RecordState before = office.state();
  constexpr std::array kVolunteers{Role::kVolunteer, Role::kWorker};
  office.join(*copy, kVolunteers);
  for (const FieldNumber field : {kStaffOnly, kHandIn}) {
    RC_ASSERT(dotsOf(office.state(), field) == dotsOf(before, field));
  }
  const auto after = visible(office.state());
  RC_PRE(after.has_value());
  RecordState shown = *after, meant = *copy;
  for (RecordState* each : {&shown, &meant}) each->deletes.clear();
  RC_ASSERT(standingOf(shown) == standingOf(meant));
}

RC_GTEST_PROP(Join, WhatWasJoinedIsSpelledInOneWay,
              (const Script& script, std::uint64_t kept, std::uint64_t draw)) {
  const Past past(script, kept);
  const std::uint64_t b = past.between(draw);
  RC_PRE(isCopy(b));
  Office office(past);
  office.join(past.at(b));
  RC_PRE(office.state().number.has_value());
  const Bytes bytes = encoded(office.state());
  ByteReader in(bytes);
  RC_ASSERT(decodeState(in) == office.state());
  RC_ASSERT(in.finished());
}

TEST(JoinedHeads, KeepTheirOldNumberAndGetANewOne) {
  const Past past({}, 0);
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("Gym")));
  Office office(past);
  office.join(shelf.state());
  const Head& head = office.state().field(kAsk)->heads.front();
  EXPECT_EQ(head.numbers.in(kEpoch), 1U);
  EXPECT_EQ(head.numbers.in(kNext), 1U);
  EXPECT_EQ(office.state().number, (Number{kNext, 1}));
  EXPECT_EQ(office.state().created, shelf.state().created);
}

TEST(JoinedHeads, AnElementThatACopyHasSeenRemovedDoesNotComeBackWithItsChange) {
  const Past past({}, 0);
  const Change added = change(1, 1).edit(kUnion, {text("es")});
  Shelf shelf;
  shelf.take(added);
  shelf.take(change(2, 1).saw(1).edit(kUnion, {}, {text("es")}));
  Office office(past);
  office.join(shelf.state());
  office.giveBack({added, 1, Author::kTablet});
  EXPECT_TRUE(elementsOf(office.state(), kUnion).empty());
}

// … nor one in a row, of which nothing else was left.
TEST(JoinedHeads, NorDoesAnElementOfARow) {
  const Past past({}, 0);
  const Change added = change(1, 1).cell(1, kTags, EditElements{{text("es")}, {}});
  Shelf shelf;
  shelf.take(added);
  shelf.take(change(2, 1).saw(1).cell(1, kTags, EditElements{{}, {text("es")}}));
  Office office(past);
  office.join(shelf.state());
  office.giveBack({added, 1, Author::kTablet});
  const FieldState* rows = office.state().field(kRows);
  EXPECT_TRUE(rows == nullptr || rows->rows.empty());
}

// … nor where the copy's reader reads some of the row's cells alone.
TEST(JoinedHeads, NorDoesAnElementOfARowThatIsReadInPart) {
  const Past past({}, 0);
  const Change added =
      change(1, 1).write(1, kWhat, text("a")).cell(1, kTags, EditElements{{text("es")}, {}});
  Shelf shelf;
  shelf.take(added);
  shelf.take(change(2, 1).saw(1).cell(1, kTags, EditElements{{}, {text("es")}}));
  Office office(past);
  office.join(*filterFor(Role::kVolunteer, &testType(), shelf.state()),
              std::array{Role::kVolunteer});
  office.giveBack({added, 1, Author::kTablet});
  EXPECT_EQ(valueOf(rowOf(office.state(), 1), kWhat), text("a"));
  EXPECT_EQ(rowOf(office.state(), 1).field(kTags), nullptr);
}

// What both hold is one head, under the numbers of epochs that only the copy knows besides.
TEST(JoinedHeads, BearTheNumbersThatOnlyTheCopyKnows) {
  RecordState state = Shelf{}.take(change(1, 1).write(kAsk, text("a"))).state();
  RecordState copy = state;
  copy.field(kAsk);
  copy.fieldOrNew(kAsk).heads.front().numbers.add({EpochId{77}, 4});
  join(state, copy, {kNext, 9}, {});
  EXPECT_EQ(state.field(kAsk)->heads.front().numbers.in(EpochId{77}), 4U);
}

// … and one of its elements tells the numbers of its change, of which the copy saw another go.
TEST(JoinedHeads, TellTheNumberOfWhatTheCopySawGoOfTheSameChange) {
  const Past past({}, 0);
  const Change added = change(1, 1).edit(kUnion, {text("es"), text("ar")});
  Shelf shelf;
  shelf.take(added);
  shelf.take(change(2, 1).saw(1).edit(kUnion, {}, {text("ar")}));
  Office office(past);
  office.comesAgain(added);
  office.join(shelf.state());
  EXPECT_EQ(elementsOf(office.state(), kUnion), (std::vector{text("es")}));
}

// What a copy shows of a change that took nothing away there, and so left no coverage.
RecordState inPart(const Change& change, const Value& shown) {
  RecordState copy = Shelf{}.take(change).state();
  for (FieldState& field : copy.fields) {
    std::erase_if(field.heads, [&](const Head& head) { return head.value != shown; });
    for (RowState& row : field.rows) {
      for (FieldState& cell : row.fields) {
        std::erase_if(cell.heads, [&](const Head& head) { return head.value != shown; });
      }
    }
  }
  return copy;
}

// … the rest comes when it comes itself, under the number that all of it bore.
TEST(JoinedHeads, WhatACopyTellsOfAChangeInPartComesWholeWithTheChange) {
  const Change added = change(1, 1).edit(kUnion, {text("es"), text("ar")});
  RecordState state;
  ASSERT_EQ(join(state, inPart(added, text("es")), {kNext, 5}, {}), Joined::kSomething);
  apply(state, added, {Numbers({kNext, 6}), added.time, Author::kTablet, nullptr, nullptr});
  EXPECT_EQ(elementsOf(state, kUnion), (std::vector{text("ar"), text("es")}));
  const auto& heads = state.field(kUnion)->heads;
  EXPECT_EQ(heads.front().numbers.in(kEpoch), 1U);
  EXPECT_EQ(heads.front().numbers.in(kNext), 6U);
  EXPECT_EQ(heads.back().numbers.in(kNext), 5U);
}

// … while it waits it bears no number on the screen, and after a copy that took away it is all.
TEST(JoinedHeads, AndNotWhereACopySawTheRestGo) {
  const Change added = change(1, 1).edit(kUnion, {text("es"), text("ar")});
  RecordState state;
  join(state, inPart(added, text("es")), {kNext, 5}, {});
  RecordState pending = state;
  apply(pending, added, {Numbers(), added.time, Author::kTablet, nullptr, nullptr});
  EXPECT_TRUE(pending.field(kUnion)->heads.front().numbers.pending());
  state.fieldOrNew(kUnion).coverage.widen(test::at(1));
  apply(state, added, {Numbers({kNext, 6}), added.time, Author::kTablet, nullptr, nullptr});
  EXPECT_EQ(elementsOf(state, kUnion), (std::vector{text("es")}));
}

TEST(JoinedHeads, NorWhereACopyThatReachesOverEveryRowDid) {
  const Change added = change(1, 1).cell(1, kTags, EditElements{{text("es"), text("ar")}, {}});
  for (const bool all : {true, false}) {
    RecordState state;
    join(state, inPart(added, text("es")), {kNext, 5}, {});
    FieldState& rows = state.fieldOrNew(kRows);
    (all ? rows.coverage : rows.rowOrNew(kEveryRow).fieldOrNew(kTags).coverage).widen(test::at(1));
    apply(state, added, {Numbers({kNext, 6}), added.time, Author::kTablet, nullptr, nullptr});
    EXPECT_EQ(rowOf(state, 1).field(kTags)->heads.size(), 1U);
  }
}

// … also with a copy that has the rest, but not beside what came again without its number.
TEST(JoinedHeads, TheRestComesWithACopyThatTellsTheSameNumber) {
  const Change added = change(1, 1).edit(kUnion, {text("es"), text("ar")});
  RecordState state;
  join(state, inPart(added, text("es")), {kNext, 5}, {});
  RecordState again;
  const Change alone = change(1, 1).edit(kUnion, {text("es")});
  apply(again, alone, {Numbers({kNext, 5}), added.time, Author::kTablet, nullptr, nullptr});
  join(state, Shelf{}.take(added).state(), {kNext, 6}, {});
  EXPECT_EQ(elementsOf(state, kUnion), (std::vector{text("ar"), text("es")}));
  join(again, Shelf{}.take(added).state(), {kNext, 6}, {});
  EXPECT_EQ(elementsOf(again, kUnion), (std::vector{text("es")}));
}

// What copies brought and somebody answered since does not come again with its change.
TEST(JoinedHeads, WhatWasBroughtAndIsGoneDoesNotComeWithItsChange) {
  const Change wrote = change(1, 1)
                           .write(kAsk, text("a"))
                           .edit(kUnion, {text("es"), text("ar")})
                           .write(1, kWhat, text("b"))
                           .erase();
  BroughtHeads brought;
  RecordState copy = Shelf{}.take(wrote).take(change(2, 1).eraseRow(2)).state();
  std::erase_if(copy.fieldOrNew(kUnion).heads,
                [](const Head& head) { return head.value == text("ar"); });
  brought.add(copy);
  EXPECT_TRUE(brought.holds({kRows, row(2)}, dot(2, 1), {}));
  RecordState state = Shelf{}.take(change(9, 1).write(kAsk, text("c"))).state();
  Applied applied{Numbers({kNext, 6}), wrote.time, Author::kTablet, nullptr, nullptr};
  applied.brought = &brought;
  apply(state, wrote, applied);
  EXPECT_EQ(dotsOf(state, kAsk), (std::vector{dot(9, 1)}));
  EXPECT_EQ(elementsOf(state, kUnion), (std::vector{text("ar")}));
  EXPECT_EQ(state.field(kRows), nullptr);
  EXPECT_TRUE(state.deletes.empty());
}

TEST(JoinedHeads, ADeleteAloneIsSomething) {
  RecordState state = Shelf{}.take(change(1, 1).write(kAsk, text("a"))).state();
  RecordState copy =
      Shelf{}.take(change(1, 1).write(kAsk, text("a"))).take(change(2, 1).saw(1).erase()).state();
  copy.fieldOrNew(kDeletedField);
  EXPECT_EQ(join(state, copy, {kNext, 9}, {}), Joined::kSomething);
  EXPECT_EQ(state.deletes.size(), 1U);
  EXPECT_EQ(state.number, (Number{kNext, 9}));
}

// Without a coverage beside them the copy's deletes take none away.
TEST(JoinedHeads, DeletesComeWithoutTheirCoverageAsWell) {
  RecordState state =
      Shelf{}.take(change(1, 1).write(kAsk, text("a"))).take(change(1, 2).saw(1).erase()).state();
  Shelf shelf;
  shelf.take(change(1, 1).write(kAsk, text("a"))).take(change(3, 1).write(kAsk, text("b")));
  const RecordState copy = shelf.take(change(2, 1).saw(2).erase()).state();
  EXPECT_EQ(join(state, copy, {kNext, 9}, {}), Joined::kSomething);
  EXPECT_EQ(state.deletes.size(), 2U);
}

TEST(CoverCells, OneCellCanDoWithout) {
  const RecordType type = testType();
  const FieldDeclaration& rows = *type.field(kRows);
  const Coverage seen{test::at(3)};
  const RecordState now = Shelf{}.take(change(1, 1).write(1, kWhat, text("a"))).state();
  RecordState copy = Shelf{}.take(change(1, 2).write(2, kStaffCell, text("b"))).state();
  FieldState& field = copy.fieldOrNew(kRows);
  field.coverage = seen;
  coverCells(field, *now.field(kRows), type, rows);
  EXPECT_TRUE(field.coverage.empty());
  EXPECT_EQ(field.row(row(1))->field(kWhat)->coverage, seen);
  EXPECT_EQ(field.row(row(2))->field(kStaffCell)->coverage, seen);
  // Each says its own already.
  const FieldState before = field;
  coverCells(field, *now.field(kRows), type, rows);
  EXPECT_EQ(field, before);
}

TEST(ReadyToJoin, ACopyOfWhatItsReaderMayNotSeeIsNone) {
  const RecordState copy = Shelf{}.take(change(1, 1).write(kSealed, Value{true})).state();
  EXPECT_FALSE(
      readyToJoin(testType(), std::array{Role::kWorker}, copy, {}, Coverage{*copy.number}));
}

// A volunteer reads some cells of a row, and so its deletes apart; a coverage of deletes that was
// joined before stands by itself.
TEST(ReadyToJoin, DeletesOfARowAreReachedWhoeverHoldsThem) {
  const Coverage seen{test::at(2)};
  const RecordState copy = Shelf{}.take(change(1, 1).write(1, kWhat, text("a"))).state();
  RecordState now =
      Shelf{}.take(change(1, 1).write(1, kWhat, text("a"))).take(change(2, 1).eraseRow(1)).state();
  now.fieldOrNew(kRows).rowOrNew(row(1)).fieldOrNew(kDeletedField).coverage.widen(test::at(1));
  const auto ready = readyToJoin(testType(), std::array{Role::kVolunteer}, copy, now, seen);
  ASSERT_TRUE(ready);
  EXPECT_EQ(ready->field(kRows)->row(row(1))->field(kDeletedField)->coverage, seen);
  const auto whole = readyToJoin(testType(), std::array{Role::kWorker}, copy, now, seen);
  ASSERT_TRUE(whole);
  EXPECT_EQ(whole->field(kRows)->coverage, seen);
}

// Whoever reads some cells alone tells of sets that were emptied, and not in which rows.
TEST(ReadyToJoin, ASetThatWasEmptiedInARowShowsItToNobodyElse) {
  const Coverage seen{test::at(9)};
  const auto rowsOf = [&](const RecordState& copy) {
    const auto ready = readyToJoin(testType(), std::array{Role::kVolunteer}, copy, {}, seen);
    return *ready->field(kRows);
  };
  const FieldState hidden =
      rowsOf(Shelf{}.take(change(1, 1).write(1, kStaffCell, text("a"))).state());
  ASSERT_EQ(hidden.rows.size(), 1U);
  EXPECT_EQ(hidden.row(kEveryRow)->coverageOf(kTags), seen);
  const FieldState shown = rowsOf(Shelf{}.take(change(1, 1).write(1, kWhat, text("a"))).state());
  EXPECT_EQ(shown.row(row(1))->coverageOf(kWhat), seen);
  EXPECT_EQ(shown.row(row(1))->coverageOf(kTags), Coverage{});
  EXPECT_EQ(shown.row(kEveryRow)->coverageOf(kTags), seen);
}

// … nor of one that they cannot read.
TEST(ReadyToJoin, OfASetThatItsReaderCannotReadACopyTellsNothing) {
  RecordType type = testType();
  for (FieldDeclaration& cell : type.fields[kRows - 1].cells) {
    if (cell.number == kTags) cell.sensitivity = Sensitivity::kPersonal;
  }
  const RecordState copy = Shelf{}.take(change(1, 1).write(1, kWhat, text("a"))).state();
  const auto ready =
      readyToJoin(type, std::array{Role::kVolunteer}, copy, {}, Coverage{test::at(9)});
  ASSERT_TRUE(ready);
  EXPECT_EQ(ready->field(kRows)->row(kEveryRow), nullptr);
}

// … so that what was in a row which is gone stays gone, whether its change comes or a copy of
// before.
TEST(JoinedHeads, AnElementOfARowThatIsReadInPartAndGoneStaysGone) {
  const Past past({}, 0);
  const Change added = change(1, 1).cell(1, kTags, EditElements{{text("es")}, {}});
  const Change kept = change(1, 2).cell(2, kTags, EditElements{{text("es")}, {}});
  Shelf shelf;
  shelf.take(added);
  const RecordState before = shelf.state();
  shelf.take(change(2, 1).saw(1).cell(1, kTags, EditElements{{}, {text("es")}}));
  const RecordState after = *filterFor(Role::kVolunteer, &testType(), shelf.state());
  Office office(past);
  office.join(after, std::array{Role::kVolunteer});
  office.giveBack({added, 1, Author::kTablet});
  office.join(before);
  office.giveBack({kept, 3, Author::kTablet});
  const FieldState& rows = *office.state().field(kRows);
  EXPECT_EQ(rows.row(row(1)), nullptr);
  EXPECT_EQ(rows.row(row(2))->field(kTags)->heads.size(), 1U);
}

// … also in a copy of this epoch, after the next restore.
TEST(JoinedHeads, WhatACopyHasHeardOfEveryRowItTells) {
  const Change added = change(1, 1).cell(1, kTags, EditElements{{text("es")}, {}});
  RecordState state = Shelf{}.take(added).state();
  RecordState copy = state;
  FieldState& rows = copy.fieldOrNew(kRows);
  rows.rows.clear();
  rows.rowOrNew(row(1)).fieldOrNew(kTags).coverage.widen({EpochId{77}, 1});
  rows.rowOrNew(kEveryRow).fieldOrNew(kTags).coverage.widen(test::at(1));
  join(state, copy, {kNext, 9}, {});
  EXPECT_TRUE(state.field(kRows)->row(row(1))->field(kTags)->heads.empty());
}

// A row goes without a trace only where the last that it held was a set.
TEST(ReadyToJoin, RowsThatHoldNothingAreReachedOnlyWhereASetMayHaveBeenEmptied) {
  const Coverage seen{test::at(1)};
  const RecordState copy = Shelf{}.take(change(1, 1).write(kAsk, text("a"))).state();
  const auto ready = readyToJoin(testType(), kAllSeeing, copy, {}, seen);
  ASSERT_TRUE(ready && ready->field(kRows) != nullptr);
  EXPECT_EQ(ready->field(kRows)->coverage, seen);
  RecordType withoutSets = testType();
  std::erase_if(withoutSets.fields[kRows - 1].cells,
                [](const FieldDeclaration& cell) { return cell.number == kTags; });
  const auto silent = readyToJoin(withoutSets, kAllSeeing, copy, {}, seen);
  ASSERT_TRUE(silent && silent->field(kAsk) != nullptr);
  EXPECT_EQ(silent->field(kRows), nullptr);
}

}  // namespace
}  // namespace rapport
