#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/crypto/sealed_stream.h"

namespace rapport {

struct BackupEntry {
  std::string name;
  std::uint64_t sizeBytes = 0;
};

// A backup from beginning to end, in one pass. Nothing that it answers was changed since it was
// written, but only finish() says that nothing is missing.
class BackupReader {
 public:
  // kNotFound; kInvalid: no backup; kRefused: another key, or changed.
  static Result<std::unique_ptr<BackupReader>> open(const std::string& path, const SealingKey& key);

  // The next entry, whose bytes must be taken before the one after it; nothing at the end.
  Result<std::optional<BackupEntry>> next();
  // All of the entry. kTooLarge beyond `most`.
  Result<Bytes> contents(std::size_t most);
  // All of the entry into a new file of its owner alone, durably.
  Status copyTo(const std::string& path);

 private:
  explicit BackupReader(SealedStreamReader stream) : stream_(std::move(stream)) {}

  SealedStreamReader stream_;
  std::uint64_t left_ = 0;  // of the entry
};

// The bytes of a file, as a sealed stream wants them.
SealedStreamReader::Source readFrom(const std::string& path);

}  // namespace rapport
