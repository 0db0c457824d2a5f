#include "tests/shared/media/made_recordings.h"

#include "shared/media/photo_parts.h"

namespace rapport::testing {
namespace {

constexpr std::size_t kSoundBytes = 301;

Bytes synchsafe(std::size_t value) {
  Bytes out;
  for (int shift = 21; shift >= 0; shift -= 7) out += static_cast<char>(value >> shift & 0x7FU);
  return out;
}

Bytes id3(bool footer) {
  const Bytes frame = Bytes("TPE1\0\0\0\x20\0\0\3", 11) + kNamed + Bytes("COMM", 4);
  const Bytes rest = Bytes("\4\0", 2) + (footer ? '\x10' : '\0') + synchsafe(frame.size());
  return "ID3" + rest + frame + (footer ? "3DI" + rest : "");
}

// MPEG 1, layer III, 128 kbit/s, 44.1 kHz: 417 bytes.
Bytes mp3Frame(std::uint8_t part) {
  Bytes frame = "\xFF\xFB\x90\x40" + sound(part);
  frame.resize(417, '\x55');
  return frame;
}

Bytes chunk(const char* type, const Bytes& contents) {
  Bytes out = type;
  putLittleEndian(out, static_cast<std::uint32_t>(contents.size()), 4);
  return out + contents + (contents.size() % 2 != 0 ? Bytes(1, '\0') : Bytes{});
}

Bytes sized(const Bytes& text) {
  Bytes out;
  putLittleEndian(out, static_cast<std::uint32_t>(text.size()), 4);
  return out + text;
}

Bytes comments() {
  Bytes out = sized("Recorder 3000");
  putLittleEndian(out, 3, 4);
  return out + sized("ARTIST=" + Bytes(kNamed)) + sized("LOCATION=52.09,5.12") +
         sized("METADATA_BLOCK_PICTURE=" + Bytes(70'000, 'A'));
}

// Written down apart from the program's: bit by bit.
std::uint32_t slowChecksum(ByteView page) {
  std::uint32_t sum = 0;
  for (const char each : page) {
    sum ^= static_cast<std::uint32_t>(static_cast<unsigned char>(each)) << 24U;
    for (int bit = 0; bit < 8; ++bit) {
      sum = (sum & 0x80000000U) != 0 ? sum << 1U ^ 0x04C11DB7U : sum << 1U;
    }
  }
  return sum;
}

Bytes withChecksum(Bytes page) {
  Bytes sum;
  putLittleEndian(sum, slowChecksum(page), 4);
  return page.replace(22, 4, sum);
}

// One packet on as many pages as it takes.
void putPacket(Bytes& out, const Bytes& packet, std::uint32_t& sequence, unsigned flags) {
  Bytes table(packet.size() / 255, '\xFF');
  table += static_cast<char>(packet.size() % 255);
  for (std::size_t done = 0; done < table.size(); done += 255) {
    const Bytes segments = table.substr(done, 255);
    const bool last = done + 255 >= table.size();
    Bytes page("OggS\0", 5);
    page += static_cast<char>(flags | (done > 0 ? 1U : 0U));
    page += last ? Bytes(8, '\0') : Bytes(8, '\xFF');
    putLittleEndian(page, 77, 4);
    putLittleEndian(page, sequence++, 4);
    page += Bytes(4, '\0');
    page += static_cast<char>(segments.size());
    page += segments + packet.substr(done * 255, segments.size() * 255);
    out += withChecksum(page);
  }
}

template <typename Visit>
void eachPage(const Bytes& ogg, Visit visit) {
  for (std::size_t at = 0; at + 27 <= ogg.size();) {
    std::size_t length = 27 + byteAt(ogg, at + 26);
    for (std::size_t i = at + 27; i < at + 27 + byteAt(ogg, at + 26); ++i) length += byteAt(ogg, i);
    visit(ogg.substr(at, length));
    at += length;
  }
}

std::vector<Bytes> sounds() {
  std::vector<Bytes> all;
  for (std::uint8_t part = 1; part <= kSoundParts; ++part) all.push_back(sound(part));
  return all;
}

}  // namespace

Bytes sound(std::uint8_t part) {
  Bytes out;
  for (std::size_t i = 0; i < kSoundBytes; ++i) {
    out += static_cast<char>((i * 7 + part * 31U) % 200);
  }
  return out;
}

Bytes mp3WithNames() {
  Bytes out = id3(false) + id3(true);
  for (std::uint8_t part = 1; part <= kSoundParts; ++part) {
    if (part == 3) out += id3(false);
    out += mp3Frame(part);
  }
  const Bytes lyrics = "LYRICSBEGINAUT00031" + Bytes(kNamed);
  out += lyrics + "000050LYRICS200";
  out += "APETAGEX" + Bytes(24, '\2') + "Artist" + kNamed + "APETAGEX" + Bytes(24, '\2');
  Bytes old = "TAG" + Bytes(kNamed);
  old.resize(128, ' ');
  return out + old + id3(false);
}

Bytes oggOf(const std::vector<Bytes>& headers, const std::vector<Bytes>& packets) {
  Bytes out;
  std::uint32_t sequence = 0;
  for (const Bytes& each : headers) putPacket(out, each, sequence, sequence == 0 ? 2 : 0);
  for (const Bytes& each : packets) putPacket(out, each, sequence, 0);
  return out;
}

Bytes opusWithNames() {
  return oggOf({"OpusHead" + Bytes("\1\1\0\0\x80\xBB\0\0\0\0\0", 11), "OpusTags" + comments()},
               sounds());
}

Bytes vorbisWithNames() {
  return oggOf({"\x01vorbis" + Bytes(23, '\1'), "\x03vorbis" + comments() + "\x01",
                "\x05vorbis" + Bytes(4000, '\7')},
               sounds());
}

Bytes wavWithNames() {
  Bytes format("\1\0\1\0\x40\x1F\0\0\x40\x1F\0\0\1\0\x08\0", 16);
  Bytes samples;
  for (const Bytes& each : sounds()) samples += each;
  const Bytes info = "INFO" + chunk("IART", kNamed) + chunk("ISFT", "Recorder 3000");
  const Bytes inside = "WAVE" + chunk("bext", Bytes(kNamed) + Bytes(400, '\0')) +
                       chunk("fmt ", format) + chunk("LIST", info) + chunk("data", samples) +
                       chunk("iXML", "<NOTE>" + Bytes(kNamed) + "</NOTE>") +
                       chunk("id3 ", id3(false)) + chunk("LIST", info);
  return chunk("RIFF", inside);
}

std::size_t pagesOf(const Bytes& ogg) {
  std::size_t pages = 0;
  eachPage(ogg, [&](const Bytes&) { ++pages; });
  return pages;
}

bool pagesAreInOrder(const Bytes& ogg) {
  std::uint32_t next = 0;
  bool ordered = true;
  eachPage(ogg, [&](Bytes page) {
    const std::uint32_t told = littleEndian(page, 22, 4);
    page.replace(22, 4, Bytes(4, '\0'));
    ordered = ordered && littleEndian(page, 18, 4) == next++ && slowChecksum(page) == told;
  });
  return ordered && next > 0;
}

}  // namespace rapport::testing
