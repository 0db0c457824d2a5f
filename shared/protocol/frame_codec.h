#pragma once

#include <optional>
#include <variant>

#include "shared/base/result.h"
#include "shared/protocol/attachment_frames.h"
#include "shared/protocol/begun_frames.h"
#include "shared/protocol/drop_frames.h"
#include "shared/protocol/frames.h"
#include "shared/protocol/reserved_frames.h"

namespace rapport {

// Frames in bytes, exactly as PROTOCOL.md says. Large bodies are compressed with zstd, level 1.

Bytes encodeFrame(const Welcome& welcome);
Bytes encodeFrame(const SignedHello& hello);
Bytes encodeFrame(const Accepted& accepted);
Bytes encodeFrame(const Refusal& refusal);
Bytes encodeFrame(const Push& push);
Bytes encodeFrame(const Verdicts& verdicts);
Bytes encodeFrame(const Pull& pull);
Bytes encodeFrame(const States& states);
Bytes encodeFrame(const Took& took);
Bytes encodeFrame(const Heartbeat& heartbeat);
Bytes encodeFrame(const Fork& fork);
Bytes encodeFrame(const Need& need);
Bytes encodeFrame(const AttachmentOffer& offer);
Bytes encodeFrame(const AttachmentWanted& wanted);
Bytes encodeFrame(const AttachmentChunk& chunk);
Bytes encodeFrame(const AttachmentAsk& ask);
Bytes encodeFrame(const AttachmentDeclined& declined);
Bytes encodeFrame(const Drop& drop);
Bytes encodeFrame(const DropKept& kept);
Bytes encodeFrame(const BegunDrafts& begun);
Bytes encodeFrame(const BegunKept& kept);
Bytes encodeFrame(const BegunAsk& ask);
Bytes encodeFrame(const BegunElsewhere& elsewhere);

Bytes encodeFrame(const EpochNews& news);
Bytes encodeFrame(const OfferStates& offer);
Bytes encodeFrame(const OfferChanges& offer);
Bytes encodeFrame(const Forget& forget);
Bytes encodeFrame(const Sealed& sealed);
Bytes encodeFrame(const Relay& relay);
Bytes encodeFrame(const RelayVerdicts& verdicts);

// States that were encoded one by one as they were read, so that a frame can be filled to its size.
struct PackedStates {
  Cursor cursor;
  std::uint64_t remaining = 0;
  std::size_t count = 0;
  Bytes states;  // `count` times encodeState
  std::vector<RecordId> forget;
  std::vector<RecordReceipts> receipts{};
};
Bytes encodeFrame(const PackedStates& states);

// The part of a hello that its signature covers, after the domain and the nonce.
Bytes signedPartOf(const Hello& hello);
// Exactly what is signed: a domain that no other signature of Rapport uses, the nonce, the part.
Bytes signedBytesOf(ByteView nonce, ByteView signedPart);

using Frame = std::variant<Welcome, SignedHello, Accepted, Refusal, Push, Verdicts, Pull, States,
                           Took, Heartbeat, Fork, Need, EpochNews, OfferStates, OfferChanges,
                           Forget, Drop, DropKept, Sealed, AttachmentOffer, AttachmentWanted,
                           AttachmentChunk, AttachmentAsk, AttachmentDeclined, Relay, RelayVerdicts,
                           BegunDrafts, BegunKept, BegunAsk, BegunElsewhere>;

// Which kind a frame says it is, unread; nothing for an empty one.
std::optional<FrameKind> kindOf(ByteView frame);

// A message that this version reads and does not obey yet; it is answered, with a refusal.
bool isReserved(const Frame& frame);

// Bounds first, then parses, then hands over a value that is well-formed. kTooLarge or kInvalid
// else. Memory is at most limits::kFrameUnpackedBytes and what that many bytes decode to.
Result<Frame> decodeFrame(ByteView bytes);

}  // namespace rapport
