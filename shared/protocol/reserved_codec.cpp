#include "shared/protocol/reserved_codec.h"

#include "shared/protocol/frame_parts.h"

namespace rapport {
namespace {

template <typename... Kinds>
bool isAnyOf(const Frame& frame) {
  return (std::holds_alternative<Kinds>(frame) || ...);
}

}  // namespace

Result<Frame> decodeReservedFrame(FrameKind kind, ByteView body) {
  ByteReader in(body);
  switch (kind) {
    case FrameKind::kSealed:
      return wholeOrMalformed(in, readSealed(in));
    case FrameKind::kRelay:
      return wholeOrMalformed(in, readRelay(in));
    case FrameKind::kRelayVerdicts:
      return wholeOrMalformed(in, readRelayVerdicts(in));
    default:
      return malformedFrame();
  }
}

bool isReserved(const Frame& frame) { return isAnyOf<Sealed, Relay, RelayVerdicts>(frame); }

}  // namespace rapport
