#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "server/app/api.h"
#include "server/app/enrolment_desk.h"
#include "server/app/guarded_types.h"
#include "server/app/meters.h"
#include "server/app/outside_watch.h"
#include "server/app/sign_in.h"
#include "server/app/switchboard.h"
#include "server/app/tablet_connection.h"
#include "server/app/worker_pool.h"
#include "server/app/writer.h"
#include "shared/base/clock.h"
#include "shared/crypto/secret.h"
#include "shared/crypto/signing.h"
#include "shared/crypto/system_random.h"
#include "shared/model/catalogue.h"
#include "shared/sync/arbiter.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {

// Real time stands still here until a test moves it; a test moves it while nothing else runs.
// argon2id is asked to be quick.
inline constexpr PasswordCost kQuickCost{1, 8 * 1024 * 1024};
inline constexpr std::chrono::seconds kPatience{30};

// A whole server without a network: the real stores, threads and rules.
struct TestDesk {
  TestDesk();
  ~TestDesk();

  // A person with a role in the test programme and a password.
  UserRow addUser(const std::string& name, Role role, const std::string& password);
  // Lets a device in, as redeeming a code would.
  ReplicaRow admit(const PublicKey& key, Role role, const std::string& person);
  void read(const std::function<void(ServerReader&)>& work);
  // A coordinator's record, written through the arbiter.
  RecordId addRecord(const std::string& type, const std::string& fieldsJson,
                     Role role = Role::kCoordinator);
  SyncDesk sync();
  ApiDesk api();

  Meters meters;
  ManualClock clock;
  SystemRandom random;
  SecretKey verdictKey;
  Catalogue catalogue;
  GuardedTypes types;
  std::unique_ptr<TestServerStore> stores;
  Arbiter arbiter;
  Switchboard switchboard;
  OutsideWatch outside;
  Writer writer;
  WorkerPool readers;
  SignInDesk signIns;
  EnrolmentDesk enrolments;
};

// Something that other threads bring about. Waiting fails the test after kPatience.
class Awaited {
 public:
  void happen() {
    const std::lock_guard lock(mutex_);
    ++times_;
    changed_.notify_all();
  }
  bool wait(std::size_t times = 1) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, kPatience, [&] { return times_ >= times; });
  }
  std::size_t times() {
    const std::lock_guard lock(mutex_);
    return times_;
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t times_ = 0;
};

template <typename T>
T need(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(result).value();
}

inline void need(const Status& status) {
  if (!status) throw std::runtime_error(status.error().message);
}

}  // namespace rapport::testing
