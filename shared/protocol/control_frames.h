#pragma once

#include "shared/protocol/frame_codec.h"

namespace rapport {

// The control messages' part of the frame codec: CBOR maps (PROTOCOL.md "Control messages").

Result<Hello> decodeHelloPart(ByteView signedPart);

// Welcome, Accepted, Refusal, Pull and Fork; kInvalid for any other.
Result<Frame> decodeControlFrame(FrameKind kind, ByteView body);

}  // namespace rapport
