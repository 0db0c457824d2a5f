#include "tests/shared/protocol/examples.h"

#include <algorithm>

#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"

namespace rapport::test {
namespace {

Uuid id(std::string_view text) { return Uuid::parse(text).value(); }

Operation operation(FieldNumber field, std::optional<Number> seen, Deed deed) {
  Operation operation;
  operation.field = field;
  operation.seen = seen;
  operation.deed = std::move(deed);
  return operation;
}

Change changeBy(Dot dot, PersonId person, std::int64_t offsetMillis) {
  Change change;
  change.dot = dot;
  change.record = kPromise;
  change.type = 12;
  change.person = person;
  change.time = {kThen + offsetMillis, 0};
  change.wall = WallTime{std::chrono::milliseconds{kThen + offsetMillis}};
  return change;
}

Head headOf(Dot dot, Numbers numbers, PersonId person, HybridTime time, Value value) {
  return {dot, std::move(numbers), person, time, std::move(value)};
}

const Number kFirstNumber{kEpochNow, 42};

}  // namespace

const ReplicaId kTabletA{id("a1a1a1a1-0000-4000-8000-000000000001")};
const ReplicaId kTabletB{id("b2b2b2b2-0000-4000-8000-000000000002")};
const ReplicaId kServerReplica{id("5e5e5e5e-0000-4000-8000-000000000003")};
const PersonId kAna{id("aaaaaaaa-0000-7000-8000-00000000000a")};
const PersonId kBen{id("bbbbbbbb-0000-7000-8000-00000000000b")};
const RecordId kPromise{id("01930000-0000-7000-8000-00000000c001")};
const RecordId kOtherRecord{id("01930000-0000-7000-8000-00000000c002")};
const RowId kFirstRow{id("01930000-0000-7000-8000-00000000d001")};
const RowId kSecondRow{id("01930000-0000-7000-8000-00000000d002")};

Bytes counting(unsigned first, std::size_t sizeBytes) {
  Bytes bytes;
  for (unsigned i = 0; i < sizeBytes; ++i) bytes.push_back(static_cast<char>(first + i));
  return bytes;
}

SecretKey secretOf(ByteView bytes) {
  SecretKey key;
  std::copy(bytes.begin(), bytes.end(), key.span().begin());
  return key;
}

SigningKey exampleKey() { return SigningKey::fromSeed(secretOf(counting(0, 32))); }

std::vector<Value> exampleValues() {
  return {Value{},
          false,
          true,
          std::int64_t{-3},
          2.5,
          std::string{"¿cuándo?"},
          StatusValue{1, "kept"},
          ConsentValue{2, ConsentAnswer::kYes, kPromise},
          ConsentValue{0, ConsentAnswer::kWithdrawn, {}},
          RowValue{{{1, std::string{"2026-12-05"}}, {2, std::string{"rain"}}}}};
}

Change exampleChange() {
  Change change = changeBy({kTabletA, 1}, kAna, 0);
  change.utcOffset = std::chrono::minutes{-360};
  change.operations = {
      operation(1, {}, WriteValue{std::string{"Bring the Spanish leaflets"}}),
      operation(8, {}, WriteValue{StatusValue{0, "open"}}),
  };
  return change;
}

Change exampleOneFieldChange() {
  Change change = changeBy({kTabletB, 7}, kBen, 60'000);
  change.time.logical = 3;
  change.wall -= std::chrono::milliseconds{5};
  change.utcOffset = std::chrono::minutes{60};
  change.operations = {operation(1, Number{kEpochNow, 41},
                                 WriteValue{std::string{"Bring Spanish leaflets on Friday"}})};
  return change;
}

Change exampleEverythingChange() {
  Change change = changeBy({kTabletA, 300}, kAna, 0);
  change.formVersion = 2;
  change.time.logical = 1;
  change.wall += std::chrono::milliseconds{250};
  change.act = Act::kGoesOn;
  change.also = {{kTabletB, 7}, {kTabletB, 9}};
  change.former = FormerName{{kTabletB, 2}, hashOfChange(encodeChange(exampleChange()))};
  const Number seen{kEpochNow, 300};
  change.operations = {
      operation(0, seen, SetDeleted{Deletion::kKeep, {3, 9}}),
      operation(1, seen, WriteValue{}),
      operation(7, seen,
                EditElements{{RowValue{{{1, std::string{"2026-12-05"}}}}}, {std::string{"soon"}}}),
      operation(8, {}, AddAmount{-1}),
  };
  change.operations[1].notShown = {{kTabletB, 7}};
  return change;
}

SealedChange exampleSealedChange() {
  SealedChange sealed;
  sealed.head = changeBy({kTabletA, 2}, kAna, 1'000);
  sealed.head.utcOffset = std::chrono::minutes{-360};
  sealed.box = counting(48, 60);
  return sealed;
}

Change exampleRowsChange() {
  Change change = changeBy({kTabletB, 8}, kBen, 60'000);
  const Number seen{kEpochNow, 42};
  change.operations = {
      operation(0, seen, SetDeleted{Deletion::kDelete, {3}, {{16, 4}}}),
      operation(16, seen,
                EditRows{{{kFirstRow,
                           {operation(0, seen, SetDeleted{Deletion::kDelete, {4}}),
                            operation(4, {}, WriteValue{std::string{"Ask first"}})}},
                          {kSecondRow, {operation(2, seen, AddAmount{2})}}}}),
  };
  return change;
}

RecordState exampleState() {
  RecordState state;
  state.id = kPromise;
  state.type = 12;
  state.number = kFirstNumber;
  state.created = {{kTabletA, 1}, kAna, {kThen, 0}, std::chrono::minutes{-360}};
  const Head head = headOf({kTabletA, 1}, Numbers(kFirstNumber), kAna, {kThen, 0}, {});
  state.fieldOrNew(1).heads = {head};
  state.fieldOrNew(1).heads[0].value = std::string{"Bring the Spanish leaflets"};
  state.fieldOrNew(8).heads = {head};
  state.fieldOrNew(8).heads[0].value = StatusValue{0, "open"};
  return state;
}

RecordState exampleEverythingState() {
  RecordState state = exampleState();
  state.formVersion = 2;
  state.number = Number{kEpochNow, 44};
  Head first = state.fieldOrNew(1).heads[0];
  first.numbers.add({kEpochBefore, 17});
  const Numbers second{Number{kEpochNow, 43}};
  state.fields.clear();
  state.fieldOrNew(kDeletedField).coverage.widen({kEpochBefore, 20});
  state.fieldOrNew(1).heads = {first, headOf({kTabletB, 7}, second, kBen, {kThen + 60'000, 3},
                                             std::string{"Bring Spanish leaflets on Friday"})};
  state.fieldOrNew(7).counts = {{kTabletA, 1, 12, Numbers(kFirstNumber)},
                                {kTabletB, 7, -3, second}};
  state.fieldOrNew(13).heads = {first};
  state.fieldOrNew(13).heads[0].value = std::string{"photo"};
  state.fieldOrNew(13).coverage.widen({kEpochBefore, 20});
  DeleteHead gone;
  gone.dot = {kServerReplica, 5};
  gone.numbers = Numbers(Number{kEpochNow, 44});
  gone.person = kBen;
  gone.time = {kThen + 90'000, 0};
  gone.seen.widen({kEpochNow, 43});
  gone.unreadable = {3, 9};
  gone.formerly = {{kTabletB, 4}};
  gone.author = Author::kServer;
  state.deletes = {gone};
  return state;
}

RecordState exampleRowsState() {
  RecordState state = exampleState();
  state.number = Number{kEpochNow, 43};
  const Head first = state.fieldOrNew(1).heads[0];
  state.fields.pop_back();
  FieldState& rows = state.fieldOrNew(16);
  rows.rowOrNew(kFirstRow).fieldOrNew(1).heads = {first};
  rows.rowOrNew(kSecondRow).fieldOrNew(2).counts = {{kTabletB, 8, 2, Numbers(kFirstNumber)}};
  DeleteHead gone;
  gone.dot = {kTabletB, 8};
  gone.numbers = Numbers(*state.number);
  gone.person = kBen;
  gone.time = {kThen + 60'000, 0};
  gone.seen.widen(kFirstNumber);
  gone.unreadable = {4};
  rows.rowOrNew(kFirstRow).deletes = {gone};
  gone.unreadable = {3};
  gone.unreadableCells = {{16, 4}};
  state.deletes = {gone};
  return state;
}

Bytes encodeAny(const Frame& frame) {
  return std::visit([](const auto& each) { return encodeFrame(each); }, frame);
}

}  // namespace rapport::test
