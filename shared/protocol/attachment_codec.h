#pragma once

#include "shared/base/byte_reader.h"
#include "shared/protocol/attachment_frames.h"
#include "shared/protocol/frame_codec.h"

namespace rapport {

// The blobs' part of the frame codec (PROTOCOL.md "Attachments"). Private to the codec.
AttachmentOffer readAttachmentOffer(ByteReader& in);
AttachmentWanted readAttachmentWanted(ByteReader& in);
AttachmentChunk readAttachmentChunk(ByteReader& in);
AttachmentAsk readAttachmentAsk(ByteReader& in);
AttachmentDeclined readAttachmentDeclined(ByteReader& in);

}  // namespace rapport
