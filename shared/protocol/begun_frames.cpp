#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/base/utf8.h"
#include "shared/protocol/begun_codec.h"
#include "shared/protocol/frame_codec.h"
#include "shared/protocol/packing.h"

namespace rapport {
namespace {

void putDevice(ByteWriter& out, const std::optional<ReplicaId>& device) {
  out.byte(device ? 1 : 0);
  if (device) out.uuid(device->uuid);
}

std::optional<ReplicaId> readDevice(ByteReader& in) {
  if (in.upTo(1) == 0) return std::nullopt;
  return ReplicaId{in.uuid()};
}

std::string readName(ByteReader& in) {
  const ByteView name = in.blob(limits::kNameBytes);
  if (name.empty() || !isText(name)) in.fail();
  return std::string(name);
}

}  // namespace

Bytes encodeFrame(const BegunDrafts& begun) {
  ByteWriter out;
  out.varint(begun.drafts.size());
  for (const BegunDraft& draft : begun.drafts) {
    putDevice(out, draft.device);
    out.blob(draft.key);
    out.varint(draft.version);
    out.blob(draft.bytes);
  }
  return packFrame(FrameKind::kBegunDrafts, out.bytes());
}

BegunDrafts readBegunDrafts(ByteReader& in) {
  BegunDrafts begun;
  for (std::size_t left = in.count(limits::kDraftsPerDevice); left > 0 && in.ok(); --left) {
    BegunDraft draft;
    draft.device = readDevice(in);
    draft.key = readName(in);
    draft.version = in.varint();
    draft.bytes = Bytes(in.blob(limits::kTextBytes));
    if (draft.device && !draft.bytes.empty()) in.fail();
    begun.drafts.push_back(std::move(draft));
  }
  return begun;
}

Bytes encodeFrame(const BegunKept& kept) {
  ByteWriter out;
  out.varint(kept.names.size());
  for (const BegunKept::Name& name : kept.names) {
    putDevice(out, name.device);
    out.blob(name.key);
    out.varint(name.version);
  }
  return packFrame(FrameKind::kBegunKept, out.bytes());
}

BegunKept readBegunKept(ByteReader& in) {
  BegunKept kept;
  for (std::size_t left = in.count(limits::kDraftsPerDevice); left > 0 && in.ok(); --left) {
    BegunKept::Name name;
    name.device = readDevice(in);
    name.key = readName(in);
    name.version = in.varint();
    kept.names.push_back(std::move(name));
  }
  return kept;
}

Bytes encodeFrame(const BegunAsk&) { return packFrame(FrameKind::kBegunAsk, {}); }

Bytes encodeFrame(const BegunElsewhere& elsewhere) {
  ByteWriter out;
  out.byte(elsewhere.last ? 1 : 0);
  out.varint(elsewhere.drafts.size());
  for (const BegunElsewhere::Draft& draft : elsewhere.drafts) {
    out.uuid(draft.device.uuid);
    out.blob(draft.deviceName);
    out.blob(draft.key);
    out.zigzag(draft.keptAt.time_since_epoch().count());
    out.blob(draft.bytes);
  }
  return packFrame(FrameKind::kBegunElsewhere, out.bytes());
}

BegunElsewhere readBegunElsewhere(ByteReader& in) {
  BegunElsewhere elsewhere;
  elsewhere.last = in.upTo(1) == 1;
  for (std::size_t left = in.count(limits::kDraftsElsewhere); left > 0 && in.ok(); --left) {
    BegunElsewhere::Draft draft;
    draft.device = {in.uuid()};
    draft.deviceName = readName(in);
    draft.key = readName(in);
    draft.keptAt = WallTime{std::chrono::milliseconds{in.zigzag()}};
    draft.bytes = Bytes(in.blob(limits::kTextBytes));
    elsewhere.drafts.push_back(std::move(draft));
  }
  return elsewhere;
}

}  // namespace rapport
