#pragma once

#include <cstdint>
#include <string>

#include "shared/base/result.h"

namespace rapport {

class Connection;

// What is kept of the lock before the screens. It belongs to the profile, not to a programme.
struct LockRow {
  std::string pin;                // a hash (shared/crypto/password.h); empty: there is none
  bool pinOfKiosk = false;        // set for a kiosk alone, and goes with it
  std::uint32_t wrong = 0;        // tries since the last right one
  std::uint32_t idleMinutes = 5;  // until it locks by itself; 0: never
  std::string kiosk;              // what a participant is asked for; empty: no kiosk is going on
  bool operator==(const LockRow&) const = default;
};

// Made by LocalProfile, which it must not outlive. Errors are the disk's.
class LockShelf {
 public:
  explicit LockShelf(Connection& connection) : connection_(connection) {}

  // Where nothing was ever kept: as a LockRow is made.
  Result<LockRow> find();
  // Durable when it returns.
  Status keep(const LockRow& row);

 private:
  Connection& connection_;
};

}  // namespace rapport
