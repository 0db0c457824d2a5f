#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "shared/sync/client_session.h"
#include "shared/sync/local_store.h"
#include "tests/simulation/ledger.h"

namespace rapport::simulation {

// What must hold of one tablet's store, whatever happened: what was saved stays; every copy is what
// the office had at the copy's number, as far as the role may see it; no state that the cursor has
// passed is missing; a receipt says what the office's log says; what was sent back is in the inbox.
class TabletCheck {
 public:
  TabletCheck(Scene& scene, const Ledger& ledger, std::string name, ReplicaId replica)
      : scene_(scene), ledger_(ledger), name_(std::move(name)) {
    known_.names[0] = replica;
  }

  // The notebook said that these changes are saved.
  void saved(LocalStore& store, const std::vector<std::uint64_t>& counters);
  // The author let a change go that was sent back, or tried to: a failed disk leaves that open.
  void dismissed(std::uint64_t counter, const Status& outcome) {
    (outcome ? known_.dismissed : known_.perhapsDismissed).insert(counter);
  }
  // The session took a frame.
  void took(LocalStore& store, const ClientStep& step);
  // The program began anew: is everything there?
  void everythingSaved(LocalStore& store);
  // The tablet goes on under another name, and so do its changes after this one.
  void renamed(LocalStore& store, ReplicaId replica, std::uint64_t after);
  // What must hold of an image of the disk, and does again once the image was put back.
  struct Known {
    std::map<std::uint64_t, Digest> saved;
    std::map<std::uint64_t, Digest> first;  // hashes, under the names that the changes had first
    std::set<std::uint64_t> dismissed, perhapsDismissed;
    std::uint64_t settledThrough = 0;
    std::uint64_t offeredAgain = 0;            // at which restore of the office
    std::map<RecordId, std::uint64_t> toldOf;  // the greatest number of an own change
    bool toldMore = false;                     // perhaps: a frame was taken, or not
    std::uint64_t voidThrough = 0;  // own changes up to here were settled when the copies went
    std::map<std::uint64_t, ReplicaId> names;  // from the change after this one on
  };
  const Known& known() const { return known_; }
  void putBack(Known known) {
    known_ = std::move(known);
    held_.clear();
  }
  void installedAnew(ReplicaId replica) {
    known_ = {};
    held_.clear();
    known_.names[0] = replica;
  }
  // The tablet is about to clear itself: does the office hold whatever was saved here?
  void mayClear();
  // Everything has been exchanged.
  void atTheEnd(LocalStore& store);

 private:
  void checkReceipt(const ReceiptNews& news);
  void checkCopy(LocalStore& store, RecordId record, Role role);
  void checkShown(LocalStore& store, RecordId record, const Standing& standing);
  void checkCursor(LocalStore& store, const Standing& standing);
  void checkSealed(LocalStore& store, const std::vector<OwnChange>& all);
  bool holdsAllItWasTold(LocalStore& store, RecordId record);
  std::optional<std::uint64_t> heldOf(LocalStore& store, RecordId record);
  void checkClaims(const Standing& standing, const std::vector<OwnChange>& all);
  void checkProgress(const Standing& standing);
  void checkErased(LocalStore& store, const Standing& standing);
  std::set<std::uint64_t> sentBack() const;
  bool isMine(const Dot& dot) const {
    return std::prev(known_.names.lower_bound(dot.counter))->second == dot.replica;
  }
  void violated(const std::string& what) { scene_.violated(name_ + ": " + what); }

  Scene& scene_;
  const Ledger& ledger_;
  const std::string name_;
  Known known_;
  // The number of each copy, 0 for none, as it was when last read: read again where the session
  // says that it is another, and all of them when the program begins anew.
  std::map<RecordId, std::uint64_t> held_;
};

}  // namespace rapport::simulation
