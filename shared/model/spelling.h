#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport {

// Text that programs read, and that is therefore spelled in one way only.
enum class Spelling : std::uint8_t {
  kSha256,     // 64 hexadecimal digits in lower case
  kMediaType,  // image/jpeg
  kRecordId,   // a UUID in lower case, of a record of whatever type
  kTimeZone,  // America/Chicago, as the IANA database names zones; whether it knows it is not asked
  kLanguageList,  // en es ar: up to 12 language tags, the main one first, each once
  kAgeBands,      // 0-17 18-39 40-64 65+: up to 10, from nought, without a gap, the last one open
  kSealedBody,    // base64url of texts that safeguarding officers alone read (PROTOCOL.md "Sealed
                  // texts")
  kSealedKey,     // … of the key to one of them, for one officer
  kPublicKey      // base64url of 32 bytes
};

// The words that declarations use: "sha256", "age_bands".
std::string_view nameOf(Spelling spelling);
std::optional<Spelling> spellingNamed(std::string_view name);
std::string spellingNames();  // all of them, with commas

bool isSpelled(Spelling spelling, std::string_view text);
// What such a field takes, to follow "takes".
std::string_view describe(Spelling spelling);

// The parts of a list that stand between single spaces.
std::vector<std::string> partsOf(std::string_view list);

}  // namespace rapport
