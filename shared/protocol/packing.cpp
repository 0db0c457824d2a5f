#include "shared/protocol/packing.h"

#include <memory>

#include <zstd.h>

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"

namespace rapport {
namespace {

constexpr std::uint8_t kCompressed = 1;
constexpr int kLevel = 1;
constexpr std::size_t kWorthCompressing = 128;  // below, zstd's own header eats what it saves

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

Error malformed() {
  return Error{ErrorCode::kInvalid, "A message is not in the form of the protocol."};
}

Error tooLarge() { return Error{ErrorCode::kTooLarge, "A message is larger than one may be."}; }

}  // namespace

Bytes packFrame(FrameKind kind, ByteView body) {
  const Bytes smaller = body.size() >= kWorthCompressing ? compressed(body) : Bytes{};
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
  if (!in.ok() || (flags & ~kCompressed) != 0) return malformed();
  if (flags == 0) return Unpacked{kind, Bytes(in.raw(in.left()))};
  const std::uint64_t sizeBytes = in.varint();
  if (sizeBytes > limits::kFrameUnpackedBytes) return tooLarge();
  const ByteView packed = in.raw(in.left());
  Bytes body(static_cast<std::size_t>(sizeBytes), '\0');
  const std::size_t got =
      ZSTD_decompressDCtx(decompressor(), body.data(), body.size(), packed.data(), packed.size());
  if (!in.ok() || ZSTD_isError(got) != 0 || got != body.size()) return malformed();
  return Unpacked{kind, std::move(body)};
}

}  // namespace rapport
