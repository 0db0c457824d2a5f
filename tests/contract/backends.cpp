#include "tests/contract/backends.h"

#include <filesystem>
#include <list>
#include <utility>

#include "mobile/storage/local_profile.h"
#include "server/storage/server_database.h"
#include "server/storage/sqlite_account_store.h"
#include "server/storage/sqlite_server_store.h"
#include "tests/contract/samples.h"
#include "tests/support/sim_vfs.h"
#include "tests/support/temp_folder.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {
namespace {

const Bytes kKey(32, 'k');

template <typename T>
T opened(Result<T> result) {
  if (!result) {
    ADD_FAILURE() << result.error().message;
    std::abort();
  }
  return std::move(result).value();
}

// Where a database lies, and how its program dies.
class Ground {
 public:
  virtual ~Ground() = default;
  virtual std::string path() const = 0;
  virtual std::string vfs() const = 0;
  virtual void killPrograms() = 0;
};

// A crash leaves the files as they are at that moment; the copy of them is what the next program
// finds, and the old one goes on in a folder that nobody looks at again.
class Disk final : public Ground {
 public:
  Disk() { folders_.emplace_back(); }
  std::string path() const override { return folders_.back().file("data.db"); }
  std::string vfs() const override { return ""; }
  void killPrograms() override {
    const std::filesystem::path from = folders_.back().path();
    folders_.emplace_back();
    for (const char* name : {"data.db", "data.db-wal"}) {
      if (std::filesystem::exists(from / name)) {
        std::filesystem::copy_file(from / name, folders_.back().path() / name);
      }
    }
  }

 private:
  std::list<TempFolder> folders_;
};

std::string freshName() {
  static int made = 0;
  return "contract" + std::to_string(++made);
}

class SimulatedDisk final : public Ground {
 public:
  std::string path() const override { return "data.db"; }
  std::string vfs() const override { return vfs_.name(); }
  void killPrograms() override { disk_.killPrograms(); }

 private:
  ManualClock clock_;
  SimDisk disk_{1};
  SimVfs vfs_{freshName(), disk_, clock_};
};

std::unique_ptr<Ground> makeGround(BackendKind kind) {
  if (kind == BackendKind::kSqliteOnDisk) return std::make_unique<Disk>();
  return std::make_unique<SimulatedDisk>();
}

class SqliteLocalBackend final : public LocalBackend {
 public:
  explicit SqliteLocalBackend(BackendKind kind) : ground_(makeGround(kind)) {
    auto profile = opened(LocalProfile::open({ground_->path(), kKey, ground_->vfs()}));
    for (const char* name : {kProgramme, kNeighbour}) {
      must(profile->addProgramme(testEnrolment(name), testStanding(replicaNamed(7))));
    }
    profile.reset();
    open();
  }
  LocalStore& store() override { return *lives_.back().store; }
  LocalStore& neighbour() override { return *lives_.back().neighbour; }
  void reopen() override {
    lives_.pop_back();
    open();
  }
  void crash() override {
    ground_->killPrograms();
    open();
  }

 private:
  struct Life {
    std::unique_ptr<LocalProfile> profile;
    std::unique_ptr<LocalStore> store, neighbour;
  };
  void open() {
    Life life;
    life.profile = opened(LocalProfile::open({ground_->path(), kKey, ground_->vfs()}));
    life.store = opened(life.profile->programme(kProgramme));
    life.neighbour = opened(life.profile->programme(kNeighbour));
    lives_.push_back(std::move(life));
  }

  std::unique_ptr<Ground> ground_;
  std::list<Life> lives_;
};

class SqliteServerBackend final : public ServerBackend {
 public:
  explicit SqliteServerBackend(BackendKind kind) : ground_(makeGround(kind)) {
    open();
    for (const char* name : {kProgramme, kNeighbour}) {
      must(store().addProgramme(testProgramme(name)));
    }
  }
  ServerStore& store() override { return *lives_.back().store; }
  AccountStore& accounts() override { return *lives_.back().accounts; }
  void reopen() override {
    lives_.pop_back();
    open();
  }
  void crash() override {
    ground_->killPrograms();
    open();
  }

 private:
  struct Life {
    std::unique_ptr<ServerDatabase> database;
    std::unique_ptr<SqliteServerStore> store;
    std::unique_ptr<SqliteAccountStore> accounts;
  };
  void open() {
    Life life;
    life.database = opened(ServerDatabase::open({ground_->path(), kKey, ground_->vfs()}));
    life.store = std::make_unique<SqliteServerStore>(*life.database);
    life.accounts = std::make_unique<SqliteAccountStore>(*life.database);
    lives_.push_back(std::move(life));
  }

  std::unique_ptr<Ground> ground_;
  std::list<Life> lives_;
};

}  // namespace

std::string nameOf(BackendKind kind) {
  return kind == BackendKind::kSqliteOnDisk ? "SqliteOnDisk" : "SqliteOnSimulatedDisk";
}

std::unique_ptr<LocalBackend> makeLocalBackend(BackendKind kind) {
  return std::make_unique<SqliteLocalBackend>(kind);
}

std::unique_ptr<ServerBackend> makeServerBackend(BackendKind kind) {
  return std::make_unique<SqliteServerBackend>(kind);
}

}  // namespace rapport::testing
