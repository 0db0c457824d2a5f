#include "shared/base/limits.h"
#include "shared/media/photo_parts.h"

namespace rapport {
namespace {

// ITU-T T.81, table B.1.
constexpr unsigned kTem = 0x01, kRst0 = 0xD0, kRst7 = 0xD7, kSoi = 0xD8, kEoi = 0xD9, kSos = 0xDA;
constexpr unsigned kSof0 = 0xC0, kDnl = 0xDC, kDri = 0xDD, kDqt = 0xDB, kSofLast = 0xCF;
constexpr unsigned kApp0 = 0xE0, kApp1 = 0xE1, kApp2 = 0xE2, kApp14 = 0xEE;

constexpr ByteView kJfif("JFIF\0", 5), kExif("Exif\0\0", 6), kIcc("ICC_PROFILE\0", 12);
constexpr ByteView kAdobe("Adobe", 5);
constexpr std::size_t kJfifBytes = 14;  // without a thumbnail

void putSegment(Bytes& out, unsigned marker, ByteView payload) {
  out += '\xFF';
  out += static_cast<char>(marker);
  putBigEndian(out, static_cast<std::uint32_t>(payload.size() + 2), 2);
  out += payload;
}

// What decoding needs: frames, tables, restart intervals; colours in APP2 and APP14.
bool staysWhole(unsigned marker, ByteView payload) {
  if (marker >= kSof0 && marker <= kSofLast) return true;
  if (marker == kDqt || marker == kDri || marker == kDnl) return true;
  if (marker == kApp2) return payload.starts_with(kIcc);
  return marker == kApp14 && payload.starts_with(kAdobe);
}

class JpegCopy {
 public:
  explicit JpegCopy(ByteView jpeg) : in_(jpeg) {}

  Result<Bytes> run() {
    if (in_.size() < 4 || byteAt(in_, 0) != 0xFF || byteAt(in_, 1) != kSoi) return damagedPhoto();
    at_ = 2;
    for (std::size_t parts = 0; parts < limits::kPhotoParts; ++parts) {
      const unsigned marker = nextMarker();
      if (marker == 0) return damagedPhoto();
      if (marker == kEoi) return finish();
      if (marker == kTem || (marker >= kRst0 && marker <= kSoi)) return damagedPhoto();
      if (!segment(marker)) return damagedPhoto();
    }
    return damagedPhoto();
  }

 private:
  // The end counts as the end of the picture where some of it has come.
  unsigned nextMarker() {
    if (at_ >= in_.size()) return scanned_ ? kEoi : 0;
    if (byteAt(in_, at_) != 0xFF) return 0;
    while (at_ < in_.size() && byteAt(in_, at_) == 0xFF) ++at_;
    if (at_ >= in_.size()) return scanned_ ? kEoi : 0;
    return byteAt(in_, at_++);
  }

  bool segment(unsigned marker) {
    if (in_.size() - at_ < 2) return false;
    const std::size_t length = bigEndian(in_, at_, 2);
    if (length < 2 || length > in_.size() - at_) return false;
    const ByteView payload = in_.substr(at_ + 2, length - 2);
    at_ += length;
    if (marker == kApp0 && payload.starts_with(kJfif) && payload.size() >= kJfifBytes) {
      // A thumbnail shows what somebody may have cut away.
      jfif_ = Bytes(payload.substr(0, kJfifBytes - 2)) + Bytes(2, '\0');
    } else if (marker == kApp1 && payload.starts_with(kExif) && !orientation_) {
      orientation_ = orientationIn(payload.substr(kExif.size()));
    } else if (staysWhole(marker, payload)) {
      putSegment(body_, marker, payload);
    } else if (marker == kSos) {
      putSegment(body_, marker, payload);
      scan();
    }
    return true;
  }

  // Entropy-coded data: up to the next marker that is neither a stuffed byte nor a restart.
  void scan() {
    scanned_ = true;
    const std::size_t begins = at_;
    while (at_ < in_.size()) {
      if (byteAt(in_, at_) == 0xFF) {
        const unsigned next = at_ + 1 < in_.size() ? byteAt(in_, at_ + 1) : kEoi;
        if (next != 0 && (next < kRst0 || next > kRst7)) break;
        ++at_;
      }
      ++at_;
    }
    body_ += in_.substr(begins, at_ - begins);
  }

  Result<Bytes> finish() {
    if (!scanned_) return damagedPhoto();
    Bytes out("\xFF\xD8", 2);
    if (!jfif_.empty()) putSegment(out, kApp0, jfif_);
    if (orientation_) putSegment(out, kApp1, Bytes(kExif) + tiffSaying(*orientation_));
    return out + body_ + Bytes("\xFF\xD9", 2);
  }

  const ByteView in_;
  std::size_t at_ = 0;
  bool scanned_ = false;
  Bytes jfif_, body_;
  std::optional<std::uint16_t> orientation_;
};

}  // namespace

Result<Bytes> jpegWithoutMetadata(ByteView jpeg) { return JpegCopy(jpeg).run(); }

}  // namespace rapport
