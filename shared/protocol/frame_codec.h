#pragma once

#include <variant>

#include "shared/base/result.h"
#include "shared/protocol/frames.h"

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

// States that were encoded one by one as they were read, so that a frame can be filled to its size.
struct PackedStates {
  Cursor cursor;
  std::uint64_t remaining = 0;
  std::size_t count = 0;
  Bytes states;  // `count` times encodeState
  std::vector<RecordId> forget;
};
Bytes encodeFrame(const PackedStates& states);

// The part of a hello that its signature covers, after the domain and the nonce.
Bytes signedPartOf(const Hello& hello);
// Exactly what is signed: a domain that no other signature of Rapport uses, the nonce, the part.
Bytes signedBytesOf(ByteView nonce, ByteView signedPart);

// A frame of a kind that this version knows by name only; it is answered, not obeyed.
struct ReservedFrame {
  FrameKind kind;
  bool operator==(const ReservedFrame&) const = default;
};

using Frame = std::variant<Welcome, SignedHello, Accepted, Refusal, Push, Verdicts, Pull, States,
                           Took, Heartbeat, Fork, Need, ReservedFrame>;

// Bounds first, then parses, then hands over a value that is well-formed. kTooLarge or kInvalid
// else. Memory is at most limits::kFrameUnpackedBytes and what that many bytes decode to.
Result<Frame> decodeFrame(ByteView bytes);

}  // namespace rapport
