#pragma once

#include "shared/base/byte_reader.h"
#include "shared/protocol/frame_codec.h"

namespace rapport {

// The reserved messages' part of the frame codec (PROTOCOL.md "Reserved"). Private to the codec.

// kInvalid for a kind that is not among them.
Result<Frame> decodeReservedFrame(FrameKind kind, ByteView body);

// Restores (restore_frames.cpp).
EpochNews readEpochNews(ByteReader& in);
OfferStates readOfferStates(ByteReader& in);
OfferChanges readOfferChanges(ByteReader& in);
Forget readForget(ByteReader& in);

// What travels apart from changes and states (apart_frames.cpp).
Sealed readSealed(ByteReader& in);
Relay readRelay(ByteReader& in);
RelayVerdicts readRelayVerdicts(ByteReader& in);

}  // namespace rapport
