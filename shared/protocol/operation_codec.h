#pragma once

#include <vector>

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/merge/change.h"

namespace rapport {

// The operations of a change in bytes (PROTOCOL.md "Changes").
void encodeOperations(ByteWriter& out, const std::vector<Operation>& operations);
// Fails the reader on anything malformed, unsorted, repeated or over a limit.
std::vector<Operation> decodeOperations(ByteReader& in);

// A list of dots, ascending, not empty.
void encodeDots(ByteWriter& out, const std::vector<Dot>& dots);
std::vector<Dot> decodeDots(ByteReader& in);

}  // namespace rapport
