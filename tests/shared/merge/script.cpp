#include "tests/shared/merge/script.h"

#include <algorithm>

#include "shared/merge/value_codec.h"

namespace rapport::test {
namespace {

constexpr FieldNumber kWritten[] = {kLatest, kAsk,    kUnion,  kCount,        kStaffOnly,
                                    kHandIn, kStatus, kSealed, kDeletedField, kAsk};

std::vector<Value> elements(unsigned bits) {
  std::vector<Value> out;
  for (unsigned i = 0; i < 3; ++i) {
    if ((bits >> i & 1U) != 0) out.push_back(text(std::string(1, static_cast<char>('x' + i))));
  }
  return out;
}

Deed deedFor(FieldNumber field, unsigned value) {
  switch (field) {
    case kUnion:
      return EditElements{elements(value), elements(value >> 3U)};
    case kCount:
      return AddAmount{static_cast<std::int64_t>(value % 5) - 2};
    case kStatus:
      return WriteValue{status(value % 2, value % 3 == 0 ? "kept" : "broken")};
    case kSealed:
      return WriteValue{value % 8 == 0};
    case kDeletedField:
      return value % 3 == 0 ? SetDeleted{Deletion::kKeep, {}}
                            : SetDeleted{Deletion::kDelete,
                                         value % 3 == 1 ? std::vector<FieldNumber>{}
                                                        : std::vector<FieldNumber>{kStaffOnly}};
    default:
      return WriteValue{value % 4 == 0 ? Value{}
                                       : text(std::string(1, static_cast<char>('o' + value % 4)))};
  }
}

}  // namespace

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
  if (seen > 0) operation.seen = at(seen);
  if (step.hidden > 0 && step.hidden <= before.size()) {
    operation.notShown = {before[step.hidden - 1].change.dot};
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

std::string standing(const RecordState& state) {
  ByteWriter out;
  const auto dotted = [&out](const Dot& dot) {
    out.uuid(dot.replica.uuid);
    out.varint(dot.counter);
  };
  for (const FieldState& field : state.fields) {
    out.varint(field.field);
    for (const Head& head : field.heads) {
      dotted(head.dot);
      encodeValue(out, head.value);
    }
    for (const CountEntry& entry : field.counts) {
      dotted({entry.replica, entry.counter});
      out.zigzag(entry.sum);
    }
  }
  for (const DeleteHead& head : state.deletes) dotted(head.dot);
  out.byte(isDeleted(state) ? 1 : 0);
  return toHex(out.bytes());
}

}  // namespace rapport::test

rc::Gen<rapport::test::Step> rc::Arbitrary<rapport::test::Step>::arbitrary() {
  using rapport::test::Step;
  return gen::build<Step>(
      gen::set(&Step::author, gen::inRange(0U, 4U)), gen::set(&Step::field, gen::inRange(0U, 10U)),
      gen::set(&Step::value, gen::inRange(0U, 64U)), gen::set(&Step::seen, gen::inRange(0U, 40U)),
      gen::set(&Step::hidden,
               gen::weightedOneOf<unsigned>({{4, gen::just(0U)}, {1, gen::inRange(0U, 20U)}})),
      gen::set(&Step::millis, gen::inRange<std::int64_t>(0, 50)));
}
