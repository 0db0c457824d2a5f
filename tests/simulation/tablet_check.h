#pragma once

#include <cstdint>
#include <map>
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
      : scene_(scene), ledger_(ledger), name_(std::move(name)), replica_(replica) {}

  // The notebook said that these changes are saved.
  void saved(LocalStore& store, const std::vector<std::uint64_t>& counters);
  // The author let a change go that was sent back, or tried to: a failed disk leaves that open.
  void dismissed(std::uint64_t counter, const Status& outcome) {
    (outcome ? dismissed_ : perhapsDismissed_).insert(counter);
  }
  // The session took a frame.
  void took(LocalStore& store, const ClientStep& step);
  // The program began anew: is everything there?
  void everythingSaved(LocalStore& store);
  // Everything has been exchanged.
  void atTheEnd(LocalStore& store);

 private:
  void checkReceipt(const ReceiptNews& news);
  void checkCopy(LocalStore& store, RecordId record, Role role);
  void checkShown(LocalStore& store, const ReceiptNews& news, Role role);
  void checkCursor(LocalStore& store, const Standing& standing);
  void checkProgress(const Standing& standing);
  void violated(const std::string& what) { scene_.violated(name_ + ": " + what); }

  Scene& scene_;
  const Ledger& ledger_;
  const std::string name_;
  const ReplicaId replica_;
  std::map<std::uint64_t, Digest> saved_;
  std::set<std::uint64_t> dismissed_, perhapsDismissed_;
  std::uint64_t settledThrough_ = 0;
};

}  // namespace rapport::simulation
