#include "tests/contract/samples.h"

#include "shared/crypto/digest.h"
#include "shared/protocol/change_codec.h"

namespace rapport::testing {
namespace {

Uuid uuidNamed(std::uint8_t kind, std::uint64_t name) {
  Uuid id;
  id.bytes[0] = kind;
  for (std::size_t i = 0; i < 8; ++i) {
    id.bytes[15 - i] = static_cast<std::uint8_t>(name >> (8 * i));
  }
  return id;
}

}  // namespace

RecordId recordNamed(std::uint64_t name) { return {uuidNamed(1, name)}; }
ReplicaId replicaNamed(std::uint64_t name) { return {uuidNamed(2, name)}; }
PersonId personNamed(std::uint64_t name) { return {uuidNamed(3, name)}; }

RecordState sampleState(RecordId id, TypeNumber type, std::uint64_t number,
                        const std::string& text) {
  const Number at{kEpoch, number};
  Head head;
  head.dot = {replicaNamed(7), number};
  head.numbers = Numbers(at);
  head.person = personNamed(5);
  head.time = {1'800'000'000'000 + static_cast<std::int64_t>(number), 0};
  head.value = text;
  RecordState state;
  state.id = id;
  state.type = type;
  state.number = at;
  state.created = {head.dot, head.person, head.time, std::chrono::minutes{60}};
  state.fieldOrNew(1).heads.push_back(head);
  return state;
}

Change sampleChange(std::uint64_t counter, RecordId record, TypeNumber type,
                    const std::string& text) {
  Change change;
  change.dot = {replicaNamed(7), counter};
  change.record = record;
  change.type = type;
  change.person = personNamed(5);
  change.time = {1'800'000'000'000 + static_cast<std::int64_t>(counter), 1};
  change.wall = WallTime{std::chrono::milliseconds{change.time.millis}};
  Operation write;
  write.field = 1;
  write.deed = WriteValue{text};
  change.operations.push_back(write);
  return change;
}

OwnChange sampleOwnChange(std::uint64_t counter, RecordId record, TypeNumber type,
                          const std::string& text) {
  OwnChange own;
  own.change = sampleChange(counter, record, type, text);
  own.encoded = encodeChange(own.change);
  own.hash = digestOf(own.encoded);
  own.chain = digestOf(viewOf(own.hash));
  return own;
}

Receipt sampleReceipt(ReceiptStage stage, std::uint64_t number) {
  Receipt receipt;
  receipt.stage = stage;
  if (stage < ReceiptStage::kApplied) return receipt;
  receipt.verdict.stage = stage == ReceiptStage::kReviewed ? ReceiptStage::kApplied : stage;
  receipt.verdict.effective = {1'800'000'000'500, 3};
  receipt.verdict.mac = std::string("mac\0with a zero", 15);
  if (stage == ReceiptStage::kRefused || stage == ReceiptStage::kQuarantined) {
    receipt.verdict.reason = "The answer is longer than the form allows.";
    return receipt;
  }
  if (number > 1) receipt.verdict.before = Number{kEpoch, number - 1};
  receipt.verdict.after = Number{kEpoch, number};
  receipt.learntAt = WallTime{std::chrono::milliseconds{1'800'000'000'900}};
  return receipt;
}

RecordRow sampleRow(RecordId id, TypeNumber type, std::uint64_t number,
                    const std::string& searchText) {
  RecordRow row;
  row.state = sampleState(id, type, number, searchText);
  row.facts.title = "Title of " + std::to_string(number);
  row.facts.searchText = searchText;
  row.facts.updatedAtMillis = 1'800'000'000'000 + static_cast<std::int64_t>(number);
  row.facts.updatedBy = personNamed(5);
  row.facts.updatedOn = replicaNamed(7);
  return row;
}

LogEntry sampleLogEntry(ReplicaId replica, std::uint64_t counter, RecordId record,
                        std::int64_t receivedAtMillis, ReceiptStage stage) {
  LogEntry entry;
  entry.dot = {replica, counter};
  entry.record = record;
  entry.type = 1;
  entry.change = "bytes of change " + std::to_string(counter);
  entry.hash = digestOf(entry.change);
  entry.chain = digestOf(viewOf(entry.hash));
  entry.verdict = sampleReceipt(stage, counter).verdict;
  entry.receivedAt = WallTime{std::chrono::milliseconds{receivedAtMillis}};
  return entry;
}

ReplicaRow sampleReplica(ReplicaId id) {
  ReplicaRow row;
  row.replica = id;
  row.person = personNamed(5);
  row.personName = "Amara Osei";
  row.deviceName = "Tablet 7";
  row.role = Role::kVolunteer;
  row.publicKey = Bytes(32, 'p');
  return row;
}

}  // namespace rapport::testing
