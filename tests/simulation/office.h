#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/storage/server_database.h"
#include "server/storage/sqlite_server_store.h"
#include "shared/crypto/sealed_box.h"
#include "shared/crypto/secret.h"
#include "shared/sync/arbiter.h"
#include "tests/simulation/device_clock.h"
#include "tests/simulation/ledger.h"
#include "tests/simulation/machine.h"
#include "tests/simulation/watched_store.h"
#include "tests/simulation/wire.h"

namespace rapport::simulation {

class OfficeLine;

// Does somebody wait for it, or does it ride along with the next commit?
enum class Hurry : std::uint8_t { kNow, kLazy };

// One piece of work for the office's one writer; `done` is told after the durable commit.
struct OfficeJob {
  Hurry hurry = Hurry::kNow;
  std::function<Status(ServerWriter&)> work;
  std::function<void(const Status&)> done;
};

// The server: the real store and arbiter, one writer with group commit, a line for each connection.
// Stands in for server/app's threads with turns of one agenda.
class Office {
 public:
  Office(Scene& scene, Ledger& ledger, const Oracle& oracle);
  ~Office();

  // A device is let in.
  Status admit(const ReplicaRow& row);
  // A connection comes in; refused while the program does not run.
  void answer(const std::shared_ptr<Wire>& wire);

  // Nothing is done while the program does not run.
  void submit(OfficeJob job);
  Status reading(const std::function<Status(ServerReader&)>& work);
  void tick();
  // After an erasure: nothing of what was is left on the disk.
  void forgetPast();

  bool isRunning() const { return store_ != nullptr && machine_.lives(); }
  bool isIdle() const;  // nothing waits for the writer, and no line has anything to send
  // The program ends as by kill -9, and is started again.
  void kill();
  // A backup is taken; and put back later, in a new epoch, as the restore command does.
  void backUp();
  void restore();
  // Nobody put the office back to before a device came or was given another role: what the ledger
  // beside the database is for is not looked at here.
  bool hasBackup() const { return backup_ && backup_->known.fits(ledger_); }
  void forgetBackup() {
    if (!restoring_) backup_.reset();
  }
  // What an audit of its whole past finds wrong.
  std::vector<std::string> audit();
  // Looks whether the power went, and begins again if so.
  void feelPower();
  // Ends the live session of this device; nobody may speak for it under its old role.
  void dismiss(ReplicaId replica, RefusalCode code);
  // Whoever spoke for the replica before is dismissed.
  void speaksFor(const std::shared_ptr<OfficeLine>& line, ReplicaId replica);

  Machine& machine() { return machine_; }
  DeviceClock& clock() { return clock_; }
  ProgrammeTypes& types() { return types_; }
  const Arbiter& arbiter() const { return *arbiter_; }
  const SealingKey& opens() const { return opens_; }
  Scene& scene() { return scene_; }
  Ledger& ledger() { return ledger_; }
  const Oracle& oracle() const { return oracle_; }

 private:
  struct Group;
  struct Backup {
    testing::SimDisk::Image disk;
    Ledger::Kept known;
  };

  void boot();
  Status beginAnew();
  void end(Millis downtime);
  void commitSoon();
  void commit();
  Status write(Group& group);
  void tell(Group& group);

  Scene& scene_;
  Ledger& ledger_;
  const Oracle& oracle_;
  DeviceClock clock_;
  mutable Machine machine_;
  SecretKey verdictKey_;
  ProgrammeTypes types_;
  std::optional<Arbiter> arbiter_;
  const SealingKey opens_;  // what tablets hand in sealed
  std::unique_ptr<ServerDatabase> database_;
  std::unique_ptr<ServerStore> real_;
  std::unique_ptr<ServerStore> spoilt_;  // by a mutant, if there is one
  std::unique_ptr<WatchedStore> store_;
  std::optional<Backup> backup_;
  bool restoring_ = false;
  std::uint64_t life_ = 0;
  bool ending_ = false;
  bool committing_ = false;
  Millis tellsFrom_{0};  // nobody hears of a commit before those before it were told
  std::deque<OfficeJob> urgent_, lazy_;
  std::vector<std::shared_ptr<OfficeLine>> lines_;
};

}  // namespace rapport::simulation
