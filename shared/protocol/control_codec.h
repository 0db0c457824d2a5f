#pragma once

#include <nlohmann/json.hpp>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport {

// Control messages are small CBOR maps with text keys (RFC 8949, the subset that nlohmann/json
// writes). Private to the codec: no other header includes this one.

Bytes toCbor(const nlohmann::json& message);

// Bounds first: at most limits::kControlBytes, limits::kJsonDepth deep, maps and arrays of definite
// length, no key twice, valid UTF-8, finite numbers, nothing behind the value, and a map at the
// top. Never throws.
Result<nlohmann::json> fromCbor(ByteView bytes);

// Takes named parts out of a control message; the first that is missing or of another kind makes it
// fail for good, so that a whole message is read and ok() looked at once.
class ControlReader {
 public:
  explicit ControlReader(const nlohmann::json& message) : message_(message) {}

  std::uint64_t number(const char* key, std::uint64_t most = UINT64_MAX);
  std::int64_t signedNumber(const char* key);
  std::string text(const char* key, std::size_t maxBytes);
  Bytes bytes(const char* key, std::size_t minBytes, std::size_t maxBytes);
  bool optionalFlag(const char* key);  // false where it is missing
  bool has(const char* key) const { return message_.contains(key); }
  void fail() { failed_ = true; }
  bool ok() const { return !failed_; }

 private:
  const nlohmann::json* find(const char* key);

  const nlohmann::json& message_;
  bool failed_ = false;
};

nlohmann::json cborBytes(ByteView bytes);

}  // namespace rapport
