#pragma once

#include <chrono>
#include <optional>

#include "mobile/storage/lock_shelf.h"
#include "mobile/viewmodels/lock.h"
#include "shared/base/clock.h"
#include "shared/crypto/password.h"

namespace rapport {

// The lock of a profile. The clock outlives it.
class TabletLock final : public Lock {
 public:
  TabletLock(LockShelf shelf, const Clock& clock, const PasswordCost& cost = {})
      : shelf_(shelf), clock_(clock), cost_(cost), since_(clock.steadyNow()) {}

  Result<LockFacts> facts() override;
  Result<PinAnswer> tryPin(std::string_view pin) override;
  Status setPin(std::string_view pin, PinFor use) override;
  Status removePin() override;
  Status setIdle(std::chrono::minutes idle) override;
  Status beginKiosk(std::string_view what) override;
  Status endKiosk() override;

 private:
  Result<LockRow> row();
  Status keep(const LockRow& row);
  std::chrono::seconds waitAfter(std::uint32_t wrong) const;

  LockShelf shelf_;
  const Clock& clock_;
  const PasswordCost cost_;
  // When the last wrong try was; of one before this program began, when that was.
  std::chrono::milliseconds since_;
  // Tries that a full disk would not keep.
  std::uint32_t unkept_ = 0;
};

}  // namespace rapport
