#include "shared/base/limits.h"
#include "shared/merge/value_codec.h"
#include "shared/protocol/frame_parts.h"
#include "shared/protocol/packing.h"
#include "shared/protocol/reserved_codec.h"

// What travels apart from changes and states and is reserved: dropped answers, sealed bodies, other
// tablets' runs.

namespace rapport {
namespace {

enum RelayedKind : std::uint8_t { kPlain = 0, kSealedToServer = 1 };

void writeValues(ByteWriter& out, const std::vector<std::pair<FieldNumber, Value>>& values) {
  out.varint(values.size());
  for (const auto& [field, value] : values) {
    out.varint(field);
    encodeValue(out, value);
  }
}

std::vector<std::pair<FieldNumber, Value>> readValues(ByteReader& in) {
  std::vector<std::pair<FieldNumber, Value>> values;
  for (std::size_t left = in.count(limits::kFieldsPerType); left > 0 && in.ok(); --left) {
    const auto field = static_cast<FieldNumber>(in.upTo(UINT32_MAX));
    if (!values.empty() && field <= values.back().first) in.fail();
    values.emplace_back(field, decodeValue(in));
  }
  return values;
}

SealedBody readBody(ByteReader& in) {
  SealedBody body;
  body.counter = in.varint();
  body.record.uuid = in.uuid();
  for (std::size_t left = in.count(limits::kSealedReaders); left > 0 && in.ok(); --left) {
    SealedKey key;
    key.reader = readDigest(in);
    key.key = in.raw(limits::kSealedKeyBytes);
    if (!body.keys.empty() && !(body.keys.back().reader < key.reader)) in.fail();
    body.keys.push_back(std::move(key));
  }
  body.body = in.blob(limits::kSealedBytes);
  if (body.keys.empty()) in.fail();
  return body;
}

struct WriteRelayed {
  ByteWriter& out;
  void operator()(const Bytes& change) const {
    out.byte(kPlain);
    out.blob(change);
  }
  void operator()(const RelayedSealedChange& change) const {
    out.byte(kSealedToServer);
    writeDigest(out, change.hash);
    out.blob(change.sealed);
  }
};

}  // namespace

Bytes encodeFrame(const Drop& drop) {
  ByteWriter out;
  out.varint(drop.answers.size());
  for (const DroppedAnswer& answer : drop.answers) {
    out.uuid(answer.id);
    out.varint(answer.type);
    out.varint(answer.formVersion);
    writeValues(out, answer.values);
  }
  return packFrame(FrameKind::kDrop, out.bytes());
}

Drop readDrop(ByteReader& in) {
  Drop drop;
  for (std::size_t left = in.count(limits::kDropsPerFrame); left > 0 && in.ok(); --left) {
    DroppedAnswer answer;
    answer.id = in.uuid();
    answer.type = static_cast<TypeNumber>(in.upTo(UINT32_MAX));
    answer.formVersion = static_cast<std::uint32_t>(in.upTo(UINT32_MAX));
    answer.values = readValues(in);
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

Bytes encodeFrame(const Sealed& sealed) {
  ByteWriter out;
  out.varint(sealed.bodies.size());
  for (const SealedBody& body : sealed.bodies) {
    out.varint(body.counter);
    out.uuid(body.record.uuid);
    out.varint(body.keys.size());
    for (const SealedKey& key : body.keys) {
      writeDigest(out, key.reader);
      out.raw(key.key);
    }
    out.blob(body.body);
  }
  return packFrame(FrameKind::kSealed, out.bytes());
}

Sealed readSealed(ByteReader& in) {
  Sealed sealed;
  for (std::size_t left = in.count(limits::kChangesPerFrame); left > 0 && in.ok(); --left) {
    SealedBody body = readBody(in);
    if (!sealed.bodies.empty() && body.counter <= sealed.bodies.back().counter) in.fail();
    sealed.bodies.push_back(std::move(body));
  }
  return sealed;
}

Bytes encodeFrame(const Relay& relay) {
  ByteWriter out;
  out.uuid(relay.author.uuid);
  out.varint(relay.after);
  out.varint(relay.changes.size());
  for (const auto& change : relay.changes) std::visit(WriteRelayed{out}, change);
  out.raw(relay.signature);
  return packFrame(FrameKind::kRelay, out.bytes());
}

Relay readRelay(ByteReader& in) {
  Relay relay;
  relay.author.uuid = in.uuid();
  relay.after = in.varint();
  for (std::size_t left = in.count(limits::kChangesPerFrame); left > 0 && in.ok(); --left) {
    if (in.upTo(kSealedToServer) == kPlain) {
      relay.changes.emplace_back(Bytes(in.blob(limits::kChangeBytes)));
      continue;
    }
    RelayedSealedChange change;
    change.hash = readDigest(in);
    change.sealed = in.blob(limits::kSealedBytes);
    relay.changes.emplace_back(std::move(change));
  }
  relay.signature = in.raw(kSignatureBytes);
  if (relay.changes.empty()) in.fail();
  return relay;
}

Bytes relaySignedBytes(ReplicaId author, std::uint64_t lastCounter, const Digest& chain) {
  ByteWriter out;
  out.raw("rapport relay 1\n");
  out.uuid(author.uuid);
  out.fixed64(lastCounter);
  writeDigest(out, chain);
  return out.take();
}

Bytes encodeFrame(const RelayVerdicts& verdicts) {
  ByteWriter out;
  out.uuid(verdicts.author.uuid);
  writeVerdicts(out, verdicts.verdicts);
  return packFrame(FrameKind::kRelayVerdicts, out.bytes());
}

RelayVerdicts readRelayVerdicts(ByteReader& in) {
  RelayVerdicts verdicts;
  verdicts.author.uuid = in.uuid();
  verdicts.verdicts = readVerdicts(in);
  return verdicts;
}

}  // namespace rapport
