#include "shared/media/photo.h"
#include "tests/fuzz/target.h"

namespace rapport::fuzz {

void tryBytes(ByteView bytes) {
  const auto kind = mediaKindOf(bytes.substr(0, kSniffedBytes));
  if (!kind || !isPhoto(*kind)) return;
  const auto once = withoutMetadata(*kind, bytes);
  if (!once) return;
  demand(mediaKindOf(*once) == kind, "a photo stays of its kind");
  constexpr std::size_t kOrientationBytes = 64;
  demand(once->size() <= bytes.size() + kOrientationBytes, "a photo grows by no more than a word");
  const auto twice = withoutMetadata(*kind, *once);
  demand(twice.ok() && *twice == *once, "what was taken out is out");
}

}  // namespace rapport::fuzz
