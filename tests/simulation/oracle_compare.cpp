#include <algorithm>
#include <set>

#include "shared/merge/read.h"
#include "tests/simulation/oracle.h"

// The oracle beside what the real merge made of the same edits.

namespace rapport::simulation {
namespace {

using Named = std::set<std::string>;

std::string listOf(const Named& names) {
  std::string all;
  for (const std::string& name : names) all.append(all.empty() ? "" : " ").append(name);
  return "[" + all + "]";
}

std::optional<std::string> difference(const std::string& where, const Named& got,
                                      const Named& wanted) {
  if (got == wanted) return std::nullopt;
  Named lost, risen;
  std::ranges::set_difference(wanted, got, std::inserter(lost, lost.end()));
  std::ranges::set_difference(got, wanted, std::inserter(risen, risen.end()));
  return where + ": lost " + listOf(lost) + ", should not be there " + listOf(risen);
}

std::string elementName(const Dot& dot, const Value& element) {
  if (const auto* text = std::get_if<std::string>(&element)) return textOf(dot) + "=" + *text;
  const auto& row = std::get<RowValue>(element);
  return textOf(dot) + "=" + std::get<std::string>(row.cells.front().second);
}

std::string whereIn(const RecordState& state, const Place& place) {
  const std::string row = place.row > 0 ? "row " + std::to_string(place.row) + " " : "";
  return "record " + state.id.toString().substr(0, 4) + " at " + std::to_string(state.number->n) +
         ", " + row;
}

}  // namespace

std::optional<std::string> Oracle::comparePlace(const RecordState& state, const Contents& contents,
                                                const Place& place) const {
  static const FieldState kEmpty;
  const FieldDeclaration& declared = *declaredAt(*catalogue_.type(state.type), place);
  const FieldState* there = contents.field(declared.number);
  const FieldState& held = there != nullptr ? *there : kEmpty;
  const std::string where = whereIn(state, place) + declared.name;
  if (declared.rule == MergeRule::kCount) {
    std::int64_t got = 0, wanted = 0;
    for (const CountEntry& entry : held.counts) got += entry.sum;
    const Applied& applied = applied_.at(state.id);
    for (const Edit edit : applied.order) {
      if (!applied.known.holds(place, edit)) continue;
      for (const Wish& wish : intents_[edit].wishes) {
        if (wish.place == place) wanted += std::get<AddAmount>(wish.what).amount;
      }
    }
    if (got == wanted) return std::nullopt;
    return where + ": counts " + std::to_string(got) + ", should be " + std::to_string(wanted);
  }
  const bool isSet = declared.rule == MergeRule::kUnion || declared.rule == MergeRule::kAppend;
  Named got, wanted;
  for (const Head& head : held.heads) {
    got.insert(isSet ? elementName(head.dot, head.value) : textOf(head.dot));
  }
  if (isSet) {
    for (const auto& [intent, element] : elementsOf(state.id, place)) {
      wanted.insert(elementName(intents_[intent].dot, element));
    }
  } else {
    for (const std::size_t intent : standingOf(state.id, place)) {
      wanted.insert(textOf(intents_[intent].dot));
    }
  }
  if (declared.neverFalls) keepWhatNeverFalls(state.id, place, got, wanted);
  return difference(where, got, wanted);
}

// To a copy that is given back it loses nothing, not even what others had answered.
void Oracle::keepWhatNeverFalls(RecordId record, const Place& place,
                                const std::set<std::string>& got,
                                std::set<std::string>& wanted) const {
  if (!wentBack_) return;
  const Applied& applied = applied_.at(record);
  for (const Edit edit : applied.order) {
    const std::string name = textOf(intents_[edit].dot);
    if (applied.known.holds(place, edit) && got.contains(name)) wanted.insert(name);
  }
}

std::optional<std::string> Oracle::compareDeletes(const RecordState& state,
                                                  const Contents& contents,
                                                  const Place& deletion) const {
  Named got, wanted;
  for (const DeleteHead& head : contents.deletes) got.insert(textOf(head.dot));
  for (const std::size_t intent : standingOf(state.id, deletion)) {
    wanted.insert(textOf(intents_[intent].dot));
  }
  return difference(whereIn(state, deletion) + "deleted", got, wanted);
}

std::optional<std::string> Oracle::compareRows(const RecordState& state,
                                               const FieldDeclaration& field) const {
  static const RowState kNoRow;
  const RecordType& type = *catalogue_.type(state.type);
  const FieldState* held = state.field(field.number);
  std::set<RowId> standing;
  if (held != nullptr) {
    for (const RowState* row : readField(field, *held).rows) standing.insert(row->id);
  }
  for (unsigned name = 1; name <= kRowNames; ++name) {
    const RowState* found = held != nullptr ? held->row(rowNamed(name)) : nullptr;
    const RowState& row = found != nullptr ? *found : kNoRow;
    for (const FieldDeclaration& cell : field.cells) {
      if (auto wrong = comparePlace(state, row, {field.number, name, cell.number})) return wrong;
    }
    const Place deletion{field.number, name, kDeletedField};
    if (auto wrong = compareDeletes(state, row, deletion)) return wrong;
    const Alive alive = aliveInRow(state.id, type, field.number, name);
    const bool stands = !alive.empty() && !areDeleted(state.id, alive, deletion);
    if (standing.contains(rowNamed(name)) == stands) continue;
    return whereIn(state, deletion) + (stands ? "should stand" : "should not stand");
  }
  return std::nullopt;
}

bool Oracle::isRight(const RecordState& state, const RecordState* right, const Dot& last,
                     FieldNumber field) const {
  const auto change = byDot_.find(last);
  if (right == nullptr || change == byDot_.end()) return false;
  const auto wrote = [field](const Wish& wish) { return wish.place.field == field; };
  if (std::ranges::any_of(intents_[change->second].wishes, wrote)) return false;
  const FieldState* now = state.field(field);
  const FieldState* before = right->field(field);
  if (now == nullptr || before == nullptr) return now == before;
  return *now == *before;
}

std::optional<std::string> Oracle::compare(const RecordState& state, const RecordState* right,
                                           const Dot& last) const {
  if (!applied_.contains(state.id)) return "a record that nobody wrote";
  const RecordType* type = catalogue_.type(state.type);
  for (const FieldDeclaration& field : type->fields) {
    if (isRight(state, right, last, field.number)) continue;
    const bool isRows = field.rule == MergeRule::kRows;
    auto wrong = isRows ? compareRows(state, field) : comparePlace(state, state, {field.number});
    if (wrong) return wrong;
  }
  if (auto wrong = compareDeletes(state, state, {})) return wrong;
  // What lingers of what never falls keeps the record alive.
  const bool lingers = std::ranges::any_of(type->fields, [&](const FieldDeclaration& field) {
    const FieldState* held = field.neverFalls && wentBack_ ? state.field(field.number) : nullptr;
    if (held == nullptr) return false;
    const Standing standing = standingOf(state.id, {field.number});
    return std::ranges::any_of(held->heads, [&](const Head& head) {
      return std::ranges::none_of(
          standing, [&](const std::size_t edit) { return intents_[edit].dot == head.dot; });
    });
  });
  if (lingers) return std::nullopt;
  const bool gone = isDeleted(state.id, *type);
  if (rapport::isDeleted(state) == gone) return std::nullopt;
  return whereIn(state, {}) + (gone ? "should be deleted" : "should not be deleted");
}

}  // namespace rapport::simulation
