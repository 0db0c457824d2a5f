#pragma once

#include <memory>
#include <string>

#include "server/app/account_store.h"
#include "shared/base/disk.h"
#include "shared/base/system_disk.h"
#include "shared/sync/local_answers.h"
#include "shared/sync/local_attachments.h"
#include "shared/sync/local_drafts.h"
#include "shared/sync/local_store.h"
#include "shared/sync/server_blobs.h"
#include "shared/sync/server_store.h"

namespace rapport {
class LocalProfile;
class ServerDatabase;
}  // namespace rapport

namespace rapport::testing {

// The real stores, encrypted, each in a folder that goes with it. Whatever cannot be opened ends
// the test program with the sentence.

inline constexpr char kTestProgramme[] = "river-valley";

Enrolment testEnrolment(std::string programme = kTestProgramme);
Standing testStanding(ReplicaId replica);
ProgrammeRow testProgramme(std::string name = kTestProgramme);

// One tablet's profile with one programme in it.
class TestLocalStore {
 public:
  virtual ~TestLocalStore() = default;
  virtual LocalStore& store() = 0;
  virtual LocalAttachments& attachments() = 0;
  virtual LocalAnswers& answers() = 0;
  virtual LocalDrafts& begun() = 0;
  virtual std::string folder() const = 0;
  virtual LocalProfile& profile() = 0;
  virtual void reopen() = 0;  // as a program that ends and starts; the old store is gone
};
// The disk is that of its attachments, and must outlive it.
std::unique_ptr<TestLocalStore> openTestLocalStore(const Enrolment& enrolment,
                                                   const Standing& standing,
                                                   Disk& disk = systemDisk());
std::unique_ptr<TestLocalStore> openTestLocalStore();

// One server's database with one programme in it.
class TestServerStore {
 public:
  virtual ~TestServerStore() = default;
  virtual ServerStore& store() = 0;
  virtual AccountStore& accounts() = 0;
  virtual BlobFiles& blobs() = 0;
  virtual BlobLedger& ledger() = 0;
  virtual std::string folder() const = 0;
  virtual ServerDatabase& database() = 0;
  virtual void reopen() = 0;
  // A copy of the database as of now, and the server on that copy again, as its operator would; who
  // declares the restore is the caller.
  virtual void backUp(const std::string& name) = 0;
  virtual void goBackTo(const std::string& name) = 0;
};
std::unique_ptr<TestServerStore> openTestServerStore(
    const ProgrammeRow& programme = testProgramme(), Disk& disk = systemDisk());

}  // namespace rapport::testing
