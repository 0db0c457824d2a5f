#include <optional>

#include "shared/media/recording_parts.h"

namespace rapport {
namespace {

// A RIFF of chunks, each padded to an even length. Kept are the format, the count of samples that
// compressed formats need, and the samples.
constexpr std::size_t kRiffBytes = 12, kChunkHeader = 8;
constexpr std::size_t kLeastFormat = 14, kMostFormat = 128, kFactBytes = 4;

void putChunk(Bytes& out, ByteView type, ByteView contents) {
  out += type;
  putLittleEndian(out, static_cast<std::uint32_t>(contents.size()), 4);
  out += contents;
  if (contents.size() % 2 != 0) out += '\0';
}

}  // namespace

Result<Bytes> wavAlone(ByteView wav) {
  if (wav.size() < kRiffBytes || !wav.starts_with("RIFF") || wav.substr(8, 4) != "WAVE") {
    return damagedRecording();
  }
  std::optional<ByteView> format, fact, samples;
  for (std::size_t at = kRiffBytes; wav.size() - at >= kChunkHeader;) {
    const ByteView type = wav.substr(at, 4);
    std::size_t length = littleEndian(wav, at + 4, 4);
    at += kChunkHeader;
    const std::size_t left = wav.size() - at;
    // A recorder that was cut off told a length that never came to be.
    if (length > left && type == "data") length = left;
    if (length > left) return damagedRecording();
    const ByteView contents = wav.substr(at, length);
    if (type == "fmt " && !format) format = contents;
    if (type == "fact" && !fact) fact = contents.substr(0, kFactBytes);
    if (type == "data" && !samples) samples = contents;
    at += length + (length < left ? length % 2 : 0);
  }
  const bool fits = format && samples && !samples->empty() && format->size() >= kLeastFormat &&
                    format->size() <= kMostFormat;
  if (!fits) return damagedRecording();
  Bytes chunks;
  putChunk(chunks, "fmt ", *format);
  if (fact && fact->size() == kFactBytes) putChunk(chunks, "fact", *fact);
  putChunk(chunks, "data", *samples);
  Bytes out = "RIFF";
  putLittleEndian(out, static_cast<std::uint32_t>(chunks.size() + 4), 4);
  return out + "WAVE" + chunks;
}

}  // namespace rapport
