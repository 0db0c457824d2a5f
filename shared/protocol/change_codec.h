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

// A change as a tablet keeps it whose author may hand it in and not read it back (PROTOCOL.md
// "Sealed changes"): what it says lies in a box that the office alone opens.
struct SealedChange {
  Change head;  // without operations
  Bytes box;    // of the whole change's bytes
  bool operator==(const SealedChange&) const = default;
};

bool isSealedChange(ByteView kept);
Bytes encodeSealedChange(const SealedChange& sealed);
// Believes nothing, as decodeChange.
Result<SealedChange> decodeSealedChange(ByteView kept);

// A change as its tablet keeps it: a sealed one without its operations.
Result<Change> decodeKeptChange(ByteView kept);

// … without its operations in any case: who wrote it, when, on which record.
Result<Change> decodeKeptHead(ByteView kept);

// Whether the act goes on after this change, read from its first bytes alone: enough to send what
// was written here, sealed or not, and checked when it was. Bytes that are no change end their act.
Act actOf(ByteView kept);

}  // namespace rapport
