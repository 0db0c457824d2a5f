#include "shared/protocol/packing.h"

#include <algorithm>
#include <memory>
#include <optional>

#include <zstd.h>
#include <zstd_errors.h>

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

constexpr std::uint8_t kCompressed = 1;
constexpr int kLevel = 1;
constexpr std::size_t kWorthCompressing = 128;  // below, zstd's own header eats what it saves
constexpr std::size_t kControlBodyBytes = limits::kControlBytes + 128;  // a hello's signature too

// Room for what a frame unpacks to: enough at once for what people write, grown for the rest.
constexpr std::size_t kFirstRoom = 64 * 1024;
constexpr std::size_t kUsualRatio = 32;
constexpr std::size_t kRoomGrowth = 8;

// What may be kept can also be sent, even if nothing of it compresses.
constexpr std::size_t kAroundBytes = 32 * 1024;  // kinds, counts, sizes, ids to forget
static_assert(limits::kActBytes + kAroundBytes <= limits::kFrameBytes);
static_assert(limits::kFrameTargetBytes + limits::kChangeBytes + kAroundBytes <=
              limits::kFrameBytes);
static_assert(limits::kFrameTargetBytes + limits::kStateBytes + kAroundBytes <=
              limits::kFrameBytes);

struct FreeCompressor {
  void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
};
struct FreeDecompressor {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// A context costs more to make than a small frame to compress; each thread keeps its own.
ZSTD_CCtx* compressor() {
  thread_local const std::unique_ptr<ZSTD_CCtx, FreeCompressor> context(ZSTD_createCCtx());
  return context.get();
}

ZSTD_DCtx* decompressor() {
  thread_local const std::unique_ptr<ZSTD_DCtx, FreeDecompressor> context(ZSTD_createDCtx());
  return context.get();
}

Bytes compressed(ByteView body) {
  Bytes out(ZSTD_compressBound(body.size()), '\0');
  const std::size_t sizeBytes =
      ZSTD_compressCCtx(compressor(), out.data(), out.size(), body.data(), body.size(), kLevel);
  if (ZSTD_isError(sizeBytes) != 0) return {};
  out.resize(sizeBytes);
  return out;
}

// Control messages are small, and most of what a stranger may say: they travel as they are.
bool isControl(FrameKind kind) {
  switch (kind) {
    case FrameKind::kWelcome:
    case FrameKind::kHello:
    case FrameKind::kAccepted:
    case FrameKind::kRefusal:
    case FrameKind::kPull:
    case FrameKind::kTook:
    case FrameKind::kHeartbeat:
    case FrameKind::kFork:
      return true;
    default:
      return false;
  }
}

// Empty unless it is one zstd frame of exactly this size. The size is only a claim: memory grows
// with what really comes out.
std::optional<Bytes> unpacked(ByteView packed, std::size_t sizeBytes) {
  if (ZSTD_findFrameCompressedSize(packed.data(), packed.size()) != packed.size()) return {};
  Bytes body;
  for (std::size_t room = std::max(kFirstRoom, packed.size() * kUsualRatio);; room *= kRoomGrowth) {
    body.resize(std::min(room, sizeBytes));
    const std::size_t got =
        ZSTD_decompressDCtx(decompressor(), body.data(), body.size(), packed.data(), packed.size());
    if (got == sizeBytes) return body;
    const bool wantsRoom = ZSTD_getErrorCode(got) == ZSTD_error_dstSize_tooSmall;
    if (!wantsRoom || body.size() == sizeBytes) return {};
  }
}

Error malformed() {
  return Error{ErrorCode::kInvalid, "A message is not in the form of the protocol."};
}

Error tooLarge() { return Error{ErrorCode::kTooLarge, "A message is larger than one may be."}; }

}  // namespace

Bytes packFrame(FrameKind kind, ByteView body) {
  const bool worth = body.size() >= kWorthCompressing && !isControl(kind);
  const Bytes smaller = worth ? compressed(body) : Bytes{};
  const bool pays = !smaller.empty() && smaller.size() + 3 < body.size();
  ByteWriter out;
  out.byte(static_cast<std::uint8_t>(kind));
  out.byte(pays ? kCompressed : 0);
  if (pays) {
    out.varint(body.size());
    out.raw(smaller);
  } else {
    out.raw(body);
  }
  return out.take();
}

Result<Unpacked> unpackFrame(ByteView frame) {
  if (frame.size() > limits::kFrameBytes) return tooLarge();
  ByteReader in(frame);
  const auto kind = static_cast<FrameKind>(in.byte());
  const std::uint8_t flags = in.byte();
  if (!in.ok() || (flags & ~(isControl(kind) ? 0U : kCompressed)) != 0) return malformed();
  if (flags == 0) {
    if (isControl(kind) && in.left() > kControlBodyBytes) return tooLarge();
    return Unpacked{kind, Bytes(in.raw(in.left()))};
  }
  const std::uint64_t sizeBytes = in.varint();
  if (sizeBytes > limits::kFrameUnpackedBytes) return tooLarge();
  const ByteView packed = in.raw(in.left());
  auto body = in.ok() ? unpacked(packed, static_cast<std::size_t>(sizeBytes)) : std::nullopt;
  if (!body) return malformed();
  return Unpacked{kind, *std::move(body)};
}

}  // namespace rapport
