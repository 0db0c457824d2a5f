#include "shared/merge/judge.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/merge/room.h"
#include "shared/merge/rules.h"

namespace rapport {
namespace {

const FieldState kNothing;
const Contents kNoRow;

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

template <typename Things, typename Member = std::identity>
bool unsorted(const Things& things, Member member = {}) {
  return std::ranges::adjacent_find(things, std::greater_equal{}, member) != things.end();
}

Status checkShape(const std::vector<Operation>& operations);

Status checkRowsShape(const Operation& operation, const EditRows& edit) {
  if (edit.rows.size() > limits::kRowsPerOperation) {
    return Error{ErrorCode::kTooLarge, "One edit changes at most " +
                                           std::to_string(limits::kRowsPerOperation) +
                                           " rows. Save some of them first."};
  }
  if (unsorted(edit.rows, &RowEdit::row) || !operation.notShown.empty()) {
    return malformed("its rows do not ascend");
  }
  for (const RowEdit& row : edit.rows) {
    if (Status shape = checkShape(row.operations); !shape) return shape;
    for (const Operation& cell : row.operations) {
      if (std::holds_alternative<EditRows>(cell.deed)) return malformed("a row in it holds rows");
      // What their author was shown is one copy of the record.
      if (cell.seen && cell.seen != operation.seen) return malformed("its rows saw another copy");
    }
  }
  return {};
}

Status checkShape(const std::vector<Operation>& operations) {
  if (operations.size() > limits::kOperationsPerChange) {
    return Error{ErrorCode::kTooLarge, "A change holds at most " +
                                           std::to_string(limits::kOperationsPerChange) +
                                           " fields. Save some of them first."};
  }
  if (unsorted(operations, &Operation::field)) return malformed("its fields do not ascend");
  for (const Operation& operation : operations) {
    const auto* deletion = std::get_if<SetDeleted>(&operation.deed);
    if ((deletion != nullptr) != (operation.field == kDeletedField)) {
      return malformed("only a deletion has field 0");
    }
    if (unsorted(operation.notShown) ||
        (deletion != nullptr &&
         (unsorted(deletion->unreadable) || unsorted(deletion->unreadableCells)))) {
      return malformed("a list in it does not ascend");
    }
    const auto* rows = std::get_if<EditRows>(&operation.deed);
    if (rows == nullptr) continue;
    if (Status shape = checkRowsShape(operation, *rows); !shape) return shape;
  }
  return {};
}

// One operation, by what its author knew of the record, or of the row, that it is for.
struct Judging {
  const RecordType& type;
  const Change& change;
  const Applied& applied;

  Status operation(const FieldDeclaration& field, const Contents& now,
                   const Operation& operation) const;
  Status rows(const FieldDeclaration& field, const Contents& now, const EditRows& edit) const;
};

Status Judging::rows(const FieldDeclaration& field, const Contents& now,
                     const EditRows& edit) const {
  const FieldState* state = now.field(field.number);
  for (const RowEdit& row : edit.rows) {
    const RowState* held = state != nullptr ? state->row(row.row) : nullptr;
    for (const Operation& each : row.operations) {
      const FieldDeclaration* cell = field.cell(each.field);
      if (cell == nullptr) continue;
      Status may = operation(*cell, held != nullptr ? *held : kNoRow, each);
      if (!may) return may;
    }
  }
  return {};
}

Status Judging::operation(const FieldDeclaration& field, const Contents& now,
                          const Operation& operation) const {
  if (Status fits = checkDeed(type, field, operation.deed); !fits) return fits;
  if (Status valid = checkValues(type, field, operation.deed); !valid) return valid;
  if (const auto* edit = std::get_if<EditRows>(&operation.deed)) return rows(field, now, *edit);
  const auto* write = std::get_if<WriteValue>(&operation.deed);
  if (write == nullptr) return {};
  const FieldState* state = now.field(field.number);
  const FieldState& standing = state != nullptr ? *state : kNothing;
  const Knowledge knowledge{operation, change.dot, applied};
  KnownHeads known;
  for (const Head& head : standing.heads) {
    if (knowledge.of(head.dot, head.numbers)) known.push_back(&head);
  }
  if (Status stays = checkStanding(type, field, known, write->value); !stays) return stays;
  return checkGeneration(type, field, standing, write->value);
}

}  // namespace

Status judge(const RecordType& type, const RecordState& now, const Change& change,
             const Applied& applied) {
  if (change.type != type.number) return malformed("it names another type than its record");
  if (Status shape = checkShape(change.operations); !shape) return shape;
  const Judging judging{type, change, applied};
  for (const Operation& operation : change.operations) {
    const FieldDeclaration* field = type.field(operation.field);
    if (field == nullptr) continue;
    if (Status may = judging.operation(*field, now, operation); !may) return may;
  }
  return checkRoom(now, change);
}

}  // namespace rapport
