#pragma once

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/base/result.h"
#include "shared/merge/state.h"

namespace rapport {

// A record state in bytes, canonical: equal states are equal bytes, on every machine
// (protocol/PROTOCOL.md "States"). Replica, person and epoch ids are written once a state and then
// referred to by place.
void encodeState(ByteWriter& out, const RecordState& record);
// Fails the reader on anything malformed, unsorted, repeated or over a limit: decode∘encode is the
// identity, and encode∘decode gives back the same bytes.
RecordState decodeState(ByteReader& in);

// What the state hash covers: id, type, number, heads (dot, numbers, time, value), counts, coverage
// and deletes; not persons, `created` nor the form version.
void encodeHashed(ByteWriter& out, const RecordState& record);

}  // namespace rapport
