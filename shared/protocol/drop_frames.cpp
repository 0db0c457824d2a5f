#include "shared/base/limits.h"
#include "shared/merge/value_codec.h"
#include "shared/protocol/answer_codec.h"
#include "shared/protocol/drop_codec.h"
#include "shared/protocol/frame_codec.h"
#include "shared/protocol/packing.h"

namespace rapport {

void encodeAnswered(ByteWriter& out, const DroppedAnswer& answer) {
  out.varint(answer.type);
  out.varint(answer.formVersion);
  out.varint(answer.values.size());
  for (const auto& [field, value] : answer.values) {
    out.varint(field);
    encodeValue(out, value);
  }
}

void decodeAnswered(ByteReader& in, DroppedAnswer& answer) {
  answer.type = static_cast<TypeNumber>(in.upTo(UINT32_MAX));
  answer.formVersion = static_cast<std::uint32_t>(in.upTo(UINT32_MAX));
  for (std::size_t left = in.count(limits::kFieldsPerType); left > 0 && in.ok(); --left) {
    const auto field = static_cast<FieldNumber>(in.upTo(UINT32_MAX));
    if (!answer.values.empty() && field <= answer.values.back().first) in.fail();
    answer.values.emplace_back(field, decodeValue(in));
  }
}

Bytes encodeFrame(const Drop& drop) {
  ByteWriter out;
  out.varint(drop.answers.size());
  for (const DroppedAnswer& answer : drop.answers) {
    out.uuid(answer.id);
    encodeAnswered(out, answer);
  }
  return packFrame(FrameKind::kDrop, out.bytes());
}

Drop readDrop(ByteReader& in) {
  Drop drop;
  for (std::size_t left = in.count(limits::kDropsPerFrame); left > 0 && in.ok(); --left) {
    DroppedAnswer answer;
    answer.id = in.uuid();
    decodeAnswered(in, answer);
    // One order only, so that it cannot tell who answered first.
    if (!drop.answers.empty() && !(drop.answers.back().id < answer.id)) in.fail();
    drop.answers.push_back(std::move(answer));
  }
  return drop;
}

Bytes encodeFrame(const DropKept& kept) {
  ByteWriter out;
  out.varint(kept.ids.size());
  for (const Uuid& id : kept.ids) out.uuid(id);
  return packFrame(FrameKind::kDropKept, out.bytes());
}

DropKept readDropKept(ByteReader& in) {
  DropKept kept;
  for (std::size_t left = in.count(limits::kDropsPerFrame); left > 0 && in.ok(); --left) {
    const Uuid id = in.uuid();
    if (!kept.ids.empty() && !(kept.ids.back() < id)) in.fail();
    kept.ids.push_back(id);
  }
  return kept;
}

}  // namespace rapport
