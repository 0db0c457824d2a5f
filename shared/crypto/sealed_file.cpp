#include "shared/crypto/sealed_file.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include "shared/crypto/sodium.h"

namespace rapport {
namespace {

constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kAroundBytes = kLengthBytes + kNonceBytes + kTagBytes;
constexpr char kDomain[] = "rapport sealed piece v1";

Error diskError(const std::string& what, int number) {
  if (number == ENOSPC || number == EDQUOT) {
    return {ErrorCode::kStorageFull,
            "The disk is full. Nothing was changed; everything saved before is safe. Free some "
            "space, then try again."};
  }
  return {ErrorCode::kStorageFailed,
          what + ": " + std::strerror(number) +
              ". Everything saved before is safe; this may not be saved. Check the disk, then try "
              "again."};
}

Error damaged(const std::string& path) {
  return {
      ErrorCode::kStorageFailed,
      "The file " + path + " is damaged: it does not hold what was written. It was left alone."};
}

std::uint32_t lengthIn(const std::uint8_t* bytes) {
  return static_cast<std::uint32_t>(bytes[0]) | static_cast<std::uint32_t>(bytes[1]) << 8U |
         static_cast<std::uint32_t>(bytes[2]) << 16U | static_cast<std::uint32_t>(bytes[3]) << 24U;
}

void putLittleEndian(Bytes& out, std::uint64_t value, std::size_t howMany) {
  for (std::size_t i = 0; i < howMany; ++i) out += static_cast<char>(value >> (8U * i) & 0xFFU);
}

// Fewer bytes than asked for only at the end of the file; -1 with errno set.
ssize_t readAt(int file, void* into, std::size_t sizeBytes, std::uint64_t at) {
  std::size_t done = 0;
  while (done < sizeBytes) {
    const ssize_t got = pread(file, static_cast<char*>(into) + done, sizeBytes - done,
                              static_cast<off_t>(at + done));
    if (got == 0) break;
    if (got < 0 && errno != EINTR) return -1;
    if (got > 0) done += static_cast<std::size_t>(got);
  }
  return static_cast<ssize_t>(done);
}

bool writeAt(int file, ByteView bytes, std::uint64_t at) {
  while (!bytes.empty()) {
    const ssize_t written = pwrite(file, bytes.data(), bytes.size(), static_cast<off_t>(at));
    if (written < 0 && errno != EINTR) return false;
    if (written <= 0) continue;
    bytes.remove_prefix(static_cast<std::size_t>(written));
    at += static_cast<std::size_t>(written);
  }
  return true;
}

}  // namespace

SealedFile::SealedFile(int file, std::string path, const SecretKey& key, std::string identity)
    : file_(file), path_(std::move(path)), key_(key.copy()), identity_(std::move(identity)) {}

SealedFile::SealedFile(SealedFile&& other) noexcept
    : file_(std::exchange(other.file_, -1)),
      path_(std::move(other.path_)),
      key_(std::move(other.key_)),
      identity_(std::move(other.identity_)),
      pieces_(std::move(other.pieces_)),
      sizeBytes_(other.sizeBytes_),
      fileBytes_(other.fileBytes_) {}

SealedFile::~SealedFile() {
  if (file_ >= 0) close(file_);
}

Result<SealedFile> SealedFile::open(const std::string& path, const SecretKey& key,
                                    std::string identity, Opening opening) {
  sodium::ready();
  const int how = opening == Opening::kGrow ? O_RDWR | O_CREAT : O_RDONLY;
  const int file = ::open(path.c_str(), how | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR);
  if (file < 0) {
    if (errno == ENOENT) {
      return Error{ErrorCode::kNotFound, "There is no file at " + path + "."};
    }
    return diskError("The file " + path + " cannot be opened", errno);
  }
  SealedFile sealed(file, path, key, std::move(identity));
  if (const Status found = sealed.findPieces(); !found) return found.error();
  if (opening == Opening::kGrow) {
    if (const Status cut = sealed.cutDamagedEnd(); !cut) return cut.error();
  }
  return sealed;
}

// A crash may tear the end alone: it begins where no whole piece is.
Status SealedFile::findPieces() {
  struct stat found {};
  if (fstat(file_, &found) != 0) return diskError("The file " + path_ + " cannot be read", errno);
  const auto there = static_cast<std::uint64_t>(found.st_size);
  while (there - fileBytes_ >= kAroundBytes) {
    std::array<std::uint8_t, kLengthBytes> head{};
    const ssize_t got = readAt(file_, head.data(), head.size(), fileBytes_);
    if (got < 0) return diskError("The file " + path_ + " cannot be read", errno);
    const std::uint32_t sizeBytes = lengthIn(head.data());
    const bool whole = got == static_cast<ssize_t>(kLengthBytes) && sizeBytes > 0 &&
                       sizeBytes <= kPieceBytes && there - fileBytes_ - kAroundBytes >= sizeBytes;
    if (!whole) return {};
    pieces_.push_back({sizeBytes_, fileBytes_, sizeBytes});
    sizeBytes_ += sizeBytes;
    fileBytes_ += kAroundBytes + sizeBytes;
  }
  return {};
}

Status SealedFile::cutDamagedEnd() {
  // Its length may have reached the disk before what it holds.
  while (!pieces_.empty() && !open(pieces_.back())) {
    sizeBytes_ = pieces_.back().begins;
    fileBytes_ = pieces_.back().at;
    pieces_.pop_back();
  }
  if (ftruncate(file_, static_cast<off_t>(fileBytes_)) == 0) return {};
  return diskError("The file " + path_ + " cannot be written", errno);
}

std::string SealedFile::boundTo(std::uint64_t begins) const {
  Bytes bound = kDomain;
  putLittleEndian(bound, begins, sizeof begins);
  return bound + identity_;
}

Status SealedFile::append(ByteView plain) {
  while (!plain.empty()) {
    const ByteView part = plain.substr(0, kPieceBytes);
    Bytes piece;
    putLittleEndian(piece, part.size(), kLengthBytes);
    piece.resize(kAroundBytes + part.size());
    unsigned char* const nonce = sodium::bytesOf(piece) + kLengthBytes;
    randombytes_buf(nonce, kNonceBytes);
    const std::string bound = boundTo(sizeBytes_);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + kNonceBytes, nullptr, sodium::bytesOf(part),
                                               part.size(), sodium::bytesOf(bound), bound.size(),
                                               nullptr, nonce, key_.data());
    if (!writeAt(file_, piece, fileBytes_)) {
      const int number = errno;
      // If even this fails, the end is torn, and the next opening cuts it.
      if (ftruncate(file_, static_cast<off_t>(fileBytes_)) != 0) errno = number;
      return diskError("The file " + path_ + " cannot be written", number);
    }
    pieces_.push_back({sizeBytes_, fileBytes_, static_cast<std::uint32_t>(part.size())});
    sizeBytes_ += part.size();
    fileBytes_ += piece.size();
    plain.remove_prefix(part.size());
  }
  return {};
}

