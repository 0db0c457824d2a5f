#include "shared/base/uuid.h"

#include <algorithm>
#include <cstring>

#include "shared/base/clock.h"
#include "shared/base/random.h"

namespace rapport {
namespace {

constexpr std::size_t kTextLength = 36;

bool dashAt(std::size_t position) {
  return position == 8 || position == 13 || position == 18 || position == 23;
}

std::optional<std::uint8_t> digitOf(char c) {
  if (c >= '0' && c <= '9') return static_cast<std::uint8_t>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<std::uint8_t>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<std::uint8_t>(c - 'A' + 10);
  return std::nullopt;
}

void stampVersion(Uuid& id, std::uint8_t version) {
  id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0FU) | (version << 4U));
  id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3FU) | 0x80U);
}

}  // namespace

bool Uuid::isNil() const { return *this == Uuid{}; }

ByteView Uuid::view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }

std::string Uuid::toString() const {
  const std::string hex = toHex(view());
  return hex.substr(0, 8) + '-' + hex.substr(8, 4) + '-' + hex.substr(12, 4) + '-' +
         hex.substr(16, 4) + '-' + hex.substr(20);
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != kTextLength) return std::nullopt;
  Uuid id;
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < kTextLength; ++i) {
    if (dashAt(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const auto digit = digitOf(text[i]);
    if (!digit) return std::nullopt;
    std::uint8_t& byte = id.bytes[nibble / 2];
    byte = static_cast<std::uint8_t>(nibble % 2 == 0 ? *digit << 4U : byte | *digit);
    ++nibble;
  }
  return id;
}

std::optional<Uuid> Uuid::fromBytes(ByteView bytes) {
  Uuid id;
  if (bytes.size() != id.bytes.size()) return std::nullopt;
  std::memcpy(id.bytes.data(), bytes.data(), bytes.size());
  return id;
}

Uuid makeUuidV7(const Clock& clock, Random& random) {
  Uuid id;
  random.fill(id.bytes);
  const auto millis = static_cast<std::uint64_t>(
      std::max<std::int64_t>(0, clock.wallNow().time_since_epoch().count()));
  for (std::size_t i = 0; i < 6; ++i) {
    id.bytes[i] = static_cast<std::uint8_t>(millis >> (40U - 8U * i));
  }
  stampVersion(id, 7);
  return id;
}

Uuid makeUuidV4(Random& random) {
  Uuid id;
  random.fill(id.bytes);
  stampVersion(id, 4);
  return id;
}

}  // namespace rapport

std::size_t std::hash<rapport::Uuid>::operator()(const rapport::Uuid& id) const noexcept {
  // The last eight bytes are random in every version that Rapport makes.
  std::size_t folded = 0;
  std::memcpy(&folded, id.bytes.data() + 8, sizeof folded);
  return folded;
}
