#include "shared/merge/author.h"

#include <algorithm>
#include <iterator>

#include "shared/merge/read.h"
#include "shared/merge/rules.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

const FieldState kNothing;

const FieldState& shownField(const RecordState& shown, const FieldDeclaration& field) {
  const FieldState* state = shown.field(field.number);
  return state != nullptr ? *state : kNothing;
}

// A status's name, however it was entered; anything else is left for validation to refuse.
Value statusFrom(const FieldDeclaration& field, const FieldState& shown, const Value& entered) {
  StatusValue status;
  if (const auto* name = std::get_if<std::string>(&entered)) {
    status.state = *name;
  } else if (const auto* chosen = std::get_if<StatusValue>(&entered)) {
    status.state = chosen->state;
  } else {
    return entered;
  }
  const FieldReading reading = readField(field, shown);
  const auto* before = std::get_if<StatusValue>(&reading.value);
  const Enumerator* next = field.enumerator(status.state);
  if (before == nullptr || next == nullptr) return status;
  const Enumerator* present = field.enumerator(before->state);
  const bool advances = present == nullptr || next->rank > present->rank;
  const bool repeats = status.state == before->state && !reading.conflicted();
  status.generation = before->generation + (advances || repeats ? 0 : 1);
  return status;
}

std::optional<ConsentAnswer> answerNamed(const std::string& name) {
  if (name == "yes") return ConsentAnswer::kYes;
  if (name == "no") return ConsentAnswer::kNo;
  if (name == "withdrawn") return ConsentAnswer::kWithdrawn;
  return std::nullopt;
}

Value consentFrom(const FieldDeclaration& field, const FieldState& shown, const Value& entered) {
  ConsentValue consent;
  if (const auto* name = std::get_if<std::string>(&entered)) {
    const auto answer = answerNamed(*name);
    if (!answer) return entered;
    consent.answer = *answer;
  } else if (const auto* given = std::get_if<ConsentValue>(&entered)) {
    consent = *given;
    consent.generation = 0;
  } else {
    return entered;
  }
  const FieldReading reading = readField(field, shown);
  const auto* before = std::get_if<ConsentValue>(&reading.value);
  if (before == nullptr) return consent;
  const bool fresh = consent.answer == ConsentAnswer::kYes && before->answer != ConsentAnswer::kYes;
  consent.generation = before->generation + (fresh ? 1 : 0);
  return consent;
}

Value valueFrom(const FieldDeclaration& field, const FieldState& shown, const Value& entered) {
  if (field.rule == MergeRule::kStatus) return statusFrom(field, shown, entered);
  if (field.rule == MergeRule::kConsent) return consentFrom(field, shown, entered);
  return entered;
}

Result<Operation> author(const RecordType& type, Role role, const FieldDeclaration& field,
                         const RecordState& shown, Deed deed) {
  if (Status fits = checkDeed(type, field, deed); !fits) return fits.error();
  if (Status valid = checkValues(type, field, deed); !valid) return valid.error();
  const auto seen = mayRead(type, &field, role) ? shown.number : std::nullopt;
  return Operation{field.number, seen, {}, std::move(deed)};
}

void sortOnce(std::vector<Value>& elements) {
  std::ranges::sort(elements, std::less{});
  const auto repeated = std::ranges::unique(elements);
  elements.erase(repeated.begin(), repeated.end());
}

}  // namespace

Result<Operation> authorWrite(const RecordType& type, Role role, const FieldDeclaration& field,
                              const RecordState& shown, const Value& entered) {
  const FieldState& before = shownField(shown, field);
  const Value value = valueFrom(field, before, entered);
  auto operation = author(type, role, field, shown, WriteValue{value});
  if (!operation) return operation;
  KnownHeads known;
  for (const Head& head : before.heads) known.push_back(&head);
  if (Status stays = checkStanding(type, field, known, value); !stays) return stays.error();
  return operation;
}

Result<Operation> authorElements(const RecordType& type, Role role, const FieldDeclaration& field,
                                 const RecordState& shown, EditElements edit) {
  sortOnce(edit.added);
  sortOnce(edit.removed);
  std::erase_if(edit.removed, [&edit](const Value& element) {
    return std::ranges::binary_search(edit.added, element, std::less{});
  });
  return author(type, role, field, shown, std::move(edit));
}

Result<Operation> authorCount(const RecordType& type, Role role, const FieldDeclaration& field,
                              const RecordState& shown, std::int64_t amount) {
  return author(type, role, field, shown, AddAmount{amount});
}

Result<Operation> authorEdit(const RecordType& type, Role role, const RecordState& shown,
                             const FieldEdit& edit) {
  const FieldDeclaration* field = type.field(edit.field);
  if (field == nullptr) {
    return Error{ErrorCode::kInvalid,
                 "A " + type.name + " has no field called \"" + edit.field + "\"."};
  }
  if (const auto* value = std::get_if<Value>(&edit.what)) {
    return authorWrite(type, role, *field, shown, *value);
  }
  if (const auto* elements = std::get_if<EditElements>(&edit.what)) {
    return authorElements(type, role, *field, shown, *elements);
  }
  return authorCount(type, role, *field, shown, std::get<AddAmount>(edit.what).amount);
}

Operation authorDelete(const RecordType& type, Role role, const RecordState& shown,
                       Deletion deletion) {
  SetDeleted deed{deletion, {}};
  for (const FieldDeclaration& field : type.fields) {
    if (!mayRead(type, &field, role)) deed.unreadable.push_back(field.number);
  }
  return {kDeletedField, shown.number, {}, std::move(deed)};
}

}  // namespace rapport