Status SealedFile::sync() {
  if (fdatasync(file_) == 0) return {};
  return diskError("The disk does not confirm the file " + path_, errno);
}

Result<Bytes> SealedFile::open(const Piece& piece) const {
  Bytes sealed(kNonceBytes + piece.sizeBytes + kTagBytes, '\0');
  const ssize_t got = readAt(file_, sealed.data(), sealed.size(), piece.at + kLengthBytes);
  if (got < 0) return diskError("The file " + path_ + " cannot be read", errno);
  if (static_cast<std::size_t>(got) != sealed.size()) return damaged(path_);
  Bytes plain(piece.sizeBytes, '\0');
  const std::string bound = boundTo(piece.begins);
  const unsigned char* const nonce = sodium::bytesOf(sealed);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(sodium::bytesOf(plain), nullptr, nullptr,
                                                 nonce + kNonceBytes, sealed.size() - kNonceBytes,
                                                 sodium::bytesOf(bound), bound.size(), nonce,
                                                 key_.data()) != 0) {
    return damaged(path_);
  }
  return plain;
}

const SealedFile::Piece* SealedFile::pieceAt(std::uint64_t offset) const {
  const auto after = std::upper_bound(
      pieces_.begin(), pieces_.end(), offset,
      [](std::uint64_t wanted, const Piece& piece) { return wanted < piece.begins; });
  if (after == pieces_.begin() || offset >= sizeBytes_) return nullptr;
  return &*(after - 1);
}

Result<Bytes> SealedFile::read(std::uint64_t offset, std::size_t mostBytes) const {
  Bytes out;
  while (out.size() < mostBytes) {
    const Piece* piece = pieceAt(offset + out.size());
    if (piece == nullptr) break;
    const auto plain = open(*piece);
    if (!plain) return plain.error();
    const std::uint64_t skipped = offset + out.size() - piece->begins;
    out.append(*plain, static_cast<std::size_t>(skipped), mostBytes - out.size());
  }
  return out;
}

Result<Sha256> SealedFile::sha256() const {
  Sha256Stream hash;
  for (const Piece& piece : pieces_) {
    const auto plain = open(piece);
    if (!plain) return plain.error();
    hash.add(*plain);
  }
  return hash.finish();
}

}  // namespace rapport
