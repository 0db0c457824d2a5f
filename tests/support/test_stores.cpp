#include "tests/support/test_stores.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <utility>

#include "mobile/storage/local_profile.h"
#include "server/blobs/blob_folder.h"
#include "server/storage/server_database.h"
#include "server/storage/sqlite_account_store.h"
#include "server/storage/sqlite_blob_ledger.h"
#include "server/storage/sqlite_server_store.h"
#include "shared/base/random.h"
#include "tests/support/temp_folder.h"

namespace rapport::testing {
namespace {

void mustBe(const Status& status) {
  if (status) return;
  std::fprintf(stderr, "%s\n", status.error().message.c_str());
  std::abort();
}

template <typename T>
T must(Result<T> result) {
  if (!result) mustBe(result.error());
  return std::move(result).value();
}

const Bytes kKey(32, 'k');

class OpenLocalStore final : public TestLocalStore {
 public:
  OpenLocalStore(const Enrolment& enrolment, const Standing& standing, Disk& disk)
      : disk_(disk), programme_(enrolment.programme) {
    profile_ = must(LocalProfile::open({folder_.file("profile.db"), kKey, "", disk_}));
    mustBe(profile_->addProgramme(enrolment, standing));
    openProgramme();
  }
  LocalStore& store() override { return *store_; }
  LocalProfile& profile() override { return *profile_; }
  LocalAttachments& attachments() override { return *attachments_; }
  LocalAnswers& answers() override { return *answers_; }
  LocalDrafts& begun() override { return *begun_; }
  std::string folder() const override { return folder_.path().string(); }
  void reopen() override {
    begun_.reset();
    answers_.reset();
    attachments_.reset();
    store_.reset();
    profile_.reset();
    profile_ = must(LocalProfile::open({folder_.file("profile.db"), kKey, "", disk_}));
    openProgramme();
  }

 private:
  void openProgramme() {
    store_ = must(profile_->programme(programme_));
    attachments_ = must(profile_->attachments(programme_));
    answers_ = must(profile_->answers(programme_));
    begun_ = must(profile_->begun(programme_));
  }

  Disk& disk_;
  TempFolder folder_;
  std::string programme_;
  std::unique_ptr<LocalProfile> profile_;
  std::unique_ptr<LocalStore> store_;
  std::unique_ptr<LocalAttachments> attachments_;
  std::unique_ptr<LocalAnswers> answers_;
  std::unique_ptr<LocalDrafts> begun_;
};

class OpenServerStore final : public TestServerStore {
 public:
  OpenServerStore(const ProgrammeRow& programme, Disk& disk) : disk_(disk) {
    open();
    mustBe(store_->addProgramme(programme));
  }
  ServerStore& store() override { return *store_; }
  AccountStore& accounts() override { return *accounts_; }
  BlobFiles& blobs() override { return *blobs_; }
  BlobLedger& ledger() override { return *ledger_; }
  ServerDatabase& database() override { return *database_; }
  std::string folder() const override { return folder_.path().string(); }
  void reopen() override {
    close();
    open();
  }
  void backUp(const std::string& name) override {
    std::filesystem::remove(folder_.file(name));
    mustBe(database_->copyTo(folder_.file(name)));
  }
  void goBackTo(const std::string& name) override {
    close();
    for (const char* part : {"", "-wal", "-shm"}) {
      std::filesystem::remove(folder_.file("server.db") + part);
    }
    std::filesystem::copy_file(folder_.file(name), folder_.file("server.db"));
    open();
  }

 private:
  void close() {
    blobs_.reset();
    ledger_.reset();
    accounts_.reset();
    store_.reset();
    database_.reset();
  }
  void open() {
    database_ = must(ServerDatabase::open({folder_.file("server.db"), kKey, ""}));
    store_ = std::make_unique<SqliteServerStore>(*database_);
    accounts_ = std::make_unique<SqliteAccountStore>(*database_);
    ledger_ = std::make_unique<SqliteBlobLedger>(*database_);
    SecretKey key;
    std::copy(kKey.begin(), kKey.end(), key.span().begin());
    blobs_ = std::make_unique<BlobFolder>(folder_.file("blobs"), key, disk_);
  }

  Disk& disk_;
  TempFolder folder_;
  std::unique_ptr<ServerDatabase> database_;
  std::unique_ptr<SqliteServerStore> store_;
  std::unique_ptr<SqliteAccountStore> accounts_;
  std::unique_ptr<SqliteBlobLedger> ledger_;
  std::unique_ptr<BlobFolder> blobs_;
};

Uuid uuidOf(std::uint64_t number) {
  SeededRandom random(number);
  return makeUuidV4(random);
}

}  // namespace

Enrolment testEnrolment(std::string programme) {
  Enrolment enrolment;
  enrolment.programme = std::move(programme);
  enrolment.person = PersonId{uuidOf(1)};
  enrolment.personName = "Amara Osei";
  enrolment.deviceName = "Tablet 7";
  enrolment.server = "127.0.0.1:8443";
  return enrolment;
}

Standing testStanding(ReplicaId replica) {
  Standing standing;
  standing.replica = replica;
  return standing;
}

ProgrammeRow testProgramme(std::string name) {
  ProgrammeRow row;
  row.name = std::move(name);
  row.epoch = EpochId{0xE0C4'1234'5678'9ABCU};
  row.serverReplica = ReplicaId{uuidOf(2)};
  return row;
}

std::unique_ptr<TestLocalStore> openTestLocalStore(const Enrolment& enrolment,
                                                   const Standing& standing, Disk& disk) {
  return std::make_unique<OpenLocalStore>(enrolment, standing, disk);
}

std::unique_ptr<TestLocalStore> openTestLocalStore() {
  return openTestLocalStore(testEnrolment(), testStanding(ReplicaId{uuidOf(3)}));
}

std::unique_ptr<TestServerStore> openTestServerStore(const ProgrammeRow& programme, Disk& disk) {
  return std::make_unique<OpenServerStore>(programme, disk);
}

}  // namespace rapport::testing
