#include <array>
#include <optional>
#include <string>
#include <vector>

#include "shared/media/recording_parts.h"

namespace rapport {
namespace {

// RFC 3533: pages of packets. The first packet says what it is, the second holds comments (RFC 7845
// for Opus; Vorbis has a third, which sets the decoder up); then comes sound.
constexpr std::size_t kPageHeader = 27, kMostSegments = 255, kSegmentBytes = 255;
constexpr std::size_t kSerialAt = 14, kSequenceAt = 18, kChecksumAt = 22, kSegmentsAt = 26;
constexpr unsigned kContinued = 1, kBegins = 2;
constexpr ByteView kOpus = "OpusHead", kVorbis = "\x01vorbis";

struct Page {
  ByteView header;  // with its segment table
  ByteView body;

  unsigned flags() const { return byteAt(header, 5); }
  ByteView segments() const { return header.substr(kPageHeader); }
  std::uint32_t serial() const { return littleEndian(header, kSerialAt, 4); }
};

std::optional<Page> pageAt(ByteView ogg, std::size_t at) {
  const ByteView rest = ogg.substr(at);
  if (rest.size() < kPageHeader || !rest.starts_with(ByteView("OggS\0", 5))) return std::nullopt;
  const std::size_t header = kPageHeader + byteAt(rest, kSegmentsAt);
  if (rest.size() < header) return std::nullopt;
  std::size_t body = 0;
  for (std::size_t i = kPageHeader; i < header; ++i) body += byteAt(rest, i);
  if (rest.size() - header < body) return std::nullopt;
  return Page{rest.substr(0, header), rest.substr(header, body)};
}

std::uint32_t checksumOf(ByteView page) {
  constexpr std::uint32_t kPolynomial = 0x04C11DB7;
  static const auto kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < table.size(); ++i) {
      std::uint32_t value = i << 24U;
      for (int bit = 0; bit < 8; ++bit) {
        value = value << 1U ^ (value >> 31U != 0 ? kPolynomial : 0);
      }
      table.at(i) = value;
    }
    return table;
  }();
  std::uint32_t sum = 0;
  for (const char each : page) {
    sum = sum << 8U ^ kTable.at((sum >> 24U ^ static_cast<unsigned char>(each)) & 0xFFU);
  }
  return sum;
}

void putAt(Bytes& page, std::size_t at, std::uint32_t value) {
  Bytes bytes;
  putLittleEndian(bytes, value, 4);
  page.replace(at, bytes.size(), bytes);
}

// The page under this number, with its checksum.
void putPage(Bytes& out, Bytes page, std::uint32_t sequence) {
  putAt(page, kSequenceAt, sequence);
  putAt(page, kChecksumAt, 0);
  putAt(page, kChecksumAt, checksumOf(page));
  out += page;
}

// Packets on pages of their own, at time zero; answers how many pages.
std::uint32_t putPackets(Bytes& out, const std::vector<Bytes>& packets, std::uint32_t serial,
                         std::uint32_t sequence) {
  Bytes table, body;
  for (const Bytes& packet : packets) {
    table.append(packet.size() / kSegmentBytes, '\xFF');
    table += static_cast<char>(packet.size() % kSegmentBytes);
    body += packet;
  }
  std::uint32_t pages = 0;
  bool continued = false;
  for (std::size_t done = 0, at = 0; done < table.size(); ++pages) {
    const ByteView segments = ByteView(table).substr(done, kMostSegments);
    std::size_t length = 0;
    bool ends = false;
    for (std::size_t i = 0; i < segments.size(); ++i) {
      length += byteAt(segments, i);
      ends = ends || byteAt(segments, i) < kSegmentBytes;
    }
    Bytes page("OggS\0", 5);
    page += static_cast<char>(continued ? kContinued : 0);
    page += ends ? Bytes(8, '\0') : Bytes(8, '\xFF');  // no packet ends here: no time
    putLittleEndian(page, serial, 4);
    page.append(8, '\0');
    page += static_cast<char>(segments.size());
    page += segments;
    page += body.substr(at, length);
    putPage(out, std::move(page), sequence + pages);
    continued = byteAt(segments, segments.size() - 1) == kSegmentBytes;
    done += segments.size();
    at += length;
  }
  return pages;
}

// Adds what the page has of packets; the last may go on. False where it does not fit on what was
// there.
bool gather(const Page& page, std::vector<Bytes>& packets, bool& goesOn) {
  if (((page.flags() & kContinued) != 0) != goesOn) return false;
  std::size_t at = 0;
  for (std::size_t i = 0; i < page.segments().size(); ++i) {
    const std::size_t length = byteAt(page.segments(), i);
    if (!goesOn) packets.emplace_back();
    packets.back() += page.body.substr(at, length);
    at += length;
    goesOn = length == kSegmentBytes;
  }
  return true;
}

}  // namespace

Result<Bytes> oggAlone(ByteView ogg) {
  const auto first = pageAt(ogg, 0);
  if (!first || first->flags() != kBegins || first->segments().size() != 1) {
    return damagedRecording();
  }
  const bool opus = first->body.starts_with(kOpus);
  if (!opus && !first->body.starts_with(kVorbis)) return damagedRecording();
  const std::size_t headers = opus ? 1 : 2;
  std::size_t at = first->header.size() + first->body.size();
  std::vector<Bytes> packets;
  bool goesOn = false;
  while (packets.size() < headers || goesOn) {
    const auto page = pageAt(ogg, at);
    const bool fits = page && page->serial() == first->serial() && (page->flags() & kBegins) == 0 &&
                      gather(*page, packets, goesOn);
    if (!fits || packets.size() > headers) return damagedRecording();
    at += page->header.size() + page->body.size();
  }
  const ByteView comments = opus ? ByteView("OpusTags") : ByteView("\x03vorbis");
  if (!packets.front().starts_with(comments)) return damagedRecording();
  // Nobody's name for the encoder, and no comment.
  packets.front() = Bytes(comments) + Bytes(8, '\0') + (opus ? "" : "\x01");

  Bytes out;
  putPage(out, Bytes(first->header) + Bytes(first->body), 0);
  std::uint32_t sequence = 1 + putPackets(out, packets, first->serial(), 1);
  const std::size_t beforeSound = out.size();
  while (at < ogg.size()) {
    const auto page = pageAt(ogg, at);
    if (!page) break;  // cut off
    if (page->serial() != first->serial() || (page->flags() & kBegins) != 0) {
      return damagedRecording();
    }
    putPage(out, Bytes(page->header) + Bytes(page->body), sequence++);
    at += page->header.size() + page->body.size();
  }
  if (out.size() == beforeSound) return damagedRecording();
  return out;
}

}  // namespace rapport
