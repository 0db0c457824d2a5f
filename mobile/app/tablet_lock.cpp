#include "mobile/app/tablet_lock.h"

#include <algorithm>
#include <array>

namespace rapport {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

// Fingers slip; whoever guesses gets some hundred tries a day.
constexpr std::uint32_t kFreeTries = 5;
constexpr std::array<seconds, 5> kWaits{seconds(30), minutes(1), minutes(2), minutes(5),
                                        minutes(15)};

bool isPin(std::string_view pin) {
  return pin.size() >= kPinDigitsLeast && pin.size() <= kPinDigitsMost &&
         std::ranges::all_of(pin, [](char sign) { return sign >= '0' && sign <= '9'; });
}

}  // namespace

// The device's date may be set by anybody, so that the wait is measured by the clock that only runs
// on. That one says nothing of before the program began: there the wait begins anew.
seconds TabletLock::waitAfter(std::uint32_t wrong) const {
  if (wrong < kFreeTries) return seconds{0};
  const auto whole = kWaits[std::min<std::size_t>(wrong - kFreeTries, kWaits.size() - 1)];
  const auto left = whole - (clock_.steadyNow() - since_);
  return std::max(seconds{0}, std::chrono::ceil<seconds>(left));
}

Result<LockRow> TabletLock::row() {
  auto row = shelf_.find();
  if (row) row->wrong += unkept_;
  return row;
}

Status TabletLock::keep(const LockRow& row) {
  const Status kept = shelf_.keep(row);
  if (kept) unkept_ = 0;
  return kept;
}

Result<LockFacts> TabletLock::facts() {
  const auto found = row();
  if (!found) return found.error();
  return LockFacts{!found->pin.empty(), found->pinOfKiosk, minutes(found->idleMinutes),
                   waitAfter(found->wrong), found->kiosk};
}

Result<PinAnswer> TabletLock::tryPin(std::string_view pin) {
  auto found = row();
  if (!found) return found.error();
  if (found->pin.empty()) return Error{ErrorCode::kNotFound, "This tablet has no PIN."};
  if (const seconds wait = waitAfter(found->wrong); wait.count() > 0)
    return PinAnswer{PinVerdict::kTooSoon, wait};
  // Before anybody knows how it ends, so that ending the program in between wins nothing. A full
  // disk must not lock its person out, who alone makes room on it.
  ++found->wrong;
  const Status counted = keep(*found);
  if (!counted && counted.error().code != ErrorCode::kStorageFull) return counted.error();
  if (!counted) ++unkept_;
  since_ = clock_.steadyNow();
  if (!isPin(pin) || checkPassword(pin, found->pin, cost_) == PasswordVerdict::kWrong)
    return PinAnswer{PinVerdict::kWrong, waitAfter(found->wrong)};
  found->wrong = 0;
  if (!keep(*found)) unkept_ = 0;  // what the disk would not keep is over as well
  return PinAnswer{PinVerdict::kRight, seconds{0}};
}

Status TabletLock::setPin(std::string_view pin, PinFor use) {
  if (!isPin(pin)) return Error{ErrorCode::kInvalid, "A PIN has 4 to 12 digits."};
  auto found = row();
  if (!found) return found.error();
  const auto hash = hashPassword(pin, cost_);
  if (!hash) return hash.error();
  found->pin = *hash;
  found->pinOfKiosk = use == PinFor::kThisKiosk;
  found->wrong = 0;
  return keep(*found);
}

Status TabletLock::removePin() {
  auto found = row();
  if (!found) return found.error();
  found->pin.clear();
  found->pinOfKiosk = false;
  found->wrong = 0;
  found->kiosk.clear();
  return keep(*found);
}

Status TabletLock::setIdle(minutes idle) {
  auto found = row();
  if (!found) return found.error();
  found->idleMinutes = static_cast<std::uint32_t>(std::max<minutes::rep>(0, idle.count()));
  return keep(*found);
}

Status TabletLock::beginKiosk(std::string_view what) {
  auto found = row();
  if (!found) return found.error();
  if (found->pin.empty())
    return Error{ErrorCode::kRefused, "Set a PIN first: it is the only way out of the kiosk."};
  found->kiosk = what;
  return keep(*found);
}

Status TabletLock::endKiosk() {
  auto found = row();
  if (!found) return found.error();
  found->kiosk.clear();
  if (found->pinOfKiosk) found->pin.clear();
  found->pinOfKiosk = false;
  return keep(*found);
}

}  // namespace rapport
