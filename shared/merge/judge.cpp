#include "shared/merge/judge.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/merge/room.h"
#include "shared/merge/rules.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

const FieldState kNothing;

Status malformed(const std::string& what) {
  return Error{ErrorCode::kInvalid, "This change is malformed: " + what +
                                        ". Update Rapport on this tablet, then enter it again."};
}

std::optional<std::uint32_t> generationOf(const Value& value) {
  if (const auto* status = std::get_if<StatusValue>(&value)) return status->generation;
  if (const auto* consent = std::get_if<ConsentValue>(&value)) return consent->generation;
  return std::nullopt;
}

// Far fewer than it takes to exhaust the generations, yet more than an honest author can be ahead
// when earlier changes of theirs were refused.
Status checkGeneration(const RecordType& type, const FieldDeclaration& field,
                       const FieldState& standing, const Value& written) {
  const auto generation = generationOf(written);
  if (!generation) return {};
  std::uint64_t highest = 0;
  for (const Head& head : standing.heads) {
    highest = std::max<std::uint64_t>(highest, generationOf(head.value).value_or(0));
  }
  if (*generation <= highest + limits::kGenerationsAhead) return {};
  return Error{ErrorCode::kInvalid, placeOf(type, field) +
                                        " was reopened more often than its record knows. Look at "
                                        "it again, then set it once more."};
}

Status checkShape(const Change& change) {
  if (change.operations.size() > limits::kOperationsPerChange) {
    return Error{ErrorCode::kTooLarge, "A change holds at most " +
                                           std::to_string(limits::kOperationsPerChange) +
                                           " fields. Save some of them first."};
  }
  const auto unsorted = [](const auto& things, auto member) {
    return std::ranges::adjacent_find(things, std::greater_equal{}, member) != things.end();
  };
  if (unsorted(change.operations, &Operation::field)) return malformed("its fields do not ascend");
  for (const Operation& operation : change.operations) {
    const auto* deletion = std::get_if<SetDeleted>(&operation.deed);
    if ((deletion != nullptr) != (operation.field == kDeletedField)) {
      return malformed("only a deletion has field 0");
    }
    if (unsorted(operation.notShown, std::identity{}) ||
        (deletion != nullptr && unsorted(deletion->unreadable, std::identity{}))) {
      return malformed("a list in it does not ascend");
    }
  }
  return {};
}

Status judgeOperation(const RecordType& type, const FieldDeclaration& field, const RecordState& now,
                      const Operation& operation, const Knowledge& knowledge) {
  if (Status fits = checkDeed(type, field, operation.deed); !fits) return fits;
  if (Status valid = checkValues(type, field, operation.deed); !valid) return valid;
  const auto* write = std::get_if<WriteValue>(&operation.deed);
  if (write == nullptr) return {};
  const FieldState* state = now.field(field.number);
  const FieldState& standing = state != nullptr ? *state : kNothing;
  KnownHeads known;
  for (const Head& head : standing.heads) {
    if (knowledge.of(head.dot, head.numbers)) known.push_back(&head);
  }
  if (Status stays = checkStanding(type, field, known, write->value); !stays) return stays;
  return checkGeneration(type, field, standing, write->value);
}

std::string roleText(Role role) {
  return "Your role (" + std::string{nameOf(role)} + ") does not let you ";
}

constexpr const char* kAskCoordinator = " Ask a coordinator to do it.";

// A delete means what its author read. One that claims more would hide what they never saw.
bool namesUnreadable(const RecordType& type, Role role, const SetDeleted& deletion) {
  return std::ranges::all_of(type.fields, [&](const FieldDeclaration& field) {
    return mayRead(type, &field, role) ||
           std::ranges::binary_search(deletion.unreadable, field.number);
  });
}

Status permitDeletion(const RecordType& type, Role role, const SetDeleted& deletion) {
  if (namesUnreadable(type, role, deletion)) return {};
  return malformed("it would delete fields that its author could not read");
}

Status permitWrite(const RecordType& type, Role role, const Operation& operation) {
  const FieldDeclaration* field = type.field(operation.field);
  if (field == nullptr) return {};  // of a newer form: taken from whoever may write the type
  if (!mayWrite(type, field, role)) {
    return Error{ErrorCode::kRefused, roleText(role) + "change " + field->name + " of " +
                                          type.name + " records." + kAskCoordinator};
  }
  // It would remove what its author never saw.
  if (operation.seen && !mayRead(type, field, role)) {
    return malformed("it says its author saw a field that they may not read");
  }
  return {};
}

}  // namespace

Status judge(const RecordType& type, const RecordState& now, const Change& change,
             const Applied& applied) {
  if (change.type != type.number) return malformed("it names another type than its record");
  if (Status shape = checkShape(change); !shape) return shape;
  for (const Operation& operation : change.operations) {
    const FieldDeclaration* field = type.field(operation.field);
    if (field == nullptr) continue;
    const Knowledge knowledge{operation, change.dot, applied};
    if (Status may = judgeOperation(type, *field, now, operation, knowledge); !may) return may;
  }
  return checkRoom(now, change);
}

Status judgePermission(const RecordType& type, Role role, const Change& change) {
  if (!mayWrite(type, role)) {
    return Error{ErrorCode::kRefused,
                 roleText(role) + "change " + type.name + " records." + kAskCoordinator};
  }
  for (const Operation& operation : change.operations) {
    const auto* deletion = std::get_if<SetDeleted>(&operation.deed);
    Status may = deletion != nullptr ? permitDeletion(type, role, *deletion)
                                     : permitWrite(type, role, operation);
    if (!may) return may;
  }
  return {};
}

}  // namespace rapport
