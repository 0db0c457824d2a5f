#include <algorithm>
#include <map>

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/shared/merge/script.h"
#include "tests/shared/merge/undo_builders.h"

namespace rapport {
namespace {

using namespace test;  // NOLINT: the builders are the language of these tests

constexpr unsigned kStranger = 9;  // a replica that no script names

// What people read in a record: of a status its state, for the generation counts how often.
std::map<FieldNumber, std::string> said(const RecordState& state) {
  std::map<FieldNumber, std::string> out;
  for (const FieldState& field : state.fields) {
    const FieldReading read = reading(state, field.field);
    std::string text;
    for (const Value& element : read.elements) text += std::get<std::string>(element) + ",";
    if (const auto* words = std::get_if<std::string>(&read.value)) text = *words;
    if (const auto* status = std::get_if<StatusValue>(&read.value)) text = status->state;
    if (const auto* flag = std::get_if<bool>(&read.value)) text = *flag ? "true" : "false";
    if (const auto* number = std::get_if<std::int64_t>(&read.value)) text = std::to_string(*number);
    if (text.empty() || text == "0") continue;
    out[field.field] = text;
  }
  return out;
}

// A record in which random lives went on, and at last a step by somebody who saw all of it.
struct Scene {
  RecordState before, after;
  Change last;
  std::uint64_t number = 0;
};

Scene sceneOf(const Script& script, Step last) {
  auto changes = placed(script);
  changes.insert(changes.begin(), {change(kStranger, 1).write(kMin, whole(1)), 0, Author::kTablet});
  for (std::size_t i = 0; i < changes.size(); ++i) changes[i].number = i + 1;
  last.hidden = 0;
  Placed placedLast = place(last, changes);
  letSee(placedLast.change.operations.front(), at(changes.size()));
  placedLast.number = changes.size() + 1;
  Scene scene{played(changes), {}, placedLast.change, placedLast.number};
  changes.push_back(placedLast);
  scene.after = played(changes);
  return scene;
}

bool isRowsOrDeletion(const Scene& scene) {
  const FieldNumber field = scene.last.operations.front().field;
  return field == kRows || field == kDeletedField;
}

RC_GTEST_PROP(UndoLaw, UndoneItSaysWhatItSaidBefore, (const Script& script, Step step)) {
  const Scene scene = sceneOf(script, step);
  RC_PRE(!isRowsOrDeletion(scene));
  const auto inverse =
      inverseOf(testType(), Role::kSafeguarding, scene.after, doneTo(scene.before, scene.last));
  RC_PRE(inverse.ok());
  RecordState undone = scene.after;
  const Change undo = entered(scene.after, *inverse, kStranger, 2, Role::kSafeguarding);
  apply(undone, undo, numbered(undo, scene.number + 1));
  RC_ASSERT(said(undone) == said(scene.before));
}

RC_GTEST_PROP(UndoLaw, UndoOfUndoIsRedo, (const Script& script, Step step)) {
  const Scene scene = sceneOf(script, step);
  RC_PRE(!isRowsOrDeletion(scene));
  // No judge would let it fall, so nobody could let it fall again.
  RC_PRE(scene.last.operations.front().field != kSealed);
  const Role role = Role::kSafeguarding;
  const auto inverse = inverseOf(testType(), role, scene.after, doneTo(scene.before, scene.last));
  RC_PRE(inverse.ok());
  RecordState undone = scene.after;
  const Change undo = entered(scene.after, *inverse, kStranger, 2, role);
  apply(undone, undo, numbered(undo, scene.number + 1));
  const auto redo = inverseOf(testType(), role, undone, doneTo(scene.after, undo));
  RC_ASSERT(redo.ok());
  RecordState redone = undone;
  const Change again = entered(undone, *redo, kStranger, 3, role);
  apply(redone, again, numbered(again, scene.number + 2));
  RC_ASSERT(said(redone) == said(scene.after));
}

// Whoever undoes on an older copy leaves alone what they were not shown.
RC_GTEST_PROP(UndoLaw, UndoNeverRemovesWhatWasNotShown,
              (const Script& script, Step step, const Script& later)) {
  const Scene scene = sceneOf(script, step);
  const auto inverse =
      inverseOf(testType(), Role::kSafeguarding, scene.after, doneTo(scene.before, scene.last));
  RC_PRE(inverse.ok());
  std::vector<Placed> unseen;
  RecordState now = scene.after;
  for (std::size_t i = 0; i < std::min<std::size_t>(later.size(), 6); ++i) {
    Change next = change(20 + static_cast<unsigned>(i), 1);
    next.operations = place(later[i], {}).change.operations;
    apply(now, next, numbered(next, scene.number + 1 + i));
    unseen.push_back({next, scene.number + 1 + i, Author::kTablet});
  }
  const Change undo = entered(scene.after, *inverse, kStranger, 2, Role::kSafeguarding);
  RecordState undone = now;
  apply(undone, undo, numbered(undo, scene.number + 100));
  for (const Placed& each : unseen) {
    const auto has = [&each](const RecordState& state) {
      std::size_t heads = 0;
      for (const FieldState& field : state.fields) {
        heads +=
            static_cast<std::size_t>(std::ranges::count(field.heads, each.change.dot, &Head::dot));
      }
      return heads;
    };
    RC_ASSERT(has(undone) == has(now));
  }
}

// All that undo offers is what an author may enter: it is never refused afterwards.
RC_GTEST_PROP(UndoLaw, WhatIsOfferedIsNeverRefused, (const Script& script, Step step)) {
  const Scene scene = sceneOf(script, step);
  for (const Role role : {Role::kVolunteer, Role::kWorker, Role::kSafeguarding}) {
    const auto inverse = inverseOf(testType(), role, scene.after, doneTo(scene.before, scene.last));
    if (!inverse) continue;
    for (const FieldEdit& edit : inverse->fields) {
      RC_ASSERT(authorEdit(testType(), role, scene.after, edit).ok());
    }
  }
}

}  // namespace
}  // namespace rapport
