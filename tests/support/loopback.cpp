#include "tests/support/loopback.h"

#include <gtest/gtest.h>

#include "server/app/fork.h"
#include "server/storage/new_epochs.h"
#include "shared/base/bytes.h"
#include "shared/crypto/digest.h"
#include "shared/sync/answers.h"
#include "shared/sync/audit.h"
#include "shared/sync/drafts.h"
#include "shared/sync/forms.h"
#include "shared/sync/state_hash.h"
#include "tests/support/pact_type.h"

namespace rapport::testing {
namespace {

template <typename T>
T must(Result<T> result) {
  if (!result) {
    ADD_FAILURE() << result.error().message;
    std::abort();
  }
  return *std::move(result);
}

void must(const Status& status) {
  if (status) return;
  ADD_FAILURE() << status.error().message;
  std::abort();
}

SecretKey randomKey(Random& random) {
  SecretKey key;
  random.fill(key.span());
  return key;
}

}  // namespace

const Catalogue& testCatalogue() {
  static const Catalogue catalogue = must(Catalogue::load(declarationsWithPact()));
  return catalogue;
}

LoopbackOffice::LoopbackOffice(ManualClock& clock, Random& random, Disk& disk)
    : clock_(clock),
      random_(random),
      verdictKey_(randomKey(random)),
      stores_(openTestServerStore(testProgramme(), disk)),
      types_(testCatalogue()),
      arbiter_(std::in_place, types_, clock, random, verdictKey_),
      sealing_(SealingKey::generate(random)) {}

ReplicaRow LoopbackOffice::admit(const PublicKey& key, Role role, const std::string& name) {
  ReplicaRow row;
  row.replica = {makeUuidV4(random_)};
  row.person = {makeUuidV4(random_)};
  row.personName = name;
  row.deviceName = name + "'s tablet";
  row.role = role;
  row.publicKey = Bytes(key.view());
  must(stores_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
    return must(transaction.programme(kTestProgramme))->putReplica(row);
  }));
  return row;
}

void LoopbackOffice::setRole(ReplicaId replica, Role role) {
  change(replica, [role](ReplicaRow& row) { row.take(role); });
}

void LoopbackOffice::forgetRolesBefore(ReplicaId replica) {
  change(replica, [](ReplicaRow& row) { row.rolesBefore.clear(); });
}

void LoopbackOffice::givePerson(ReplicaId replica, ReplicaId sameAs) {
  PersonId person;
  read([&](ServerReader& reader) { person = must(reader.replica(sameAs))->person; });
  change(replica, [person](ReplicaRow& row) { row.person = person; });
}

void LoopbackOffice::revoke(ReplicaId replica) {
  change(replica, [this](ReplicaRow& row) { row.revoke(clock_.wallNow()); });
}

void LoopbackOffice::countAside(ReplicaId replica, std::uint64_t changes, std::uint64_t bytes) {
  change(replica, [&](ReplicaRow& row) {
    row.asideChanges = changes;
    row.asideBytes = bytes;
  });
}

void LoopbackOffice::change(ReplicaId replica, const std::function<void(ReplicaRow&)>& how) {
  must(stores_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
    ServerWriter* programme = must(transaction.programme(kTestProgramme));
    ReplicaRow row = *must(programme->replica(replica));
    how(row);
    return programme->putReplica(row);
  }));
}

AttachmentDesk LoopbackOffice::attachments() {
  return {stores_->store(), types_, stores_->blobs(), stores_->ledger(), clock_};
}

Status LoopbackOffice::fork(ReplicaId old, const Fork& fork) {
  return stores_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
    const auto programme = transaction.programme(kTestProgramme);
    if (!programme) return programme.error();
    const auto kept = forkReplica(**programme, clock_, old, fork);
    return kept ? Status{} : Status{kept.error()};
  });
}

Result<std::vector<FrameVerdict>> LoopbackOffice::take(const ChangeRun& run) {
  std::vector<FrameVerdict> verdicts;
  const Status taken =
      stores_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        auto judged = arbiter_->take(*must(transaction.programme(kTestProgramme)), run);
        if (!judged) return judged.error();
        verdicts = *std::move(judged);
        return {};
      });
  if (!taken) return taken.error();
  return verdicts;
}

Result<std::vector<Uuid>> LoopbackOffice::keep(const Drop& drop) {
  std::vector<Uuid> kept;
  const Status done =
      stores_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        ServerWriter* programme = must(transaction.programme(kTestProgramme));
        auto ids = keepAnswers(*programme, *must(types_.of(*programme)), drop);
        if (!ids) return ids.error();
        kept = *std::move(ids);
        return {};
      });
  if (!done) return done.error();
  return kept;
}

Result<BegunKept> LoopbackOffice::keep(ReplicaId device, const BegunDrafts& begun) {
  BegunKept kept;
  const Status done =
      stores_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        ServerWriter* programme = must(transaction.programme(kTestProgramme));
        auto names = keepDrafts(*programme, device, begun, clock_.wallNow());
        if (!names) return names.error();
        kept = *std::move(names);
        return {};
      });
  if (!done) return done.error();
  return kept;
}

