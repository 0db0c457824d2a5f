#include "server/backup/backup_reader.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "server/backup/new_file.h"
#include "shared/base/byte_reader.h"

namespace rapport {
namespace {

constexpr std::size_t kSizeBytes = 8;

}  // namespace

SealedStreamReader::Source readFrom(const std::string& path) {
  auto file = std::make_shared<std::ifstream>(path, std::ios::binary);
  return [file, path](std::size_t wanted) -> Result<Bytes> {
    Bytes bytes(wanted, '\0');
    file->read(bytes.data(), static_cast<std::streamsize>(wanted));
    if (file->bad() || !file->is_open()) {
      return Error{ErrorCode::kStorageFailed, path + " could not be read."};
    }
    bytes.resize(static_cast<std::size_t>(file->gcount()));
    return bytes;
  };
}

Result<std::unique_ptr<BackupReader>> BackupReader::open(const std::string& path,
                                                         const SealingKey& key) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored)) {
    return Error{ErrorCode::kNotFound, "There is no file " + path + "."};
  }
  auto stream = SealedStreamReader::begin(key, readFrom(path));
  if (!stream) return stream.error();
  return std::unique_ptr<BackupReader>(new BackupReader(*std::move(stream)));
}

Result<std::optional<BackupEntry>> BackupReader::next() {
  const Result<Bytes> length = stream_.take(1);
  if (!length) return length.error();
  const auto size = static_cast<std::uint8_t>(length->front());
  if (size == 0) {
    const Status whole = stream_.finish();
    return whole ? Result<std::optional<BackupEntry>>(std::nullopt) : whole.error();
  }
  Result<Bytes> name = stream_.take(size);
  if (!name) return name.error();
  const Result<Bytes> sizeBytes = stream_.take(kSizeBytes);
  if (!sizeBytes) return sizeBytes.error();
  ByteReader in(*sizeBytes);
  left_ = in.fixed64();
  return std::optional(BackupEntry{*std::move(name), left_});
}

Result<Bytes> BackupReader::contents(std::size_t most) {
  if (left_ > most) {
    return Error{ErrorCode::kTooLarge, "The backup holds something that is larger than it can be."};
  }
  const auto size = static_cast<std::size_t>(left_);
  left_ = 0;
  return stream_.take(size);
}

Status BackupReader::copyTo(const std::string& path) {
  Result<NewFile> file = NewFile::open(path + ".new");
  if (!file) return file.error();
  while (left_ > 0) {
    const auto next = static_cast<std::size_t>(std::min<std::uint64_t>(left_, kSealedBlockBytes));
    const Result<Bytes> plain = stream_.take(next);
    if (!plain) return plain.error();
    if (Status written = file->write(*plain); !written) return written;
    left_ -= next;
  }
  if (Status synced = file->sync(); !synced) return synced;
  return file->placeAs(path);
}

}  // namespace rapport
