#include "tests/simulation/machine.h"

#include <cstdio>
#include <cstdlib>

#include "mobile/storage/local_profile.h"
#include "server/storage/server_database.h"
#include "server/storage/sqlite_server_store.h"
#include "shared/sqlite/database.h"
#include "tests/simulation/mutants.h"

namespace rapport::simulation {
namespace {

// As small as a page can be while a record of a few edits still fits one: the more pages a commit
// has, the more places there are to cut it.
constexpr int kPageBytes = 1024;

void must(const Status& status) {
  if (status) return;
  std::fprintf(stderr, "%s\n", status.error().message.c_str());
  std::abort();
}

template <typename T>
T must(Result<T> result) {
  if (!result) must(Status(result.error()));
  return std::move(result).value();
}

std::string freshName() {
  static std::uint64_t made = 0;
  return "simulated" + std::to_string(++made);
}

void makeEmpty(const std::string& vfs) {
  DatabaseOptions options;
  options.path = kDatabase;
  options.vfs = vfs;
  options.pageSizeBytes = kPageBytes;
  must(Database::open(options));
}

void makeProfile(const std::string& vfs) { must(LocalProfile::open({kDatabase, "", vfs})); }

void makeOffice(const std::string& vfs) {
  const auto database = must(ServerDatabase::open({kDatabase, "", vfs}));
  ProgrammeRow row;
  row.name = kProgramme;
  row.epoch = kEpoch;
  row.serverReplica = officeReplica();
  must(SqliteServerStore(*database).addProgramme(row));
}

// The bytes of a closed database, made once: the migrations are not what a run is about.
Bytes make(Machine::Content content) {
  const ManualClock clock;
  testing::SimDisk disk(1);
  const testing::SimVfs vfs(freshName(), disk, clock);
  makeEmpty(vfs.name());
  if (content == Machine::Content::kTabletProfile) {
    makeProfile(vfs.name());
  } else {
    makeOffice(vfs.name());
  }
  return disk.contentOf(kDatabase);
}

const Bytes& contentFor(Machine::Content content) {
  static const Bytes profile = make(Machine::Content::kTabletProfile);
  static const Bytes office = make(Machine::Content::kOfficeDatabase);
  return content == Machine::Content::kTabletProfile ? profile : office;
}

}  // namespace

Machine::Machine(Content content, std::uint64_t seed, const Clock& clock, Mutant mutant)
    : content_(content), disk_(seed), vfs_(freshName(), disk_, clock) {
  std::shared_ptr<testing::SimFile> file;
  disk_.create(kDatabase, file);
  disk_.write(*file, 0, contentFor(content));
  disk_.sync(*file);
  disk_.syncNames();
  if (mutant == Mutant::kNormalSync) disk_.ignoreSyncsOf("-wal");
}

void Machine::makeAnew() {
  disk_.putBack({{kDatabase, contentFor(content_)}});
  // Whoever installs a program makes room for it.
  disk_.setCapacityBytes(UINT64_MAX);
  disk_.powerOn();
}

ReplicaId officeReplica() {
  return {Uuid{{0x0F, 0xF1, 0xCE, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1}}};
}

}  // namespace rapport::simulation
