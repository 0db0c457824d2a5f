#pragma once

#include <cstdint>
#include <string>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/uuid.h"

namespace rapport {

// The messages by which blobs travel, behind changes (PROTOCOL.md "Attachments"). A blob is named
// by the SHA-256 of its content. In each direction one is on its way at a time, one chunk of it in
// flight.

// Tablet: this blob of that attachment record is whole here. Answered by Wanted or Declined.
struct AttachmentOffer {
  RecordId attachment;
  Digest sha256{};
  std::uint64_t sizeBytes = 0;
  bool operator==(const AttachmentOffer&) const = default;
};

// Whoever receives a blob: so many of its bytes, from the beginning, are durable here; go on from
// there. All of them from the server means "have it": the blob is verified, and pinned.
struct AttachmentWanted {
  Digest sha256{};
  std::uint64_t haveBytes = 0;
  bool operator==(const AttachmentWanted&) const = default;
};

// Whoever sends it: a piece. Answered by Wanted, or Declined.
struct AttachmentChunk {
  Digest sha256{};
  std::uint64_t offsetBytes = 0;
  Bytes bytes;
  bool operator==(const AttachmentChunk&) const = default;
};

// Tablet: send me that attachment's blob, from this byte on. Answered by Chunk or Declined.
struct AttachmentAsk {
  RecordId attachment;
  Digest sha256{};
  std::uint64_t haveBytes = 0;
  bool operator==(const AttachmentAsk&) const = default;
};

enum class DeclinedWhat : std::uint8_t { kOffer = 0, kAsk = 1 };
enum class DeclinedUntil : std::uint8_t {
  kLater = 0,   // in another session it may go through
  kPerson = 1,  // a person has to look: it stays as it is
};

// Server: no. The sentence is for people.
struct AttachmentDeclined {
  Digest sha256{};
  DeclinedWhat what = DeclinedWhat::kOffer;
  DeclinedUntil until = DeclinedUntil::kLater;
  std::string reason;
  bool operator==(const AttachmentDeclined&) const = default;
};

}  // namespace rapport
