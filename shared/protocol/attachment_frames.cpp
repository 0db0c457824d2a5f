#include "shared/base/limits.h"
#include "shared/protocol/attachment_codec.h"
#include "shared/protocol/frame_parts.h"
#include "shared/protocol/packing.h"

// Blobs on their way (PROTOCOL.md "Attachments").

namespace rapport {

Bytes encodeFrame(const AttachmentOffer& offer) {
  ByteWriter out;
  out.uuid(offer.attachment.uuid);
  writeDigest(out, offer.sha256);
  out.varint(offer.sizeBytes);
  return packFrame(FrameKind::kAttachmentOffer, out.bytes());
}

AttachmentOffer readAttachmentOffer(ByteReader& in) {
  AttachmentOffer offer;
  offer.attachment.uuid = in.uuid();
  offer.sha256 = readDigest(in);
  offer.sizeBytes = in.upTo(limits::kBlobBytes);
  if (offer.sizeBytes == 0) in.fail();
  return offer;
}

Bytes encodeFrame(const AttachmentWanted& wanted) {
  ByteWriter out;
  writeDigest(out, wanted.sha256);
  out.varint(wanted.haveBytes);
  return packFrame(FrameKind::kAttachmentWanted, out.bytes());
}

AttachmentWanted readAttachmentWanted(ByteReader& in) {
  AttachmentWanted wanted;
  wanted.sha256 = readDigest(in);
  wanted.haveBytes = in.upTo(limits::kBlobBytes);
  return wanted;
}

Bytes encodeFrame(const AttachmentChunk& chunk) {
  ByteWriter out;
  writeDigest(out, chunk.sha256);
  out.varint(chunk.offsetBytes);
  out.blob(chunk.bytes);
  return packFrame(FrameKind::kAttachmentChunk, out.bytes());
}

AttachmentChunk readAttachmentChunk(ByteReader& in) {
  AttachmentChunk chunk;
  chunk.sha256 = readDigest(in);
  chunk.offsetBytes = in.upTo(limits::kBlobBytes);
  chunk.bytes = in.blob(limits::kChunkBytes);
  const bool beyond = chunk.offsetBytes + chunk.bytes.size() > limits::kBlobBytes;
  if (beyond || chunk.bytes.empty()) in.fail();
  return chunk;
}

Bytes encodeFrame(const AttachmentAsk& ask) {
  ByteWriter out;
  out.uuid(ask.attachment.uuid);
  writeDigest(out, ask.sha256);
  out.varint(ask.haveBytes);
  return packFrame(FrameKind::kAttachmentAsk, out.bytes());
}

AttachmentAsk readAttachmentAsk(ByteReader& in) {
  AttachmentAsk ask;
  ask.attachment.uuid = in.uuid();
  ask.sha256 = readDigest(in);
  ask.haveBytes = in.upTo(limits::kBlobBytes);
  return ask;
}

Bytes encodeFrame(const AttachmentDeclined& declined) {
  ByteWriter out;
  writeDigest(out, declined.sha256);
  out.byte(static_cast<std::uint8_t>(declined.what));
  out.byte(static_cast<std::uint8_t>(declined.until));
  out.blob(sentenceToSend(declined.reason));
  return packFrame(FrameKind::kAttachmentDeclined, out.bytes());
}

AttachmentDeclined readAttachmentDeclined(ByteReader& in) {
  AttachmentDeclined declined;
  declined.sha256 = readDigest(in);
  declined.what = static_cast<DeclinedWhat>(in.upTo(1));
  declined.until = static_cast<DeclinedUntil>(in.upTo(1));
  declined.reason = readSentence(in);
  return declined;
}

}  // namespace rapport
