#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/disk.h"
#include "shared/base/result.h"
#include "shared/base/system_disk.h"
#include "shared/crypto/secret.h"
#include "shared/crypto/sha256.h"

namespace rapport {

// A file that grows at its end, sealed piece by piece with XChaCha20-Poly1305: nothing of what it
// holds can be read or changed on the disk without the key, and what was synced stays whole through
// a crash at any moment.
//
// A piece is: length of what it holds (4 bytes, little-endian, 1 to kPieceBytes), a fresh nonce
// (24), and that much sealed (16 more). Bound to it are a domain, the file's identity and the place
// where the piece begins, so that none can be moved, swapped or repeated. The length of the whole
// is not under the seal: whoever knows it compares.
class SealedFile {
 public:
  static constexpr std::size_t kPieceBytes = std::size_t{256} * 1024;

  enum class Opening : std::uint8_t {
    kRead,  // must be there; kNotFound else
    kGrow,  // made (mode 0600) if it is not there; a torn or damaged end is cut off, the rest
            // durable
  };
  // `identity` is the same for the life of the file; it is not secret. Else kStorageFull or
  // kStorageFailed.
  static Result<SealedFile> open(const std::string& path, const SecretKey& key,
                                 std::string identity, Opening opening, Disk& disk = systemDisk());

  SealedFile(SealedFile&& other) noexcept = default;
  SealedFile& operator=(SealedFile&&) = delete;
  ~SealedFile() = default;

  // Of what it holds, not of the file.
  std::uint64_t sizeBytes() const { return sizeBytes_; }

  // At the end. Not durable before sync(); after a failure whole pieces may stand there.
  Status append(ByteView plain);
  // After a failure what was appended since the last one is gone: the system may take it for
  // written, and no later call would make it so.
  Status sync();

  // Up to `mostBytes` from an offset on; less only at the end. kStorageFailed when a piece is not
  // what was written.
  Result<Bytes> read(std::uint64_t offset, std::size_t mostBytes) const;
  // Of everything it holds, read from the disk.
  Result<Sha256> sha256() const;

 private:
  struct Piece {
    std::uint64_t begins = 0;  // in what the file holds
    std::uint64_t at = 0;      // in the file
    std::uint32_t sizeBytes = 0;
  };

  SealedFile(std::unique_ptr<DiskFile> file, std::string path, const SecretKey& key,
             std::string identity);
  Status findPieces();
  void dropLastPiece();
  Status cutDamagedEnd();
  Result<Bytes> open(const Piece& piece) const;
  std::string boundTo(std::uint64_t begins) const;
  const Piece* pieceAt(std::uint64_t offset) const;

  std::unique_ptr<DiskFile> file_;
  std::string path_;
  SecretKey key_;
  std::string identity_;
  std::vector<Piece> pieces_;
  std::uint64_t sizeBytes_ = 0;
  std::uint64_t fileBytes_ = 0;    // up to the end of the last whole piece
  std::uint64_t syncedBytes_ = 0;  // of those, as far as is known
};

}  // namespace rapport
