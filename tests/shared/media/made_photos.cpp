#include "tests/shared/media/made_photos.h"

namespace rapport::testing {
namespace {

void put(Bytes& out, std::uint32_t value, std::size_t howMany, ByteOrder order) {
  for (std::size_t i = 0; i < howMany; ++i) {
    const std::size_t shift = order == ByteOrder::kLittle ? i : howMany - 1 - i;
    out += static_cast<char>(value >> 8U * shift & 0xFFU);
  }
}

void entry(Bytes& out, std::uint32_t tag, std::uint32_t type, std::uint32_t count,
           std::uint32_t value, ByteOrder order) {
  put(out, tag, 2, order);
  put(out, type, 2, order);
  put(out, count, 4, order);
  if (type == 3) {
    put(out, value, 2, order);
    put(out, 0, 2, order);
  } else {
    put(out, value, 4, order);
  }
}

Bytes segment(unsigned marker, const Bytes& payload) {
  Bytes out = "\xFF";
  out += static_cast<char>(marker);
  put(out, static_cast<std::uint32_t>(payload.size() + 2), 2, ByteOrder::kBig);
  return out + payload;
}

std::uint32_t crcOf(const Bytes& bytes) {
  std::uint32_t crc = 0xFFFFFFFFU;
  for (const char each : bytes) {
    crc ^= static_cast<unsigned char>(each);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1U ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
  }
  return ~crc;
}

Bytes pngChunk(const Bytes& type, const Bytes& contents) {
  Bytes out;
  put(out, static_cast<std::uint32_t>(contents.size()), 4, ByteOrder::kBig);
  out += type + contents;
  put(out, crcOf(type + contents), 4, ByteOrder::kBig);
  return out;
}

Bytes riffChunk(const Bytes& type, const Bytes& contents) {
  Bytes out = type;
  put(out, static_cast<std::uint32_t>(contents.size()), 4, ByteOrder::kLittle);
  out += contents;
  if (contents.size() % 2 != 0) out += '\0';
  return out;
}

}  // namespace

Bytes picture() { return Bytes("\x12\xFF\0\x34\xFF\xD0\x56\xFF\0\x78", 10); }

Bytes exifWithPlace(std::uint16_t orientation, ByteOrder order) {
  constexpr std::uint32_t kGpsAt = 8 + 2 + 3 * 12 + 4, kTextAt = kGpsAt + 2 + 12 + 4;
  Bytes out = order == ByteOrder::kLittle ? "II" : "MM";
  put(out, 42, 2, order);
  put(out, 8, 4, order);
  put(out, 3, 2, order);
  entry(out, 0x010E, 2, sizeof kSecret, kTextAt, order);  // description
  entry(out, 0x0112, 3, 1, orientation, order);
  entry(out, 0x8825, 4, 1, kGpsAt, order);
  put(out, 0, 4, order);
  put(out, 1, 2, order);
  entry(out, 0x001C, 2, sizeof kSecret, kTextAt, order);  // area
  put(out, 0, 4, order);
  return out + kSecret;
}

Bytes jpegWithPlace(std::uint16_t orientation, ByteOrder order) {
  const Bytes jfif = Bytes("JFIF\0\1\1\0\0\1\0\1\x03\x03", 14) + kSecret + "xx";  // 3 × 3 × 3 bytes
  Bytes out = "\xFF\xD8" + segment(0xE0, jfif);
  out += segment(0xE1, Bytes("Exif\0\0", 6) + exifWithPlace(orientation, order));
  out += segment(0xE1, Bytes("http://ns.adobe.com/xap/1.0/\0", 29) + kSecret);
  out += segment(0xE2, Bytes("ICC_PROFILE\0\1\1", 14) + "colours");
  out += segment(0xE2, Bytes("MPF\0", 4) + kSecret);
  out += segment(0xED, Bytes("Photoshop 3.0\0", 14) + kSecret);
  out += segment(0xEE, Bytes("Adobe\0\x64\0\0\0\0\1", 12));
  out += segment(0xFE, kSecret);
  out += segment(0xDB, Bytes(65, '\1')) + segment(0xC2, Bytes("\x08\0\1\0\1\1\1\x11\0", 9));
  out += segment(0xC4, Bytes(19, '\2'));
  for (int scan = 0; scan < 2; ++scan) {
    out += segment(0xDA, Bytes("\1\1\0\0\x3F\0", 6)) + picture();
    out += "\xFF" + segment(0xFE, kSecret);  // a fill byte, and a comment between the scans
  }
  return out + "\xFF\xD9" + kSecret + "\xFF\xD8 a second picture " + kSecret;
}

Bytes pngWithPlace(std::uint16_t orientation) {
  Bytes out("\x89PNG\r\n\x1A\n", 8);
  out += pngChunk("IHDR", Bytes("\0\0\0\1\0\0\0\1\x08\2\0\0\0", 13));
  out += pngChunk("pHYs", Bytes("\0\0\x0B\x13\0\0\x0B\x13\1", 9));
  out += pngChunk("eXIf", exifWithPlace(orientation, ByteOrder::kLittle));
  out += pngChunk("tEXt", Bytes("Comment\0", 8) + kSecret);
  out += pngChunk("iTXt", Bytes("XML:com.adobe.xmp\0\0\0\0\0", 22) + kSecret);
  out += pngChunk("tIME", Bytes(7, '\1')) + pngChunk("prVt", kSecret);
  out += pngChunk("IDAT", picture()) + pngChunk("tEXt", Bytes("Author\0", 7) + kSecret);
  return out + pngChunk("IEND", "") + kSecret;
}

Bytes webpWithPlace(std::uint16_t orientation) {
  const Bytes flags("\x2C\0\0\0\0\0\0\0\0\0", 10);  // ICC, Exif, XMP
  const Bytes frame = Bytes(16, '\3') + riffChunk("VP8 ", picture()) + riffChunk("priv", kSecret);
  const Bytes chunks = riffChunk("VP8X", flags) + riffChunk("ICCP", "odd") +
                       riffChunk("ANMF", frame) + riffChunk("VP8 ", picture()) +
                       riffChunk("EXIF", exifWithPlace(orientation, ByteOrder::kBig)) +
                       riffChunk("XMP ", kSecret) + riffChunk("priv", kSecret);
  Bytes out = "RIFF";
  put(out, static_cast<std::uint32_t>(chunks.size() + 4), 4, ByteOrder::kLittle);
  return out + "WEBP" + chunks + kSecret;
}

}  // namespace rapport::testing
