#pragma once

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/protocol/drop_frames.h"

namespace rapport {

// An answer without its id, as it travels (PROTOCOL.md "Drop") and as stores keep it: type, form
// version, values.
void encodeAnswered(ByteWriter& out, const DroppedAnswer& answer);
// Fails the reader on anything malformed or over a limit. Leaves the id alone.
void decodeAnswered(ByteReader& in, DroppedAnswer& answer);

}  // namespace rapport
