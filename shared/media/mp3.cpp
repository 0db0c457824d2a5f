#include <array>
#include <optional>

#include "shared/media/recording_parts.h"

namespace rapport {
namespace {

// ISO 11172-3 and 13818-3, layer III: frames one after another, and between, before and behind them
// whatever anybody wrote (ID3, APE, Lyrics3). Frames alone are kept.
constexpr std::size_t kHeaderBytes = 4, kId3Bytes = 10;
constexpr std::array<unsigned, 16> kBitratesOf1{0,   32,  40,  48,  56,  64,  80,  96,
                                                112, 128, 160, 192, 224, 256, 320, 0};
constexpr std::array<unsigned, 16> kBitratesOf2{0,  8,  16, 24,  32,  40,  48,  56,
                                                64, 80, 96, 112, 128, 144, 160, 0};
constexpr std::array<unsigned, 4> kRatesOf1{44'100, 48'000, 32'000, 0};

struct Frame {
  std::size_t sizeBytes = 0;
  unsigned kind = 0;  // version and sampling rate: the same through a file
};

// The frame whose header stands here, whether or not all of it is there. Those of a free bit rate
// do not tell their length, and count as none.
std::optional<Frame> frameAt(ByteView in, std::size_t at) {
  if (in.size() - at < kHeaderBytes) return std::nullopt;
  const unsigned second = byteAt(in, at + 1), third = byteAt(in, at + 2);
  const unsigned version = second >> 3U & 3U, layer = second >> 1U & 3U;
  const unsigned rate = third >> 2U & 3U;
  const bool header = byteAt(in, at) == 0xFF && second >> 5U == 7 && version != 1 && layer == 1;
  if (!header || kRatesOf1.at(rate) == 0) return std::nullopt;
  const bool first = version == 3;
  const unsigned kilobits = (first ? kBitratesOf1 : kBitratesOf2).at(third >> 4U);
  if (kilobits == 0) return std::nullopt;
  const unsigned hertz = kRatesOf1.at(rate) >> (first ? 0U : version == 2 ? 1U : 2U);
  const unsigned samplesInBytes = first ? 144 : 72;
  return Frame{samplesInBytes * kilobits * 1000 / hertz + (third >> 1U & 1U), version << 2U | rate};
}

// How long the ID3v2 tag that begins here is; 0 for none.
std::size_t id3At(ByteView in, std::size_t at) {
  if (in.size() - at < kId3Bytes || in.substr(at, 3) != "ID3") return 0;
  std::size_t length = 0;
  for (std::size_t i = 6; i < kId3Bytes; ++i) {
    if (byteAt(in, at + i) > 0x7F) return 0;
    length = length << 7U | byteAt(in, at + i);
  }
  constexpr unsigned kFooter = 0x10;
  return kId3Bytes + length + ((byteAt(in, at + 5) & kFooter) != 0 ? kId3Bytes : 0);
}

}  // namespace

Result<Bytes> mp3Alone(ByteView mp3) {
  Bytes out;
  std::optional<unsigned> kind;
  bool follows = false;  // directly behind a frame
  for (std::size_t at = 0; at < mp3.size();) {
    if (const std::size_t tag = id3At(mp3, at); tag > 0) {
      at = tag < mp3.size() - at ? at + tag : mp3.size();
      follows = false;
      continue;
    }
    const auto frame = frameAt(mp3, at);
    const bool fits =
        frame && frame->sizeBytes <= mp3.size() - at && (!kind || *kind == frame->kind);
    // Four bytes look like a header by chance; where none was expected, another must follow.
    const auto next = fits ? frameAt(mp3, at + frame->sizeBytes) : std::nullopt;
    const bool confirmed = fits && (follows || at + frame->sizeBytes == mp3.size() ||
                                    (next && next->kind == frame->kind));
    if (!confirmed) {
      follows = false;
      ++at;
      continue;
    }
    out += mp3.substr(at, frame->sizeBytes);
    at += frame->sizeBytes;
    kind = frame->kind;
    follows = true;
  }
  if (out.empty()) return damagedRecording();
  return out;
}

}  // namespace rapport
