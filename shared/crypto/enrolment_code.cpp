#include "shared/crypto/enrolment_code.h"

#include <cassert>

#include "shared/crypto/words.h"

namespace rapport {
namespace {

constexpr std::string_view kSigns = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t kLength = 26;  // 130 bits, of which the two highest are zero
constexpr std::size_t kGroup = 5;

bool isSeparator(char c) { return c == '-' || c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::optional<unsigned> valueOf(char c) {
  if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  if (c == 'O') c = '0';
  if (c == 'I' || c == 'L') c = '1';
  const std::size_t at = kSigns.find(c);
  if (at == std::string_view::npos) return std::nullopt;
  return static_cast<unsigned>(at);
}

// Moves the 128 bits up by five and lets the value in below. What falls out above is returned.
unsigned shiftIn(std::array<std::uint8_t, 16>& bytes, unsigned value) {
  for (std::size_t i = bytes.size(); i-- > 0;) {
    const unsigned wide = (static_cast<unsigned>(bytes[i]) << 5U) | value;
    bytes[i] = static_cast<std::uint8_t>(wide);
    value = wide >> 8U;
  }
  return value;
}

}  // namespace

EnrolmentCode EnrolmentCode::generate(Random& random) {
  EnrolmentCode code;
  random.fill(code.bytes);
  return code;
}

std::string EnrolmentCode::toString() const {
  std::string text;
  for (std::size_t sign = 0; sign < kLength; ++sign) {
    unsigned value = 0;
    for (std::size_t bit = 0; bit < 5; ++bit) {
      const std::size_t at = sign * 5 + bit;  // of the 130; two zeros lead
      const bool set = at >= 2 && ((bytes[(at - 2) / 8] >> (7U - (at - 2) % 8)) & 1U) != 0;
      value = value << 1U | (set ? 1U : 0U);
    }
    text.push_back(kSigns[value]);
  }
  return text;
}

std::string EnrolmentCode::toDisplay() const {
  const std::string plain = toString();
  std::string grouped;
  for (std::size_t i = 0; i < plain.size(); ++i) {
    // The last group takes the one sign over, rather than leaving it alone.
    if (i != 0 && i % kGroup == 0 && i + 1 < plain.size()) grouped.push_back('-');
    grouped.push_back(plain[i]);
  }
  return grouped;
}

std::optional<EnrolmentCode> EnrolmentCode::parse(std::string_view typed) {
  EnrolmentCode code;
  std::size_t signs = 0;
  for (const char c : typed) {
    if (isSeparator(c)) continue;
    const std::optional<unsigned> value = valueOf(c);
    if (!value || ++signs > kLength) return std::nullopt;
    if (shiftIn(code.bytes, *value) != 0) return std::nullopt;
  }
  if (signs != kLength) return std::nullopt;
  return code;
}

std::array<std::string_view, 3> confirmationWords(ByteView bytes) {
  assert(bytes.size() >= 3);
  const auto word = [&](std::size_t i) { return kWords[static_cast<unsigned char>(bytes[i])]; };
  return {word(0), word(1), word(2)};
}

}  // namespace rapport
