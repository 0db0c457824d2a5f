#pragma once

#include <vector>

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/merge/change.h"

namespace rapport {

// The cells that the author of a delete could not read, as changes and states spell them: a list,
// not empty, ascending (protocol/PROTOCOL.md "Changes").
void encodeCellPlaces(ByteWriter& out, const std::vector<CellPlace>& places);
// Fails the reader on an empty list, on what does not ascend and past the limits.
std::vector<CellPlace> decodeCellPlaces(ByteReader& in);

}  // namespace rapport
