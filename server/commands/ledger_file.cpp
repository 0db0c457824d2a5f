#include "server/commands/ledger_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include "server/backup/backup_key.h"
#include "server/commands/home.h"
#include "server/net/private_file.h"
#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/sync/formerly_codec.h"

namespace rapport {
namespace {

// The first byte of an entry.
constexpr std::uint8_t kDevice = 1;
constexpr std::uint8_t kErasure = 2;
constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kEntryBytes = 16 * 1024;

Error diskError(const std::string& path) {
  return {errno == ENOSPC ? ErrorCode::kStorageFull : ErrorCode::kStorageFailed,
          path + ": " + std::strerror(errno) + "."};
}

Error noEntry(const std::string& path) {
  return {ErrorCode::kInvalid, path + " holds an entry that is none."};
}

Bytes encodeEntry(WallTime at, const std::string& programme, const ReplicaRow& row) {
  ByteWriter out;
  out.byte(kDevice);
  out.zigzag(at.time_since_epoch().count());
  out.blob(programme);
  out.uuid(row.replica.uuid);
  out.uuid(row.person.uuid);
  out.blob(row.personName);
  out.blob(row.deviceName);
  out.byte(static_cast<std::uint8_t>(row.role));
  out.blob(row.publicKey);
  out.byte(row.revoked ? 1 : 0);
  out.varint(row.appliedThrough);
  out.raw({reinterpret_cast<const char*>(row.chain.data()), row.chain.size()});
  out.blob(encodeFormerly(row.formerly));
  return out.take();
}

Bytes encodeEntry(WallTime at, const std::string& programme, const ErasureRow& row) {
  ByteWriter out;
  out.byte(kErasure);
  out.zigzag(at.time_since_epoch().count());
  out.blob(programme);
  out.uuid(row.record.uuid);
  out.varint(row.type);
  out.uuid(row.by.uuid);
  return out.take();
}

ErasureRow readErasure(ByteReader& in) {
  ErasureRow row;
  row.record.uuid = in.uuid();
  row.type = static_cast<TypeNumber>(in.upTo(UINT32_MAX));
  row.by.uuid = in.uuid();
  return row;
}

Result<ReplicaRow> readDevice(ByteReader& in, const std::string& path) {
  ReplicaRow row;
  row.replica.uuid = in.uuid();
  row.person.uuid = in.uuid();
  row.personName = in.blob(limits::kNameBytes);
  row.deviceName = in.blob(limits::kNameBytes);
  row.role = static_cast<Role>(in.upTo(static_cast<std::uint64_t>(Role::kAdmin)));
  row.publicKey = in.blob(limits::kNameBytes);
  row.revoked = in.upTo(1) == 1;
  row.appliedThrough = in.varint();
  for (auto& each : row.chain) each = in.byte();
  const auto formerly = decodeFormerly(in.blob(kEntryBytes));
  if (!formerly) return noEntry(path);
  row.formerly = *formerly;
  return row;
}

Result<LedgerEntry> decodeEntry(ByteView bytes, const std::string& path) {
  ByteReader in(bytes);
  const std::uint8_t kind = in.byte();
  if (kind != kDevice && kind != kErasure) {
    return Error{ErrorCode::kUpdateNeeded, path + " was written by a newer Rapport."};
  }
  LedgerEntry entry;
  entry.at = WallTime{std::chrono::milliseconds{in.zigzag()}};
  entry.programme = in.blob(limits::kNameBytes);
  if (kind == kErasure) {
    ErasureRow erased = readErasure(in);
    erased.at = entry.at;
    entry.row = erased;
  } else {
    auto device = readDevice(in, path);
    if (!device) return device.error();
    device->enrolledAt = entry.at;
    entry.row = *std::move(device);
  }
  return in.finished() ? Result<LedgerEntry>(std::move(entry)) : noEntry(path);
}

std::size_t lengthAt(ByteView bytes) {
  std::size_t length = 0;
  for (std::size_t i = kLengthBytes; i > 0; --i) {
    length = length << 8U | static_cast<std::uint8_t>(bytes[i - 1]);
  }
  return length;
}

// Visits each whole entry; answers where the last of them ends.
template <typename Visit>
Result<std::size_t> eachEntry(ByteView bytes, const Visit& visit) {
  std::size_t at = 0;
  while (bytes.size() - at >= kLengthBytes) {
    const std::size_t length = lengthAt(bytes.substr(at));
    if (length > kEntryBytes || bytes.size() - at - kLengthBytes < length) break;
    const Status visited = visit(bytes.substr(at + kLengthBytes, length));
    if (!visited) return visited.error();
    at += kLengthBytes + length;
  }
  return at;
}

Result<Bytes> contentsOf(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Error{ErrorCode::kNotFound, "There is no file " + path + "."};
  return Bytes(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

LedgerFile::LedgerFile(const std::string& folder, const Clock& clock)
    : folder_(folder), path_(folder + "/" + kLedgerFile), clock_(clock) {}

LedgerFile::~LedgerFile() {
  if (file_ >= 0) ::close(file_);
}

// What a crash cut off would hide whatever came behind it.
Status LedgerFile::open() {
  if (file_ >= 0) return {};
  std::size_t whole = 0, before = 0;
  if (const auto contents = contentsOf(path_)) {
    const auto end = eachEntry(*contents, [](ByteView) { return Status{}; });
    whole = *end;
    before = contents->size();
  }
  file_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  if (file_ < 0) return diskError(path_);
  if (whole == before) return {};  // another process may be writing just now
  if (::ftruncate(file_, static_cast<off_t>(whole)) != 0) return diskError(path_);
  return {};
}

Status LedgerFile::note(const std::string& programme, const ReplicaRow& row) {
  return add(encodeEntry(clock_.wallNow(), programme, row));
}

Status LedgerFile::note(const std::string& programme, const ErasureRow& row) {
  return add(encodeEntry(row.at, programme, row));
}

Status LedgerFile::add(const Bytes& plain) {
  const Result<std::string> text = readSmallFile(folder_ + "/" + kBackupRecipientFile);
  if (!text && text.error().code == ErrorCode::kNotFound) return {};
  if (!text) return text.error();
  const Result<SealingPublicKey> recipient = backupRecipientFrom(*text);
  if (!recipient) return recipient.error();
  const Result<Bytes> sealed = seal(*recipient, plain);
  if (!sealed) return sealed.error();
  Bytes entry;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    entry.push_back(static_cast<char>(sealed->size() >> (8 * i) & 0xFFU));
  }
  entry += *sealed;
  const std::lock_guard lock(mutex_);
  if (const Status opened = open(); !opened) return opened;
  const bool written =
      ::write(file_, entry.data(), entry.size()) == static_cast<ssize_t>(entry.size()) &&
      ::fdatasync(file_) == 0;
  if (written) return {};
  const Error failure = diskError(path_);
  ::close(file_);
  file_ = -1;  // the next one cuts off what came of this
  return failure;
}

Result<std::vector<LedgerEntry>> readLedger(const std::string& path, const SealingKey& key) {
  const auto contents = contentsOf(path);
  if (!contents) return contents.error();
  std::vector<LedgerEntry> entries;
  const auto read = eachEntry(*contents, [&](ByteView sealed) -> Status {
    const auto plain = key.open(sealed);
    if (!plain) return plain.error();
    auto entry = decodeEntry(*plain, path);
    if (!entry) return entry.error();
    entries.push_back(*std::move(entry));
    return {};
  });
  if (!read) return read.error();
  return entries;
}

}  // namespace rapport
