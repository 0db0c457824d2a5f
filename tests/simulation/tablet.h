#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "mobile/storage/local_profile.h"
#include "shared/crypto/signing.h"
#include "shared/sync/client_session.h"
#include "shared/sync/notebook.h"
#include "tests/simulation/device_clock.h"
#include "tests/simulation/machine.h"
#include "tests/simulation/office.h"
#include "tests/simulation/sim_types.h"
#include "tests/simulation/tablet_check.h"
#include "tests/simulation/wire.h"

namespace rapport::simulation {

// A tablet: the real store, notebook and session on a machine of its own, and somebody who
// switches it on again.
class Tablet {
 public:
  Tablet(Scene& scene, Office& office, Oracle& oracle, const Ledger& ledger, std::size_t place);
  // A second device that is what this one is now, disk and name, and goes on beside it.
  Tablet(const Tablet& original, std::size_t number);
  ~Tablet();

  bool isRunning() const { return notebook_ != nullptr && machine_.lives(); }
  Notebook& notebook() { return *notebook_; }
  LocalStore& store() { return *store_; }
  const std::string& name() const { return name_; }
  ReplicaId replica() const { return replica_; }
  PersonId person() const { return person_; }
  Machine& machine() { return machine_; }
  DeviceClock& clock() { return clock_; }
  TabletCheck& check() { return check_; }

  // What this device holds of its own edits; one of them is about to be saved, or was saved in
  // vain.
  std::vector<Oracle::Edit> ownEditsBefore(std::uint64_t counter) const;
  void writes(std::uint64_t counter, Oracle::Edit edit) { edits_[counter] = edit; }
  void saved(const std::vector<std::uint64_t>& counters);
  Oracle::Edit editAt(std::uint64_t counter) const { return edits_.at(counter); }
  // The name may have changed: then the oracle learns which edits go on under the new one.
  void findSavedInVain();
  void followName();
  // Somebody copies its disk, and puts the copy back later.
  void takeImage();
  void putImageBack();
  bool hasImage() const { return image_.has_value(); }
  std::uint64_t imagesPutBack() const { return imagesPutBack_; }
  // The office goes back: what is here of what it forgets must come to it again, unless a device
  // came or became another by then.
  void holdCopies();
  void checkCopiesGivenBack();
  // The app is removed with all that it held, installed again, and enrolled under a new name.
  void reinstall();
  // It is never seen again.
  void switchOff();
  // The office withdrew its access, and it cleared itself; or it was switched off.
  bool isCleared() const { return cleared_; }

  // Something new was saved: it goes up if there is a connection.
  void wrote();
  void goOnline();
  void goOffline();
  bool isOnline() const { return online_; }
  // A second connection beside the first, which is forgotten as a crashed network stack forgets.
  void connectAgain();
  void tick();
  void kill();
  void feelPower();
  // Everything that is not yet up comes up: power, program, network.
  void heal();
  bool isQuiet() const;
  std::string restless() const;

 private:
  Status enrol(const SigningKey& key, ReplicaId replica);
  Status keepEnrolment(ReplicaId replica);
  void clear();
  void boot();
  void end(Millis downtime);
  void connect();
  void connectLater(Millis most);
  void arrived(const Wire& wire, const Bytes& frame);
  void perform(ClientStep step);
  void restLater();
  void checkRefusal(const Refusal& refusal);
  void lose();

  Scene& scene_;
  Office& office_;
  Oracle& oracle_;
  const std::size_t place_;
  const std::string name_;
  DeviceClock clock_;
  mutable Machine machine_;
  SigningKey key_;
  ReplicaId replica_;
  PersonId person_;
  std::unique_ptr<LocalProfile> profile_;
  std::unique_ptr<LocalStore> real_;
  std::unique_ptr<LocalStore> spoilt_;  // by a mutant, if there is one
  LocalStore* store_ = nullptr;
  Catalogue catalogue_ = simCatalogue();
  std::unique_ptr<Notebook> notebook_;
  std::unique_ptr<ClientSession> session_;
  std::shared_ptr<Wire> wire_;
  TabletCheck check_;
  std::map<std::uint64_t, Oracle::Edit> edits_;  // by counter
  struct Image {
    testing::SimDisk::Image disk;
    TabletCheck::Known known;
    std::map<std::uint64_t, Oracle::Edit> edits;
    ReplicaId replica;
  };
  std::optional<Image> image_;
  std::uint64_t imagesPutBack_ = 0;
  std::vector<std::pair<RecordId, Number>> heldAtRestore_;
  Role heldFor_ = Role::kWorker;
  std::uint64_t imagesAtRestore_ = 0, admissionsAtRestore_ = 0;
  std::uint64_t life_ = 0;
  std::uint64_t wires_ = 0;
  bool ending_ = false;
  bool clearing_ = false, cleared_ = false;
  bool online_ = true;
  bool connecting_ = false;
  bool resting_ = false;
};

}  // namespace rapport::simulation
