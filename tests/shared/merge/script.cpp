#include "tests/shared/merge/script.h"

#include <algorithm>

#include "shared/merge/value_codec.h"

namespace rapport::test {
namespace {

constexpr FieldNumber kWritten[] = {kLatest, kAsk,    kUnion,        kCount, kStaffOnly, kHandIn,
                                    kStatus, kSealed, kDeletedField, kAsk,   kRows,      kRows};
constexpr FieldNumber kCellsWritten[] = {kWhat, kTags,      kHeads,        kStage,
                                         kFirm, kStaffCell, kDeletedField, kWhat};

std::vector<Value> elements(unsigned bits) {
  std::vector<Value> out;
  for (unsigned i = 0; i < 3; ++i) {
    if ((bits >> i & 1U) != 0) out.push_back(text(std::string(1, static_cast<char>('x' + i))));
  }
  return out;
}

SetDeleted deletionFor(unsigned value, FieldNumber staffOnly) {
  SetDeleted deed{value % 3 == 0 ? Deletion::kKeep : Deletion::kDelete};
  if (value % 3 == 2) deed.unreadable = {staffOnly};
  return deed;
}

Deed cellDeedFor(FieldNumber cell, unsigned value) {
  switch (cell) {
    case kTags:
      return EditElements{elements(value), elements(value >> 3U)};
    case kHeads:
      return AddAmount{static_cast<std::int64_t>(value % 5) - 2};
    case kStage:
      return WriteValue{status(value % 2, value % 3 == 0 ? "kept" : "broken")};
    case kFirm:
      return WriteValue{value % 2 == 0};
    case kDeletedField:
      return deletionFor(value, kStaffCell);
    default:
      return WriteValue{text(std::string(1, static_cast<char>('o' + value % 3)))};
  }
}

// One or two rows, one or two cells in each.
EditRows rowsFor(unsigned value) {
  EditRows edit;
  for (unsigned name = 1; name <= 2; ++name) {
    if ((value >> name & 1U) != 0 && name == 2) continue;
    RowEdit each{row(value % 2 + name), {}};
    const FieldNumber cell = kCellsWritten[(value + name) % std::size(kCellsWritten)];
    each.operations.push_back({cell, {}, {}, cellDeedFor(cell, value >> name)});
    if (value % 5 == 0 && cell < kFirm) {
      each.operations.push_back({kFirm, {}, {}, cellDeedFor(kFirm, value)});
    }
    edit.rows.push_back(std::move(each));
  }
  return edit;
}

Deed deedFor(FieldNumber field, unsigned value) {
  switch (field) {
    case kRows:
      return rowsFor(value);
    case kUnion:
      return EditElements{elements(value), elements(value >> 3U)};
    case kCount:
      return AddAmount{static_cast<std::int64_t>(value % 5) - 2};
    case kStatus:
      return WriteValue{status(value % 2, value % 3 == 0 ? "kept" : "broken")};
    case kSealed:
      return WriteValue{value % 8 == 0};
    case kDeletedField: {
      SetDeleted deed = deletionFor(value, kStaffOnly);
      if (value % 4 == 2) deed.unreadableCells = {{kRows, kStaffCell}};
      return deed;
    }
    default:
      return WriteValue{value % 4 == 0 ? Value{}
                                       : text(std::string(1, static_cast<char>('o' + value % 4)))};
  }
}

template <typename Each>
void eachCell(Operation& operation, const Each& each) {
  if (auto* edit = std::get_if<EditRows>(&operation.deed)) {
    for (RowEdit& row : edit->rows) {
      for (Operation& cell : row.operations) each(cell);
    }
  }
}

}  // namespace

void letSee(Operation& operation, std::optional<Number> seen) {
  operation.seen = seen;
  eachCell(operation, [&seen](Operation& cell) { cell.seen = seen; });
}

std::ostream& operator<<(std::ostream& out, const Step& step) {
  return out << "{author " << step.author << ", field " << step.field << ", value " << step.value
             << ", seen " << step.seen << ", hidden " << step.hidden << ", millis " << step.millis
             << "}";
}

Placed place(const Step& step, const std::vector<Placed>& before) {
  const auto own = std::ranges::count_if(before, [&step](const Placed& earlier) {
    return earlier.change.dot.replica == replica(step.author);
  });
  const FieldNumber field = kWritten[step.field % std::size(kWritten)];
  Change change = ChangeBuilder{step.author, static_cast<std::uint64_t>(own) + 1}.time(step.millis);
  const std::uint64_t seen = step.seen % (before.size() + 1);
  Operation operation{field, {}, {}, deedFor(field, step.value)};
  if (seen > 0) letSee(operation, at(seen));
  if (step.hidden > 0 && step.hidden <= before.size()) {
    const std::vector<Dot> hidden{before[step.hidden - 1].change.dot};
    eachCell(operation, [&hidden](Operation& cell) { cell.notShown = hidden; });
    if (field != kRows) operation.notShown = hidden;
  }
  change.operations = {std::move(operation)};
  return {change, before.size() + 1, step.author == kConsole ? Author::kServer : Author::kTablet};
}

std::vector<Placed> placed(const Script& script) {
  std::vector<Placed> changes;
  for (const Step& step : script) changes.push_back(place(step, changes));
  return changes;
}

RecordState played(const std::vector<Placed>& changes) {
  RecordState state;
  for (const Placed& each : changes) apply(state, each.change, each.applied());
  return state;
}

namespace {

void writeStanding(ByteWriter& out, const Contents& contents) {
  const auto dotted = [&out](const Dot& dot) {
    out.uuid(dot.replica.uuid);
    out.varint(dot.counter);
  };
  for (const FieldState& field : contents.fields) {
    out.varint(field.field);
    for (const Head& head : field.heads) {
      dotted(head.dot);
      encodeValue(out, head.value);
    }
    for (const CountEntry& entry : field.counts) {
      dotted({entry.replica, entry.counter});
      out.zigzag(entry.sum);
    }
    for (const RowState& each : field.rows) {
      out.uuid(each.id.uuid);
      writeStanding(out, each);
    }
  }
  for (const DeleteHead& head : contents.deletes) dotted(head.dot);
  out.byte(isDeleted(contents) ? 1 : 0);
}

}  // namespace

std::string standing(const RecordState& state) {
  ByteWriter out;
  writeStanding(out, state);
  return toHex(out.bytes());
}

}  // namespace rapport::test

rc::Gen<rapport::test::Step> rc::Arbitrary<rapport::test::Step>::arbitrary() {
  using rapport::test::Step;
  return gen::build<Step>(
      gen::set(&Step::author, gen::inRange(0U, 4U)), gen::set(&Step::field, gen::inRange(0U, 12U)),
      gen::set(&Step::value, gen::inRange(0U, 64U)), gen::set(&Step::seen, gen::inRange(0U, 40U)),
      gen::set(&Step::hidden,
               gen::weightedOneOf<unsigned>({{4, gen::just(0U)}, {1, gen::inRange(0U, 20U)}})),
      gen::set(&Step::millis, gen::inRange<std::int64_t>(0, 50)));
}
