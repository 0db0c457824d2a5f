#pragma once

#include "shared/base/byte_reader.h"
#include "shared/protocol/begun_frames.h"

namespace rapport {

// The drafts' part of the frame codec (PROTOCOL.md "Begun"). Private to the codec.
BegunDrafts readBegunDrafts(ByteReader& in);
BegunKept readBegunKept(ByteReader& in);
BegunElsewhere readBegunElsewhere(ByteReader& in);

}  // namespace rapport
