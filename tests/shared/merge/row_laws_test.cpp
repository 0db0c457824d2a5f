#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/shared/merge/script.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

constexpr unsigned kStranger = 9;  // a replica that no script names
constexpr unsigned kItsRow = 7;

bool touchesRows(const Placed& each) { return each.change.operations.front().field == kRows; }

// The same change, of a row instead of its record.
Placed withinRow(Placed each) {
  Operation inner = each.change.operations.front();
  Operation outer{kRows, inner.seen, {}, EditRows{{{row(kItsRow), {std::move(inner)}}}}};
  each.change.operations = {std::move(outer)};
  return each;
}

RC_GTEST_PROP(RowLaw, ARowMergesAsARecordDoes, (const Script& script)) {
  RecordState record;
  RecordState holder;
  for (const Placed& each : placed(script)) {
    if (touchesRows(each)) continue;
    const Placed inside = withinRow(each);
    apply(record, each.change, each.applied());
    apply(holder, inside.change, inside.applied());
  }
  RC_ASSERT(static_cast<const Contents&>(rowOf(holder, kItsRow)) ==
            static_cast<const Contents&>(record));
  RC_ASSERT(isDeleted(rowOf(holder, kItsRow)) == isDeleted(record));
  RC_ASSERT(isDeleteContested(rowOf(holder, kItsRow)) == isDeleteContested(record));
}

RC_GTEST_PROP(RowLaw, RowsDoNotTouchEachOther, (const Script& script, Step last)) {
  const auto before = placed(script);
  Placed next = place(last, before);
  RecordState after = played(before);
  apply(after, next.change, next.applied());
  const auto* edit = std::get_if<EditRows>(&next.change.operations.front().deed);
  for (unsigned name = 1; name <= 3; ++name) {
    const bool edited = edit != nullptr && std::ranges::count(edit->rows, row(name), &RowEdit::row);
    if (!edited) RC_ASSERT(rowOf(after, name) == rowOf(played(before), name));
  }
}

RC_GTEST_PROP(RowLaw, ARemovalNeverHidesAnEditThatItDidNotSee, (const Script& script)) {
  auto changes = placed(script);
  const unsigned name = *rc::gen::inRange(1U, 4U);
  ChangeBuilder edit = change(kStranger, 1);
  switch (*rc::gen::inRange(0, 3)) {
    case 0:
      edit.write(name, kWhat, text("unseen"));
      break;
    case 1:
      edit.cell(name, kTags, EditElements{{text("unseen")}, {}});
      break;
    default:
      edit.cell(name, kHeads, AddAmount{1});
  }
  const RecordState before = played(changes);
  changes.push_back({edit, changes.size() + 1, Author::kTablet});
  const RecordState state = played(changes);
  RC_ASSERT(std::ranges::count(rowsOf(state), name) == 1);
  // … and keeps the whole row, not the cell that was edited alone.
  RC_ASSERT(rowOf(state, name).fields.size() >= rowOf(before, name).fields.size());
}

RC_GTEST_PROP(RowLaw, ARemovalOfEverythingSeenHidesTheRowAndKeepingBringsItBack,
              (const Script& script)) {
  auto changes = placed(script);
  const unsigned name = *rc::gen::inRange(1U, 4U);
  changes.push_back(
      {change(1, 800).write(name, kWhat, text("row")), changes.size() + 1, Author::kTablet});
  const std::uint64_t all = changes.size();
  changes.push_back({change(kStranger, 1).saw(all).eraseRow(name), all + 1, Author::kTablet});
  RC_ASSERT(std::ranges::count(rowsOf(played(changes)), name) == 0);
  changes.push_back({change(1, 900).saw(all + 1).keepRow(name), all + 2, Author::kTablet});
  RC_ASSERT(std::ranges::count(rowsOf(played(changes)), name) == 1);
  RC_ASSERT(!isDeleteContested(rowOf(played(changes), name)));
}

}  // namespace
}  // namespace rapport
