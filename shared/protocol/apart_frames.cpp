#include "shared/base/limits.h"
#include "shared/protocol/frame_parts.h"
#include "shared/protocol/packing.h"
#include "shared/protocol/reserved_codec.h"

// What travels apart from changes and states and is reserved: sealed bodies, other tablets' runs.

namespace rapport {
namespace {

enum RelayedKind : std::uint8_t { kPlain = 0, kSealedToServer = 1 };

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
