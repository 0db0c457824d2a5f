#include "shared/merge/undo_field.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "shared/merge/read.h"

namespace rapport {
namespace {

bool holds(const std::vector<Head>& heads, const Value& value) {
  return std::ranges::any_of(heads, [&value](const Head& head) { return head.value == value; });
}

Error forgotten(const UndoSpot& spot) {
  return {ErrorCode::kRefused, "Nobody here knows any more what stood before this change. " +
                                   placeOf(spot.type, spot.field) +
                                   " was left as it is; write what is right."};
}

Status checkRule(const UndoSpot& spot, const Value& earlier) {
  const std::string what = placeOf(spot.type, spot.field);
  switch (spot.field.rule) {
    case MergeRule::kImmutable:
      if (!isCleared(earlier)) return {};
      return Error{ErrorCode::kRefused,
                   what +
                       " is written once and stays. Leave it as it is, and say in a new entry what "
                       "should be corrected."};
    case MergeRule::kStatus:
      if (!isCleared(earlier)) return {};
      return Error{ErrorCode::kRefused, what +
                                            " had no state before this one. Set it to what is "
                                            "right instead."};
    case MergeRule::kConsent: {
      const auto* consent = std::get_if<ConsentValue>(&earlier);
      if (consent != nullptr && consent->answer != ConsentAnswer::kYes) return {};
      return Error{ErrorCode::kRefused, what +
                                            " is not undone: only the person themselves says yes. "
                                            "Ask them again, or write no or withdrawn."};
    }
    default:
      return {};
  }
}

// What would say there what it says now, had this change never been.
Result<FieldEdit> back(const UndoSpot& spot, const WriteValue& write) {
  FieldState others = spot.shown;
  std::erase_if(others.heads,
                [&spot](const Head& head) { return head.dot == spot.done.change.dot; });
  const bool stands = others.heads.size() < spot.shown.heads.size();
  if (!stands && !sayTheSame(readField(spot.field, spot.shown).value, write.value)) {
    return changedSince(placeOf(spot.type, spot.field));
  }
  if (spot.field.neverFalls && write.value == Value{true}) {
    return Error{ErrorCode::kRefused,
                 placeOf(spot.type, spot.field) + " cannot be taken back once it is set."};
  }
  const bool amongOthers = stands && !others.heads.empty();
  if (!amongOthers && !spot.done.before) return forgotten(spot);
  Value earlier = readField(spot.field, amongOthers ? others : spot.before).value;
  if (sayTheSame(earlier, write.value)) {
    return Error{ErrorCode::kInvalid, placeOf(spot.type, spot.field) +
                                          " says the same without this change. There is nothing to "
                                          "undo."};
  }
  if (Status may = checkRule(spot, earlier); !may) return may.error();
  return FieldEdit{spot.field.name, std::move(earlier)};
}

// Takes out what stands by this change alone, and puts back what nobody has put back.
Result<FieldEdit> back(const UndoSpot& spot, const EditElements& edit) {
  if (!spot.done.before) return forgotten(spot);
  EditElements inverse;
  std::vector<Head> others = spot.shown.heads;
  std::erase_if(others, [&spot](const Head& head) { return head.dot == spot.done.change.dot; });
  for (const Value& value : edit.added) {
    const bool byThisAlone = holds(spot.shown.heads, value) && !holds(others, value);
    if (byThisAlone && !holds(spot.before.heads, value)) inverse.removed.push_back(value);
  }
  for (const Value& value : edit.removed) {
    const bool wasTaken = holds(spot.before.heads, value) && !holds(spot.shown.heads, value);
    if (wasTaken) inverse.added.push_back(value);
  }
  if (inverse.added.empty() && inverse.removed.empty()) {
    return changedSince(placeOf(spot.type, spot.field));
  }
  return FieldEdit{spot.field.name, std::move(inverse)};
}

Result<FieldEdit> back(const UndoSpot& spot, const AddAmount& add) {
  if (spot.done.takenBack.contains(spot.place)) {
    return Error{ErrorCode::kConflict,
                 placeOf(spot.type, spot.field) + " was counted back already. Nothing was undone."};
  }
  if (add.amount == 0 || add.amount == std::numeric_limits<std::int64_t>::min()) {
    return Error{ErrorCode::kInvalid,
                 placeOf(spot.type, spot.field) + " counted nothing that could be taken back."};
  }
  return FieldEdit{spot.field.name, AddAmount{-add.amount}};
}

}  // namespace

bool sayTheSame(const Value& a, const Value& b) {
  const auto* status = std::get_if<StatusValue>(&a);
  const auto* otherStatus = std::get_if<StatusValue>(&b);
  if (status != nullptr && otherStatus != nullptr) return status->state == otherStatus->state;
  const auto* consent = std::get_if<ConsentValue>(&a);
  const auto* otherConsent = std::get_if<ConsentValue>(&b);
  if (consent != nullptr && otherConsent != nullptr) return consent->answer == otherConsent->answer;
  return a == b;
}

Error changedSince(const std::string& what) {
  return {ErrorCode::kConflict, what +
                                    " was changed since. Nothing was undone; look at what it says "
                                    "now, and write what is right."};
}

Result<FieldEdit> fieldBack(const UndoSpot& spot, const Deed& deed) {
  if (const auto* write = std::get_if<WriteValue>(&deed)) return back(spot, *write);
  if (const auto* edit = std::get_if<EditElements>(&deed)) return back(spot, *edit);
  if (const auto* add = std::get_if<AddAmount>(&deed)) return back(spot, *add);
  return Error{ErrorCode::kInvalid, placeOf(spot.type, spot.field) + " cannot be undone."};
}

}  // namespace rapport
