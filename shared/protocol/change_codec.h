#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/merge/change.h"

namespace rapport {

// A change in bytes (PROTOCOL.md "Changes"). These bytes are what is hashed, chained, stored and
// sent; they are written once, by the author's tablet, and never again.
Bytes encodeChange(const Change& change);

// Believes nothing: malformed, unsorted, repeated or oversized parts make it kInvalid (kTooLarge
// past limits::kChangeBytes). What decodes encodes to the same bytes again.
Result<Change> decodeChange(ByteView bytes);

// Whether the act goes on after this change, read from its first bytes alone: enough to send what
// was written here and checked when it was. Bytes that are no change end their act.
Act actOf(ByteView encoded);

}  // namespace rapport
