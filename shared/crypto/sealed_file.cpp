#include "shared/crypto/sealed_file.h"

#include <algorithm>
#include <utility>

#include <sodium.h>

#include "shared/crypto/sodium.h"

namespace rapport {
namespace {

constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kAroundBytes = kLengthBytes + kNonceBytes + kTagBytes;
constexpr char kDomain[] = "rapport sealed piece v1";

Error damaged(const std::string& path) {
  return {
      ErrorCode::kStorageFailed,
      "The file " + path + " is damaged: it does not hold what was written. It was left alone."};
}

std::uint32_t lengthIn(ByteView head) {
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    length |= static_cast<std::uint32_t>(static_cast<std::uint8_t>(head[i])) << (8U * i);
  }
  return length;
}

void putLittleEndian(Bytes& out, std::uint64_t value, std::size_t howMany) {
  for (std::size_t i = 0; i < howMany; ++i) out += static_cast<char>(value >> (8U * i) & 0xFFU);
}

}  // namespace

SealedFile::SealedFile(std::unique_ptr<DiskFile> file, std::string path, const SecretKey& key,
                       std::string identity)
    : file_(std::move(file)),
      path_(std::move(path)),
      key_(key.copy()),
      identity_(std::move(identity)) {}

Result<SealedFile> SealedFile::open(const std::string& path, const SecretKey& key,
                                    std::string identity, Opening opening, Disk& disk) {
  sodium::ready();
  auto file = opening == Opening::kGrow ? disk.openToWrite(path) : disk.open(path);
  if (!file) return file.error();
  SealedFile sealed(*std::move(file), path, key, std::move(identity));
  if (const Status found = sealed.findPieces(); !found) return found.error();
  if (opening == Opening::kGrow) {
    if (const Status cut = sealed.cutDamagedEnd(); !cut) return cut.error();
    // Whoever wrote it may have been killed before it was synced: the system shows it all the same.
    if (sealed.fileBytes_ > 0) {
      if (const Status synced = sealed.sync(); !synced) return synced.error();
    }
  }
  return sealed;
}

// A crash may tear the end alone: it begins where no whole piece is.
Status SealedFile::findPieces() {
  const auto there = file_->sizeBytes();
  if (!there) return there.error();
  while (*there - fileBytes_ >= kAroundBytes) {
    const auto head = file_->read(fileBytes_, kLengthBytes);
    if (!head) return head.error();
    if (head->size() != kLengthBytes) return {};
    const std::uint32_t sizeBytes = lengthIn(*head);
    const bool whole = sizeBytes > 0 && sizeBytes <= kPieceBytes &&
                       *there - fileBytes_ - kAroundBytes >= sizeBytes;
    if (!whole) return {};
    pieces_.push_back({sizeBytes_, fileBytes_, sizeBytes});
    sizeBytes_ += sizeBytes;
    fileBytes_ += kAroundBytes + sizeBytes;
  }
  return {};
}

void SealedFile::dropLastPiece() {
  sizeBytes_ = pieces_.back().begins;
  fileBytes_ = pieces_.back().at;
  pieces_.pop_back();
}

Status SealedFile::cutDamagedEnd() {
  // Its length may have reached the disk before what it holds.
  while (!pieces_.empty() && !open(pieces_.back())) dropLastPiece();
  return file_->truncate(fileBytes_);
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
    if (const Status written = file_->write(fileBytes_, piece); !written) {
      // If even this fails, the end is torn, and the next opening cuts it.
      static_cast<void>(file_->truncate(fileBytes_));
      return written;
    }
    pieces_.push_back({sizeBytes_, fileBytes_, static_cast<std::uint32_t>(part.size())});
    sizeBytes_ += part.size();
    fileBytes_ += piece.size();
    plain.remove_prefix(part.size());
  }
  return {};
}

Status SealedFile::sync() {
  const Status synced = file_->sync();
  if (synced) {
    syncedBytes_ = fileBytes_;
    return {};
  }
  while (fileBytes_ > syncedBytes_) dropLastPiece();
  static_cast<void>(file_->truncate(fileBytes_));
  return synced;
}

Result<Bytes> SealedFile::open(const Piece& piece) const {
  const std::size_t sealedBytes = kNonceBytes + piece.sizeBytes + kTagBytes;
  const auto read = file_->read(piece.at + kLengthBytes, sealedBytes);
  if (!read) return read.error();
  const Bytes& sealed = *read;
  if (sealed.size() != sealedBytes) return damaged(path_);
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
