#pragma once

#include "shared/base/byte_reader.h"
#include "shared/protocol/drop_frames.h"

namespace rapport {

// The anonymous answers' part of the frame codec (PROTOCOL.md "Drop"). Private to the codec.
Drop readDrop(ByteReader& in);
DropKept readDropKept(ByteReader& in);

}  // namespace rapport
