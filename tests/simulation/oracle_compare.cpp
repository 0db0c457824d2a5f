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

}  // namespace

std::optional<std::string> Oracle::compareField(const RecordState& state,
                                                const FieldDeclaration& field) const {
  static const FieldState kEmpty;
  const FieldState* there = state.field(field.number);
  const FieldState& held = there != nullptr ? *there : kEmpty;
  const std::string where = "record " + state.id.toString().substr(0, 4) + " at " +
                            std::to_string(state.number->n) + ", " + field.name;
  if (field.rule == MergeRule::kCount) {
    std::int64_t got = 0, wanted = 0;
    for (const CountEntry& entry : held.counts) got += entry.sum;
    for (const Applied& applied : applied_.at(state.id)) {
      for (const Wish& wish : intents_[applied.intent].wishes) {
        if (wish.field == field.number) wanted += std::get<AddAmount>(wish.what).amount;
      }
    }
    if (got == wanted) return std::nullopt;
    return where + ": counts " + std::to_string(got) + ", should be " + std::to_string(wanted);
  }
  const bool isSet = field.rule == MergeRule::kUnion || field.rule == MergeRule::kAppend;
  Named got, wanted;
  for (const Head& head : held.heads) {
    got.insert(isSet ? elementName(head.dot, head.value) : textOf(head.dot));
  }
  if (isSet) {
    for (const auto& [intent, element] : elementsOf(state.id, field.number)) {
      wanted.insert(elementName(intents_[intent].dot, element));
    }
  } else {
    for (const std::size_t intent : standingOf(state.id, field.number)) {
      wanted.insert(textOf(intents_[intent].dot));
    }
  }
  return difference(where, got, wanted);
}

std::optional<std::string> Oracle::compareDeletes(const RecordState& state) const {
  const std::string where = "record " + state.id.toString().substr(0, 4) + " at " +
                            std::to_string(state.number->n) + ", deleted";
  Named got, wanted;
  for (const DeleteHead& head : state.deletes) got.insert(textOf(head.dot));
  for (const std::size_t intent : standingOf(state.id, kDeletedField)) {
    wanted.insert(textOf(intents_[intent].dot));
  }
  if (auto wrong = difference(where, got, wanted)) return wrong;
  const bool gone = isDeleted(state.id, state.type);
  if (rapport::isDeleted(state) == gone) return std::nullopt;
  return where + (gone ? ": should be deleted" : ": should not be deleted");
}

std::optional<std::string> Oracle::compare(const RecordState& state) const {
  if (!applied_.contains(state.id)) return "a record that nobody wrote";
  const RecordType* type = catalogue_.type(state.type);
  for (const FieldDeclaration& field : type->fields) {
    if (auto wrong = compareField(state, field)) return wrong;
  }
  return compareDeletes(state);
}

}  // namespace rapport::simulation
