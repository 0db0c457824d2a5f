#include <cstdio>

#include <nlohmann/json.hpp>

#include "server/app/account_names.h"
#include "server/app/directory.h"
#include "server/app/invitation.h"
#include "server/app/settings_record.h"
#include "server/commands/commands.h"
#include "server/review/page_edit.h"
#include "shared/base/limits.h"
#include "shared/crypto/digest.h"
#include "shared/model/bounded_json.h"
#include "shared/model/demo_dates.h"
#include "shared/model/demonstration.h"
#include "shared/sync/state_hash.h"

namespace rapport {
namespace {

constexpr std::size_t kLineBytes = 256 * 1024;
constexpr const char* kDemonstrationCoordinator = "Noor";

Status writeLine(Home& home, ServerWriter& programme, const Editor& author,
                 const std::string& line) {
  const auto resolved = resolveDemoDates(line, home.clock().wallNow(), home.clock().utcOffset());
  if (!resolved) return resolved.error();
  Result<nlohmann::json> body = parseBoundedJson(*resolved, kLineBytes);
  if (!body) return body.error();
  const nlohmann::json named = body->is_object() ? body->value("id", nlohmann::json()) : *body;
  const auto id = named.is_string() ? Uuid::parse(named.get<std::string>()) : std::nullopt;
  if (!id) return Error{ErrorCode::kInvalid, "A line of the demonstration has no id: " + line};
  body->erase("id");
  Result<ServerWrite> edit = newRecordFrom(home.catalogue(), author, RecordId{*id}, *body);
  if (!edit) return edit.error();
  edit->authority = Authority::kServer;
  const Result<RecordState> written = home.arbiter().write(programme, *edit);
  return written ? Status{} : Status{written.error()};
}

// All of it is written by one invented coordinator, so that the console can name somebody.
Status fillWithDemonstration(Home& home, const std::string& name) {
  const Result<UserRow> noor =
      personNamed(home.accounts(), home.clock(), home.random(), kDemonstrationCoordinator);
  if (!noor) return noor.error();
  const Editor author{noor->id, Role::kCoordinator, home.clock(), home.random()};
  return home.store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
    const Result<ServerWriter*> programme = transaction.programme(name);
    if (!programme) return programme.error();
    const Status listed = listPerson(**programme, home.arbiter(), home.catalogue(), noor->id,
                                     noor->name, author.role);
    if (!listed) return listed;
    for (const std::string& line : builtInDemonstration()) {
      if (const Status written = writeLine(home, **programme, author, line); !written) {
        return written;
      }
    }
    return {};
  });
}

// How things are in a new programme until somebody says otherwise.
Status writeBeginning(Home& home, const NewProgramme& wanted) {
  Result<nlohmann::json> fields =
      beginningSettings(wanted.title.empty() ? wanted.name : wanted.title);
  if (!fields) return fields.error();
  if (wanted.demonstration) {
    const Result<nlohmann::json> besides = demonstrationSettings();
    if (!besides) return besides.error();
    fields->update(*besides);
  }
  return home.store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
    const Result<ServerWriter*> programme = transaction.programme(wanted.name);
    if (!programme) return programme.error();
    return changeSettings(**programme, home.arbiter(), home.catalogue(), wanted.name, PersonId{},
                          *fields);
  });
}

}  // namespace

Result<Role> roleFrom(const std::string& name) {
  if (const auto role = roleNamed(name)) return *role;
  return Error{ErrorCode::kInvalid, "\"" + name +
                                        "\" is no role. There are volunteer, worker, "
                                        "coordinator, safeguarding and admin."};
}

Status addProgramme(const Place& place, const NewProgramme& wanted) {
  if (const Status fits = checkProgrammeName(wanted.name); !fits) return fits;
  if (!wanted.title.empty()) {
    if (const Status fits = checkName("A title", wanted.title); !fits) return fits;
  }
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kMayResume);
  if (!opened) return opened.error();
  Home& home = **opened;
  ProgrammeRow row;
  row.name = wanted.name;
  row.epoch = EpochId{home.random().next64()};
  row.tag = home.random().next64();
  row.serverReplica = ReplicaId{makeUuidV7(home.clock(), home.random())};
  if (const Status added = home.store().addProgramme(row); !added) return added;
  if (!wanted.title.empty()) {
    const Status titled = home.accounts().putTitle(wanted.name, wanted.title);
    if (!titled) return titled;
  }
  if (const Status begun = writeBeginning(home, wanted); !begun) return begun;
  if (wanted.demonstration) {
    if (const Status filled = fillWithDemonstration(home, wanted.name); !filled) return filled;
  }
  std::fprintf(stderr, "The programme %s is there.\n", wanted.name.c_str());
  if (!wanted.demonstration) {
    std::fprintf(stderr,
                 "It has no hotline card yet: see rapport-server programme settings --help\n");
  }
  return {};
}

Status listProgrammes(const Place& place) {
  Result<std::unique_ptr<Home>> home = Home::open(place, Opening::kExisting);
  if (!home) return home.error();
  const Result<std::vector<std::string>> names = (*home)->store().programmes();
  if (!names) return names.error();
  for (const std::string& name : *names) {
    const Result<std::string> title = (*home)->accounts().titleOf(name);
    if (!title) return title.error();
    std::printf("%s\t%s\n", name.c_str(), title->c_str());
  }
  return {};
}

Status printStateHash(const Place& place, const std::string& programme,
                      const std::string& roleName) {
  const Result<Role> role = roleFrom(roleName);
  if (!role) return role.error();
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  Home& home = **opened;
  if (const Status there = home.mustHaveProgramme(programme); !there) return there;
  return home.store().reading(programme, [&](ServerReader& reader) -> Status {
    const auto types = home.types().of(reader);
    if (!types) return types.error();
    const Result<Digest> hash = stateHash(reader, *role, **types);
    if (!hash) return hash.error();
    std::printf("%s\n", toHex(viewOf(*hash)).c_str());
    return {};
  });
}

}  // namespace rapport
