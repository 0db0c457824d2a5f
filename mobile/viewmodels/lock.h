#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "shared/base/result.h"

namespace rapport {

inline constexpr std::size_t kPinDigitsLeast = 4;
inline constexpr std::size_t kPinDigitsMost = 12;

// How the tablet is locked, as it lies on its disk.
struct LockFacts {
  bool hasPin = false;
  bool pinOfKiosk = false;       // it goes with the kiosk that it was set for
  std::chrono::minutes idle{0};  // until it locks by itself; 0: never
  std::chrono::seconds wait{0};  // until somebody may try a PIN
  std::string kiosk;             // what a participant is asked for; empty: no kiosk is going on
};

enum class PinVerdict : std::uint8_t {
  kRight,
  kWrong,
  kTooSoon,  // it was not looked at
};

struct PinAnswer {
  PinVerdict verdict = PinVerdict::kWrong;
  std::chrono::seconds wait{0};  // until the next try
};

enum class PinFor : std::uint8_t { kTablet, kThisKiosk };

// The lock before the screens. What it keeps is durable when a call returns. Lives on the desk's
// worker: trying a PIN takes as long as a password.
class Lock {
 public:
  virtual ~Lock() = default;

  virtual Result<LockFacts> facts() = 0;
  // After a few wrong ones in a row each takes a longer wait, which a restart begins anew.
  // kNotFound: there is no PIN.
  virtual Result<PinAnswer> tryPin(std::string_view pin) = 0;
  // Whoever calls has seen the old one. kInvalid: not kPinDigitsLeast to kPinDigitsMost digits.
  virtual Status setPin(std::string_view pin, PinFor use) = 0;
  // … and whatever kiosk it was the way out of.
  virtual Status removePin() = 0;
  virtual Status setIdle(std::chrono::minutes idle) = 0;
  // From now on the tablet opens as a kiosk that asks for this. kRefused where there is no PIN.
  virtual Status beginKiosk(std::string_view what) = 0;
  // … and as the app again, without a PIN that was the kiosk's alone.
  virtual Status endKiosk() = 0;
};

}  // namespace rapport
