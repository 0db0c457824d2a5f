#include "shared/media/recording.h"
#include "tests/fuzz/target.h"

namespace rapport::fuzz {

void tryBytes(ByteView bytes) {
  const auto kind = mediaKindOf(bytes.substr(0, kSniffedBytes));
  if (!kind || !isRecording(*kind)) return;
  const auto once = soundAlone(*kind, bytes);
  if (!once) return;
  demand(mediaKindOf(*once) == kind, "a recording stays of its kind");
  constexpr std::size_t kPaddingBytes = 64;
  demand(once->size() <= bytes.size() + kPaddingBytes, "a recording does not grow");
  const auto twice = soundAlone(*kind, *once);
  demand(twice.ok() && *twice == *once, "what was taken out is out");
}

}  // namespace rapport::fuzz
