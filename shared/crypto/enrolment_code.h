#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/random.h"

namespace rapport {

// 128 random bits that let one device in, once. Written as 26 Crockford base32 signs, most
// significant first, for a QR code or a voice.
struct EnrolmentCode {
  std::array<std::uint8_t, 16> bytes{};

  bool operator==(const EnrolmentCode&) const = default;
  ByteView view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

  static EnrolmentCode generate(Random& random);
  std::string toString() const;   // 26 signs
  std::string toDisplay() const;  // the same in groups: "04WC2-…"
  // As a person may type it: either case, O for 0, I and L for 1, dashes and spaces anywhere.
  // Nothing if that leaves no code.
  static std::optional<EnrolmentCode> parse(std::string_view typed);
};

// Three words that two people compare aloud, from the first three bytes (of a digest that both
// devices hold). `bytes` must have three or more.
std::array<std::string_view, 3> confirmationWords(ByteView bytes);

}  // namespace rapport
