#pragma once

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/model/value.h"

namespace rapport {

// The one spelling of a value in bytes (protocol/PROTOCOL.md "Values"): equal values are equal
// bytes.
void encodeValue(ByteWriter& out, const Value& value);
// Fails the reader on anything malformed, not in canonical form, or over a limit.
Value decodeValue(ByteReader& in);

}  // namespace rapport
