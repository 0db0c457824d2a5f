#include "shared/protocol/control_frames.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/protocol/control_codec.h"
#include "shared/protocol/frame_parts.h"
#include "shared/protocol/packing.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kNonceBytes = 32;
constexpr std::size_t kSealToBytes = 32;

ByteView viewOf(const Digest& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

Uuid uuidFrom(ControlReader& in, const char* key) {
  return Uuid::fromBytes(in.bytes(key, 16, 16)).value_or(Uuid{});
}

Role roleFrom(ControlReader& in, const char* key) {
  const auto role = roleNamed(in.text(key, limits::kNameBytes));
  if (!role) in.fail();
  return role.value_or(Role::kVolunteer);
}

void putCursor(Json& out, const std::optional<Cursor>& cursor) {
  if (!cursor) return;
  out["epoch"] = cursor->number.epoch.value;
  out["number"] = cursor->number.n;
  out["tag"] = cursor->tag;
}

std::optional<Cursor> cursorFrom(ControlReader& in) {
  if (!in.has("epoch")) return std::nullopt;
  Cursor cursor;
  cursor.number.epoch.value = in.number("epoch");
  cursor.number.n = in.number("number");
  cursor.tag = in.number("tag");
  return cursor;
}

Welcome welcomeFrom(ControlReader& in) {
  Welcome welcome;
  welcome.oldestVersion = static_cast<std::uint32_t>(in.number("oldest", UINT32_MAX));
  welcome.newestVersion = static_cast<std::uint32_t>(in.number("newest", UINT32_MAX));
  welcome.nonce = in.bytes("nonce", kNonceBytes, kNonceBytes);
  welcome.serverMillis = in.signedNumber("at");
  return welcome;
}

Accepted acceptedFrom(ControlReader& in) {
  Accepted accepted;
  accepted.role = roleFrom(in, "role");
  accepted.epoch.value = in.number("epoch");
  accepted.appliedThrough = in.number("applied_through");
  accepted.chainAt = in.number("chain_at");
  const Bytes chain = in.bytes("chain", accepted.chain.size(), accepted.chain.size());
  std::copy(chain.begin(), chain.end(), accepted.chain.begin());
  accepted.serverMillis = in.signedNumber("at");
  accepted.revoked = in.optionalFlag("revoked");
  if (in.has("seal_to")) accepted.sealTo = in.bytes("seal_to", kSealToBytes, kSealToBytes);
  return accepted;
}

Refusal refusalFrom(ControlReader& in) {
  Refusal refusal;
  refusal.code = static_cast<RefusalCode>(
      in.number("code", static_cast<std::uint64_t>(RefusalCode::kTrouble)));
  refusal.message = in.text("message", limits::kReasonBytes);
  return refusal;
}

Fork forkFrom(ControlReader& in) {
  Fork fork;
  fork.replica.uuid = uuidFrom(in, "replica");
  fork.forkedAfter = in.number("forked_after");
  return fork;
}

Frame frameFrom(FrameKind kind, ControlReader& in) {
  switch (kind) {
    case FrameKind::kWelcome:
      return welcomeFrom(in);
    case FrameKind::kAccepted:
      return acceptedFrom(in);
    case FrameKind::kRefusal:
      return refusalFrom(in);
    case FrameKind::kPull:
      return Pull{cursorFrom(in)};
    case FrameKind::kFork:
      return forkFrom(in);
    default:
      in.fail();
      return Refusal{};
  }
}

}  // namespace

Bytes encodeFrame(const Welcome& welcome) {
  return packFrame(FrameKind::kWelcome, toCbor({{"oldest", welcome.oldestVersion},
                                                {"newest", welcome.newestVersion},
                                                {"nonce", cborBytes(welcome.nonce)},
                                                {"at", welcome.serverMillis}}));
}

Bytes encodeFrame(const Accepted& accepted) {
  Json out = {{"role", nameOf(accepted.role)},
              {"epoch", accepted.epoch.value},
              {"applied_through", accepted.appliedThrough},
              {"chain_at", accepted.chainAt},
              {"chain", cborBytes(viewOf(accepted.chain))},
              {"at", accepted.serverMillis}};
  if (accepted.revoked) out["revoked"] = true;
  if (!accepted.sealTo.empty()) out["seal_to"] = cborBytes(accepted.sealTo);
  return packFrame(FrameKind::kAccepted, toCbor(out));
}

Bytes encodeFrame(const Refusal& refusal) {
  return packFrame(FrameKind::kRefusal, toCbor({{"code", static_cast<std::uint64_t>(refusal.code)},
                                                {"message", sentenceToSend(refusal.message)}}));
}

Bytes encodeFrame(const Pull& pull) {
  Json out = Json::object();
  putCursor(out, pull.after);
  return packFrame(FrameKind::kPull, toCbor(out));
}

Bytes encodeFrame(const Fork& fork) {
  return packFrame(FrameKind::kFork, toCbor({{"replica", cborBytes(fork.replica.uuid.view())},
                                             {"forked_after", fork.forkedAfter}}));
}

Bytes signedPartOf(const Hello& hello) {
  Json out = {{"version", hello.version},
              {"programme", hello.programme},
              {"replica", cborBytes(hello.replica.uuid.view())},
              {"counter", hello.counter},
              {"settled_through", hello.settledThrough},
              {"copy_role", nameOf(hello.copyRole)},
              {"application", hello.application}};
  putCursor(out, hello.cursor);
  return toCbor(out);
}

Result<Hello> decodeHelloPart(ByteView signedPart) {
  const auto message = fromCbor(signedPart);
  if (!message) return message.error();
  ControlReader in(*message);
  Hello hello;
  hello.version = static_cast<std::uint32_t>(in.number("version", UINT32_MAX));
  hello.programme = in.text("programme", limits::kNameBytes);
  hello.replica.uuid = uuidFrom(in, "replica");
  hello.counter = in.number("counter");
  hello.settledThrough = in.number("settled_through");
  hello.copyRole = roleFrom(in, "copy_role");
  hello.application = in.text("application", limits::kNameBytes);
  hello.cursor = cursorFrom(in);
  if (!in.ok()) return Error{ErrorCode::kInvalid, "A hello is not in the form of the protocol."};
  return hello;
}

Result<Frame> decodeControlFrame(FrameKind kind, ByteView body) {
  const auto message = fromCbor(body);
  if (!message) return message.error();
  ControlReader in(*message);
  Frame frame = frameFrom(kind, in);
  if (in.ok()) return frame;
  return Error{ErrorCode::kInvalid, "A message is not in the form of the protocol."};
}

}  // namespace rapport
