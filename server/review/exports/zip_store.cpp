#include "server/review/exports/zip_store.h"

#include <array>

namespace rapport {
namespace {

constexpr std::array<std::uint32_t, 256> crcTable() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t n = 0; n < table.size(); ++n) {
    std::uint32_t c = n;
    for (int bit = 0; bit < 8; ++bit) c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
    table[n] = c;
  }
  return table;
}

std::string little(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

// 1 January 1980, 00:00, as APPNOTE 4.4.6 packs it: when it was written is told elsewhere.
constexpr std::uint64_t kDate = 0x0021;
constexpr std::uint64_t kVersion = 20;
constexpr std::uint64_t kUtf8Names = 0x0800;

}  // namespace

void Measured::add(std::string_view bytes) {
  static constexpr auto kTable = crcTable();
  sizeBytes_ += bytes.size();
  for (const char byte : bytes) {
    crc_ = kTable[(crc_ ^ static_cast<unsigned char>(byte)) & 0xFF] ^ (crc_ >> 8);
  }
}

// What the local and the central header have in common (APPNOTE 4.3.7, 4.3.12).
std::string ZipStore::headOf(const Entry& entry) const {
  const std::uint64_t size = entry.measured.sizeBytes();
  return little(kVersion, 2) + little(kUtf8Names, 2) + little(0, 2) + little(0, 2) +
         little(kDate, 2) + little(entry.measured.crc(), 4) + little(size, 4) + little(size, 4) +
         little(entry.name.size(), 2) + little(0, 2);
}

Status ZipStore::add(const std::string& name, std::string_view contents) {
  Measured measured;
  measured.add(contents);
  const Status begun = begin(name, measured);
  return begun ? write(contents) : begun;
}

Status ZipStore::begin(const std::string& name, const Measured& measured) {
  entries_.push_back({name, measured, at_});
  return write("PK\x03\x04" + headOf(entries_.back()) + name);
}

Status ZipStore::write(std::string_view bytes) {
  at_ += bytes.size();
  return sink_(bytes);
}

Status ZipStore::finish() {
  const std::uint64_t begins = at_;
  std::string directory;
  for (const Entry& entry : entries_) {
    directory += "PK\x01\x02" + little(kVersion, 2) + headOf(entry) + little(0, 2) + little(0, 2) +
                 little(0, 2) + little(0, 4) + little(entry.at, 4) + entry.name;
  }
  const std::string end = "PK\x05\x06" + little(0, 4) + little(entries_.size(), 2) +
                          little(entries_.size(), 2) + little(directory.size(), 4) +
                          little(begins, 4) + little(0, 2);
  return write(directory + end);
}

}  // namespace rapport
