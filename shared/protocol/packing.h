#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/protocol/frames.h"

namespace rapport {

// The envelope of every frame: kind, flags, body; the body compressed where that pays. Control
// messages are never compressed.

Bytes packFrame(FrameKind kind, ByteView body);

struct Unpacked {
  FrameKind kind;
  Bytes body;
};

// Refuses more than limits::kFrameBytes (limits::kControlBytes and a signature for a control
// message), unknown flags, and a body that unpacks to another size than it says or to more than
// limits::kFrameUnpackedBytes. Memory grows with what really unpacks, whatever the frame claims.
Result<Unpacked> unpackFrame(ByteView frame);

}  // namespace rapport
