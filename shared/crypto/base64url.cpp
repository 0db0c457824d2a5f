#include "shared/crypto/base64url.h"

#include <sodium.h>

#include "shared/crypto/sodium.h"

namespace rapport {
namespace {

constexpr int kVariant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::string_view kSigns =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string toBase64Url(ByteView bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), kVariant), '\0');
  sodium_bin2base64(text.data(), text.size(), sodium::bytesOf(bytes), bytes.size(), kVariant);
  text.pop_back();  // the terminating zero
  return text;
}

std::optional<Bytes> fromBase64Url(std::string_view text) {
  // libsodium 1.0.18 takes some bytes above 127 for signs.
  if (text.find_first_not_of(kSigns) != std::string_view::npos) return std::nullopt;
  Bytes bytes(text.size() / 4 * 3 + 3, '\0');
  std::size_t sizeBytes = 0;
  const char* end = nullptr;
  if (sodium_base642bin(sodium::bytesOf(bytes), bytes.size(), text.data(), text.size(), nullptr,
                        &sizeBytes, &end, kVariant) != 0 ||
      end != text.data() + text.size()) {
    return std::nullopt;
  }
  bytes.resize(sizeBytes);
  return bytes;
}

}  // namespace rapport
