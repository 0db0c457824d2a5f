#include "server/backup/backup_key.h"

#include <algorithm>

#include "shared/crypto/base64url.h"
#include "shared/crypto/sha256.h"

namespace rapport {
namespace {

constexpr std::string_view kPrivate = "rapport-backup-key-1.";
constexpr std::string_view kPublic = "rapport-backup-recipient-1.";
constexpr std::size_t kShortName = 8;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t from = text.find_first_not_of(kSpace);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kSpace) - from + 1);
}

Result<Bytes> bytesAfter(std::string_view prefix, std::string_view text, const char* otherwise) {
  const std::string_view line = trimmed(text);
  const auto bytes =
      line.starts_with(prefix) ? fromBase64Url(line.substr(prefix.size())) : std::optional<Bytes>{};
  if (bytes && bytes->size() == SecretKey().view().size()) return *bytes;
  return Error{ErrorCode::kInvalid, otherwise};
}

}  // namespace

std::string toText(const SealingKey& key) {
  return std::string(kPrivate) + toBase64Url(key.secret().view());
}

std::string toText(const SealingPublicKey& key) {
  return std::string(kPublic) + toBase64Url(key.view());
}

Result<SealingKey> backupKeyFrom(std::string_view text) {
  const bool isPublic = trimmed(text).starts_with(kPublic);
  Result<Bytes> bytes = bytesAfter(
      kPrivate, text,
      isPublic
          ? "This is the public half of the backup key, which opens nothing. Give the "
            "private half, which begins with \"rapport-backup-key-1.\"."
          : "This is no backup key. It is one line that begins with \"rapport-backup-key-1.\".");
  if (!bytes) return bytes.error();
  SecretKey secret;
  std::ranges::copy(*bytes, reinterpret_cast<char*>(secret.data()));
  wipe(bytes->data(), bytes->size());
  return SealingKey::fromSecret(secret);
}

Result<SealingPublicKey> backupRecipientFrom(std::string_view text) {
  const Result<Bytes> bytes =
      bytesAfter(kPublic, text,
                 "This is no public half of a backup key. It is one line that begins with "
                 "\"rapport-backup-recipient-1.\".");
  if (!bytes) return bytes.error();
  return *SealingPublicKey::fromBytes(*bytes);
}

std::string shortNameOf(const SealingPublicKey& key) {
  const Sha256 hash = sha256Of(key.view());
  return toHex({reinterpret_cast<const char*>(hash.data()), hash.size()}).substr(0, kShortName);
}

}  // namespace rapport