Status LoopbackOffice::join(const OfferedCopies& copies) {
  return stores_->store().inTransaction([&](ServerStore::Transaction& transaction) {
    return arbiter_->join(*must(transaction.programme(kTestProgramme)), copies);
  });
}

Result<RecordState> LoopbackOffice::write(const ServerWrite& edit) {
  std::optional<RecordState> written;
  const Status done =
      stores_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        auto state = arbiter_->write(*must(transaction.programme(kTestProgramme)), edit);
        if (!state) return state.error();
        written = *std::move(state);
        return {};
      });
  if (!done) return done.error();
  return *std::move(written);
}

Result<Erased> LoopbackOffice::erase(RecordId id, TypeNumber type) {
  std::optional<Erased> erased;
  const Status done =
      stores_->store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        auto gone = arbiter_->erase(*must(transaction.programme(kTestProgramme)),
                                    {id, type, PersonId{}, clock_.wallNow()});
        if (!gone) return gone.error();
        erased = *std::move(gone);
        return {};
      });
  if (!done) return done.error();
  return *std::move(erased);
}

void LoopbackOffice::read(const std::function<void(ServerReader&)>& work) {
  must(stores_->store().reading(kTestProgramme, [&](ServerReader& reader) -> Status {
    work(reader);
    return {};
  }));
}

RecordState LoopbackOffice::record(RecordId id) {
  RecordState found;
  read([&](ServerReader& reader) { found = must(reader.record(id)).value_or(RecordState{}); });
  return found;
}

void LoopbackOffice::backUp() { stores_->backUp("backup.db"); }

void LoopbackOffice::noticeRestore(const Cursor& cursor) {
  must(stores_->store().inTransaction([&](ServerStore::Transaction& transaction) {
    return arbiter_->noticeRestore(*must(transaction.programme(kTestProgramme)), cursor);
  }));
}

void LoopbackOffice::putBack() {
  stores_->goBackTo("backup.db");
  arbiter_.emplace(types_, clock_, random_, verdictKey_);  // another process
}

void LoopbackOffice::restore() {
  putBack();
  must(beginNewEpochs(stores_->database(), clock_, random_));
}

std::vector<std::string> LoopbackOffice::audit() {
  Faults faults;
  read([&](ServerReader& reader) { must(auditProgramme(reader, verdictKey_, faults)); });
  return faults.sentences();
}

std::string LoopbackOffice::stateHash(Role role) {
  std::string hash;
  read([&](ServerReader& reader) {
    hash = toHex(viewOf(must(rapport::stateHash(reader, role, *must(types_.of(reader))))));
  });
  return hash;
}

LoopbackTablet::LoopbackTablet(LoopbackOffice& office, ManualClock& clock, Random& random,
                               Role role, const std::string& name, Disk& disk)
    : clock_(clock),
      random_(random),
      key_(SigningKey::generate(random)),
      catalogue_(testCatalogue()) {
  const ReplicaRow row = office.admit(key_.publicKey(), role, name);
  replica_ = row.replica;
  Enrolment enrolment = testEnrolment();
  enrolment.person = row.person;
  enrolment.personName = name;
  enrolment.role = role;
  if (office.opens() != nullptr) enrolment.sealTo = Bytes(office.opens()->publicKey().view());
  Standing standing;
  standing.replica = replica_;
  standing.copyRole = role;
  stores_ = openTestLocalStore(enrolment, standing, disk);
  notebook_ = std::make_unique<Notebook>(stores_->store(), catalogue_, clock_, random_);
}

std::unique_ptr<ClientSession> LoopbackTablet::newSession() { return newSession(store()); }

std::unique_ptr<ClientSession> LoopbackTablet::newSession(LocalStore& over) {
  return std::make_unique<ClientSession>(over, catalogue_, clock_, random_, key_, "loopback",
                                         &attachments(), &answers(), &begun());
}

Attached LoopbackTablet::attach(RecordId about, ByteView content, std::string fileName) {
  return must(rapport::attach(*notebook_, attachments(),
                              {about, {}, std::move(fileName), content, {}}, clock_, random_));
}

std::string LoopbackTablet::stateHash() { return toHex(viewOf(must(notebook_->stateHash()))); }

void LoopbackTablet::restart() {
  notebook_.reset();
  stores_->reopen();
  catalogue_ = testCatalogue();
  must(adoptForms(catalogue_, stores_->store()));
  notebook_ = std::make_unique<Notebook>(stores_->store(), catalogue_, clock_, random_);
}

Kept LoopbackTablet::put(const Entry& entry) { return must(notebook_->put(entry)); }

RecordSheet LoopbackTablet::sheet(RecordId id) {
  auto sheet = must(notebook_->get(id));
  if (!sheet) ADD_FAILURE() << "no record " << id.toString();
  return sheet.value_or(RecordSheet{});
}

FieldEdit write(std::string field, Value value) { return {std::move(field), std::move(value)}; }

FieldEdit add(std::string field, std::int64_t amount) {
  return {std::move(field), AddAmount{amount}};
}

FieldEdit elements(std::string field, std::vector<Value> added, std::vector<Value> removed) {
  return {std::move(field), EditElements{std::move(added), std::move(removed)}};
}

}  // namespace rapport::testing
