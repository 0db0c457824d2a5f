#include "tests/server/app/test_desk.h"

#include <nlohmann/json.hpp>

#include "server/app/account_names.h"
#include "server/app/directory.h"
#include "server/review/page_edit.h"
#include "tests/support/pact_type.h"

namespace rapport::testing {
namespace {

SecretKey drawnKey(Random& random) {
  SecretKey key;
  random.fill(key.span());
  return key;
}

}  // namespace

TestDesk::TestDesk()
    : verdictKey(drawnKey(random)),
      catalogue(need(Catalogue::load(declarationsWithPact()))),
      types(catalogue),
      stores(openTestServerStore()),
      arbiter(types, clock, random, verdictKey),
      outside(stores->store(), switchboard),
      writer(
          stores->store(), [this](const Mark& mark) { outside.mark(mark); }, meters),
      readers(2, meters.tabletReads),
      signIns(stores->accounts(), clock, random, kQuickCost),
      enrolments(stores->accounts(), writer, arbiter, catalogue, clock, random) {}

TestDesk::~TestDesk() {
  writer.stop();
  readers.stop();
}

UserRow TestDesk::addUser(const std::string& name, Role role, const std::string& password) {
  const UserRow user{PersonId{makeUuidV7(clock, random)}, name, nameKeyOf(name),
                     need(hashPassword(password, kQuickCost)), clock.wallNow()};
  need(stores->accounts().addUser(user));
  need(stores->accounts().putRole({user.id, kTestProgramme, role}));
  return user;
}

ReplicaRow TestDesk::admit(const PublicKey& key, Role role, const std::string& person) {
  ReplicaRow row;
  row.replica = ReplicaId{makeUuidV7(clock, random)};
  row.person = PersonId{makeUuidV7(clock, random)};
  row.personName = person;
  row.deviceName = person + "-tablet";
  row.role = role;
  row.publicKey = Bytes(key.view());
  row.enrolledAt = clock.wallNow();
  const auto write = [&](ServerWriter& programme) -> Status {
    if (const Status kept = programme.putReplica(row); !kept) return kept;
    const Status listed =
        listPerson(programme, arbiter, catalogue, row.person, row.personName, row.role);
    if (!listed) return listed;
    return listDevice(programme, arbiter, catalogue,
                      {row.replica, row.person, row.deviceName, row.publicKey});
  };
  need(writer.run({kTestProgramme, Haste::kNow, write, nullptr}));
  return row;
}

void TestDesk::read(const std::function<void(ServerReader&)>& work) {
  need(stores->store().reading(kTestProgramme, [&work](ServerReader& reader) {
    work(reader);
    return Status{};
  }));
}

RecordId TestDesk::addRecord(const std::string& type, const std::string& fieldsJson, Role role) {
  const RecordId id{makeUuidV7(clock, random)};
  const nlohmann::json body{{"type", type}, {"fields", nlohmann::json::parse(fieldsJson)}};
  const Editor editor{PersonId{makeUuidV7(clock, random)}, role, clock, random};
  const auto write = [&](ServerWriter& programme) -> Status {
    const auto edit = newRecordFrom(catalogue, editor, id, body);
    if (!edit) return edit.error();
    const auto written = arbiter.write(programme, *edit);
    return written ? Status{} : Status{written.error()};
  };
  need(writer.run({kTestProgramme, Haste::kNow, write, nullptr}));
  return id;
}

SyncDesk TestDesk::sync() {
  return {stores->store(), writer, readers, switchboard, arbiter, types, clock, random, meters};
}

ApiDesk TestDesk::api() {
  return {stores->store(), stores->accounts(),
          writer,          switchboard,
          signIns,         enrolments,
          arbiter,         types,
          clock,           random,
          meters,          stores->blobs(),
          stores->ledger()};
}

}  // namespace rapport::testing
