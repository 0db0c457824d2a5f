#include <algorithm>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "shared/merge/filter.h"
#include "tests/shared/merge/script.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

constexpr unsigned kStranger = 9;  // a replica that no script names

RC_GTEST_PROP(MergeLaw, ApplyingTwiceChangesNothing, (const Script& script)) {
  RecordState state;
  const auto changes = placed(script);
  for (const Placed& each : changes) {
    apply(state, each.change, each.applied());
    RecordState again = state;
    for (const Placed& earlier : changes) {
      if (earlier.number <= each.number) apply(again, earlier.change, earlier.applied());
    }
    RC_ASSERT(again == state);
  }
}

RC_GTEST_PROP(MergeLaw, ApplyingAPendingChangeTwiceChangesNothing, (const Script& script)) {
  RecordState state;
  for (const Placed& each : placed(script)) {
    apply(state, each.change, pending(each.change));
    RecordState again = state;
    apply(again, each.change, pending(each.change));
    RC_ASSERT(again == state);
  }
}

RC_GTEST_PROP(MergeLaw, WhatStandsDependsOnTheOrderAndOnNoClock,
              (const Script& script, const std::vector<std::int64_t>& clocks)) {
  Script skewed = script;
  for (std::size_t i = 0; i < std::min(skewed.size(), clocks.size()); ++i) {
    skewed[i].millis = clocks[i];
  }
  RC_ASSERT(standing(played(placed(script))) == standing(played(placed(skewed))));
}

RC_GTEST_PROP(MergeLaw, ChangesThatDidNotSeeEachOtherMayComeInEitherOrder,
              (const Script& script, Step first, Step second)) {
  if (first.author == second.author) second.author = (first.author + 1) % (kConsole + 1);
  const auto before = placed(script);
  const Placed one = place(first, before);
  const Placed other = place(second, before);  // of the same base, so it saw no more than that
  auto forward = before;
  forward.push_back(one);
  forward.push_back({other.change, one.number + 1, other.author});
  auto backward = before;
  backward.push_back(other);
  backward.push_back({one.change, other.number + 1, one.author});
  RC_ASSERT(standing(played(forward)) == standing(played(backward)));
}

// The tablet's screen, before anything is sent, shows what the server will hold afterwards.
RC_GTEST_PROP(MergeLaw, OverlayShowsWhatTheServerWillHold,
              (const Script& script, const Script& own)) {
  auto changes = placed(script);
  const std::uint64_t shown = changes.size();
  RecordState screen = played(changes);
  for (Step step : own) {
    step.author = kStranger;
    step.hidden = 0;
    Placed next = place(step, changes);
    const std::optional<Number> copy = shown > 0 ? std::optional{at(shown)} : std::nullopt;
    letSee(next.change.operations.front(), copy);
    apply(screen, next.change, pending(next.change));
    changes.push_back(next);
  }
  RC_ASSERT(standing(screen) == standing(played(changes)));
}

RC_GTEST_PROP(MergeLaw, FilteringAfterApplyingIsApplyingAfterFiltering,
              (const Script& script, Step last)) {
  auto changes = placed(script);
  const Placed next = place(last, changes);
  const RecordState before = played(changes);
  changes.push_back(next);
  const RecordState after = played(changes);
  for (const Role role : {Role::kVolunteer, Role::kWorker, Role::kSafeguarding}) {
    auto copy = filterFor(role, &testType(), before);
    if (!copy) continue;
    apply(*copy, next.change, next.applied());
    RC_ASSERT(filterFor(role, &testType(), *copy) == filterFor(role, &testType(), after));
  }
}

RC_GTEST_PROP(MergeLaw, EqualValuesAreNoConflict, ()) {
  const auto field = *rc::gen::elementOf(
      std::vector<FieldNumber>{kLatest, kAsk, kImmutable, kMin, kMax, kOr, kStatus, kConsent});
  const auto authors = *rc::gen::inRange(1U, 6U);
  const Value value = field == kStatus ? status(0, "kept") : text("the same");
  Shelf shelf;
  for (unsigned i = 1; i <= authors; ++i) shelf.take(change(i, 1).write(field, value));
  RC_ASSERT(!reading(shelf.state(), field).conflicted());
  RC_ASSERT(valueOf(shelf.state(), field) == value);
  RC_ASSERT(dotsOf(shelf.state(), field).size() == authors);
}

RC_GTEST_PROP(MergeLaw, CountsAreTheSumOfEverythingCounted, (const Script& script)) {
  std::int64_t sum = 0;
  const auto changes = placed(script);
  for (const Placed& each : changes) {
    const auto* add = std::get_if<AddAmount>(&each.change.operations.front().deed);
    sum += add != nullptr ? add->amount : 0;
  }
  RC_ASSERT(valueOf(played(changes), kCount) == whole(sum));
}

RC_GTEST_PROP(MergeLaw, RemovingLeavesWhatWasAddedUnseen, (const Script& script)) {
  const auto changes = placed(script);
  const RecordState before = played(changes);
  const std::uint64_t seen = *rc::gen::inRange<std::uint64_t>(0, changes.size() + 1);
  RecordState after = before;
  const Change removal =
      change(kStranger, 1).saw(seen).edit(kUnion, {}, {text("x"), text("y"), text("z")});
  apply(after, removal, numbered(removal, changes.size() + 1));
  std::vector<Dot> unseen;
  for (const Dot& dot : dotsOf(before, kUnion)) {
    const auto by =
        std::ranges::find(changes, dot, [](const Placed& each) { return each.change.dot; });
    if (by->number > seen) unseen.push_back(dot);
  }
  RC_ASSERT(dotsOf(after, kUnion) == unseen);
}

RC_GTEST_PROP(MergeLaw, ADeleteNeverHidesAnEditThatItDidNotSee, (const Script& script)) {
  auto changes = placed(script);
  ChangeBuilder edit = change(kStranger, 1);
  switch (*rc::gen::inRange(0, 4)) {
    case 3:
      edit.cell(*rc::gen::inRange(1U, 4U), kHeads, AddAmount{1});
      break;
    case 0:
      edit.write(kAsk, text("unseen"));
      break;
    case 1:
      edit.edit(kUnion, {text("unseen")});
      break;
    default:
      edit.add(kCount, 1);
  }
  changes.push_back({edit, changes.size() + 1, Author::kTablet});
  RC_ASSERT(!isDeleted(played(changes)));
}

RC_GTEST_PROP(MergeLaw, ADeleteOfEverythingSeenHidesTheRecordAndKeepingBringsItBack,
              (const Script& script)) {
  auto changes = placed(script);
  const std::uint64_t all = changes.size();
  changes.push_back({change(kStranger, 1).saw(all).erase(), all + 1, Author::kTablet});
  RC_ASSERT(isDeleted(played(changes)));
  changes.push_back({change(1, 900).saw(all + 1).keep(), all + 2, Author::kTablet});
  RC_ASSERT(!isDeleted(played(changes)));
  RC_ASSERT(!isDeleteContested(played(changes)));
}

RC_GTEST_PROP(MergeLaw, AKnowingWriteLeavesOneHead, (const Script& script)) {
  auto changes = placed(script);
  const std::uint64_t all = changes.size();
  changes.push_back(
      {change(kStranger, 1).saw(all).write(kAsk, text("settled")), all + 1, Author::kTablet});
  const RecordState state = played(changes);
  RC_ASSERT(dotsOf(state, kAsk) == std::vector{dot(kStranger, 1)});
  RC_ASSERT(!reading(state, kAsk).conflicted());
}

}  // namespace
}  // namespace rapport
