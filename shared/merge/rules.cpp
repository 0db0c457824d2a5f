#include "shared/merge/rules.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/model/validate.h"

namespace rapport {
namespace {

Status invalid(const RecordType& type, const FieldDeclaration& field, const std::string& rest) {
  return Error{ErrorCode::kInvalid, placeOf(type, field) + rest};
}

Status checkElements(const RecordType& type, const FieldDeclaration& field,
                     const EditElements& edit) {
  if (std::max(edit.added.size(), edit.removed.size()) > limits::kElementsPerOperation) {
    return Error{ErrorCode::kTooLarge, placeOf(type, field) + " takes at most " +
                                           std::to_string(limits::kElementsPerOperation) +
                                           " entries at once. Save some of them first."};
  }
  for (const Value& element : edit.added) {
    if (isCleared(element)) return invalid(type, field, " takes entries that are not empty.");
    if (Status valid = validateValue(type, field, element); !valid) return valid;
  }
  return {};
}

}  // namespace

Error malformed(const std::string& what) {
  return Error{ErrorCode::kInvalid, "This change is malformed: " + what +
                                        ". Update Rapport on this tablet, then enter it again."};
}

Status checkDeed(const RecordType& type, const FieldDeclaration& field, const Deed& deed) {
  switch (field.rule) {
    case MergeRule::kCount:
      if (std::holds_alternative<AddAmount>(deed)) return {};
      return invalid(type, field, " is a count. Add to it or take from it.");
    case MergeRule::kUnion:
    case MergeRule::kAppend:
      if (std::holds_alternative<EditElements>(deed)) return {};
      return invalid(type, field, " holds several entries. Add entries or remove them.");
    case MergeRule::kRows:
      if (std::holds_alternative<EditRows>(deed)) return {};
      return invalid(type, field, " holds rows. Add rows, or edit one of them by its id.");
    default:
      if (std::holds_alternative<WriteValue>(deed)) return {};
      return invalid(type, field, " holds one value. Write that value.");
  }
}

Status checkValues(const RecordType& type, const FieldDeclaration& field, const Deed& deed) {
  if (std::holds_alternative<EditRows>(deed)) return {};  // their cells bring values, one by one
  if (const auto* edit = std::get_if<EditElements>(&deed)) return checkElements(type, field, *edit);
  if (const auto* write = std::get_if<WriteValue>(&deed)) {
    return validateValue(type, field, write->value);
  }
  return validateValue(type, field, Value{std::get<AddAmount>(deed).amount});
}

Status checkStanding(const RecordType& type, const FieldDeclaration& field, const KnownHeads& known,
                     const Value& written) {
  const auto stands = [&known](const Value& value) {
    return std::ranges::any_of(known, [&value](const Head* head) { return head->value == value; });
  };
  if (field.rule == MergeRule::kImmutable && !known.empty() && !stands(written)) {
    return Error{ErrorCode::kRefused,
                 placeOf(type, field) +
                     " is written once and stays. Leave it as it is, and say in a new entry what "
                     "should be corrected."};
  }
  if (field.neverFalls && stands(true) && written != Value{true}) {
    return Error{ErrorCode::kRefused,
                 placeOf(type, field) + " cannot be taken back once it is set."};
  }
  return {};
}

}  // namespace rapport
