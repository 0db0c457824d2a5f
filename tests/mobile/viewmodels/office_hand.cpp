#include "tests/mobile/viewmodels/office_hand.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "shared/base/limits.h"
#include "shared/merge/apply.h"
#include "shared/merge/author.h"
#include "shared/merge/read.h"
#include "shared/model/bounded_json.h"
#include "shared/model/demo_dates.h"
#include "shared/model/demonstration.h"
#include "shared/protocol/record_json.h"

namespace rapport::testing {
namespace {

constexpr EpochId kEpoch{1};

template <typename T>
T orDie(Result<T> result) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "The office of the test failed: %s\n", result.error().message.c_str());
  std::abort();
}

void orDie(const Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "The office of the test failed: %s\n", status.error().message.c_str());
  std::abort();
}

}  // namespace

RecordState OfficeHand::copyOrNew(RecordId id, const RecordType& type) {
  const auto copy = orDie(notebook_.store().copy(id));
  if (copy) return *copy;
  RecordState state;
  state.id = id;
  state.type = type.number;
  state.formVersion = type.formVersion;
  return state;
}

void OfficeHand::keep(const RecordState& state, const RecordType& type) {
  const Attention attention = needsPerson(type, state) ? Attention::kPerson : Attention::kNone;
  orDie(notebook_.store().keepCopy(state, attention));
}

RecordId OfficeHand::put(const Colleague& author, const Edit& edit) {
  const RecordType* type = notebook_.catalogue().type(edit.type);
  if (type == nullptr) std::abort();
  const auto json =
      orDie(parseBoundedJson("{\"fields\":" + edit.fields + "}", limits::kDeclarationBytes));
  const JsonEntry entered = orDie(entryFromJson(*type, json));
  const RecordId id = edit.id.value_or(RecordId{makeUuidV4(ledger_.random)});
  RecordState state = copyOrNew(id, *type);
  const RecordState before = edit.seen != nullptr ? *edit.seen : state;
  Change change;
  change.dot = {author.device, ++ledger_.counter};
  change.record = id;
  change.type = type->number;
  change.person = author.person;
  change.wall = clock_.wallNow() - edit.ago;
  change.time = {change.wall.time_since_epoch().count(), 0};
  for (const FieldEdit& field : entered.fields)
    change.operations.push_back(orDie(authorEdit(*type, Role::kCoordinator, before, field)));
  std::ranges::sort(change.operations, {}, &Operation::field);
  apply(state, change,
        {.numbers = Numbers(Number{kEpoch, ++ledger_.number}), .effective = change.time});
  keep(state, *type);
  return id;
}

void OfficeHand::demonstration() {
  const Colleague noor = colleague("Noor", "Office");
  for (const std::string& line : builtInDemonstration()) {
    const std::string dated = orDie(resolveDemoDates(line, clock_.wallNow(), clock_.utcOffset()));
    const auto json = orDie(parseBoundedJson(dated, limits::kDeclarationBytes));
    put(noor, {.type = json.at("type").get<std::string>(),
               .fields = json.at("fields").dump(),
               .id = RecordId{*Uuid::parse(json.at("id").get<std::string>())},
               .ago = std::chrono::hours(24)});
  }
}

OfficeHand::Colleague OfficeHand::colleague(const std::string& name, const std::string& device) {
  const Colleague someone{PersonId{makeUuidV4(ledger_.random)},
                          ReplicaId{makeUuidV4(ledger_.random)}, name};
  put(someone, {.type = "user",
                .fields = "{\"name\":\"" + name + "\"}",
                .id = RecordId{someone.person.uuid}});
  put(someone, {.type = "device",
                .fields = "{\"name\":\"" + device + "\"}",
                .id = RecordId{someone.device.uuid}});
  return someone;
}

void OfficeHand::introduce(const Enrolment& enrolment, ReplicaId device) {
  const Colleague self{enrolment.person, ReplicaId{makeUuidV4(ledger_.random)},
                       enrolment.personName};
  put(self, {.type = "user",
             .fields = "{\"name\":\"" + enrolment.personName + "\"}",
             .id = RecordId{self.person.uuid}});
  put(self, {.type = "device",
             .fields = "{\"name\":\"" + enrolment.deviceName + "\"}",
             .id = RecordId{device.uuid}});
}

void OfficeHand::answer(std::uint64_t counter, ReceiptStage stage, const std::string& reason,
                        std::optional<Number> after) {
  LocalStore& store = notebook_.store();
  orDie(store.inTransaction([&]() -> Status {
    const auto own = store.change(counter);
    if (!own.ok()) return own.error();
    if (!own->has_value()) return Error{ErrorCode::kNotFound, "no such change"};
    Receipt receipt{.stage = stage, .verdict = {}};
    receipt.verdict.stage = stage;
    receipt.verdict.reason = reason;
    receipt.verdict.after = after;
    receipt.verdict.effective = (*own)->change.time;
    receipt.learntAt = clock_.wallNow();
    if (Status kept = store.keepReceipt(counter, receipt); !kept.ok()) return kept;
    return stage == ReceiptStage::kRefused ? store.leaveOverlay((*own)->change.record, counter)
                                           : Status();
  }));
}

void OfficeHand::applyAll() {
  LocalStore& store = notebook_.store();
  for (const OwnChange& own : orDie(store.changesAfter(0, 1000))) {
    if (own.receipt.stage != ReceiptStage::kSaved && own.receipt.stage != ReceiptStage::kUploaded)
      continue;
    const RecordType* type = notebook_.catalogue().type(own.change.type);
    RecordState state = copyOrNew(own.change.record, *type);
    apply(state, own.change,
          {.numbers = Numbers(Number{kEpoch, ++ledger_.number}), .effective = own.change.time});
    keep(state, *type);
    answer(own.change.dot.counter, ReceiptStage::kApplied, {}, Number{kEpoch, ledger_.number});
    orDie(store.inTransaction(
        [&] { return store.leaveOverlay(own.change.record, own.change.dot.counter); }));
  }
  auto standing = orDie(store.standing());
  standing.lastSuccess = clock_.wallNow();
  orDie(store.inTransaction([&] { return store.keepStanding(standing); }));
}

}  // namespace rapport::testing
