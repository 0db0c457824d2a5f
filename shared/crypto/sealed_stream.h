#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include "shared/base/bytes.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/crypto/sealed_box.h"
#include "shared/crypto/secret.h"

namespace rapport {

// A long sealed box: bytes of any number that only the owner of a sealing key can read, written and
// read in blocks, so that neither end holds all of them.
//
//   16 bytes   "rapport sealed 1"
//   80 bytes   the stream's own random key in a sealed box (sealed_box.h)
//   24 bytes   header of libsodium's secretstream (XChaCha20-Poly1305)
//   blocks     64 KiB of plain text each but the last, and 17 bytes more; the last is marked as
//   such
//
// Every block is authenticated with its place, and the last one says that it is the last: what was
// changed, moved, cut off or appended is noticed.
inline constexpr std::size_t kSealedBlockBytes = 64 * 1024;

class SealedStreamWriter {
 public:
  using Sink = std::function<Status(ByteView)>;

  // kInvalid when the key is no point that can be sealed to; else what the sink says.
  static Result<SealedStreamWriter> begin(const SealingPublicKey& reader, Random& random,
                                          Sink sink);
  SealedStreamWriter(SealedStreamWriter&&) noexcept;
  ~SealedStreamWriter();

  Status add(ByteView plain);
  Status finish();  // once; nothing can be added after it
  // For reading back at once what was written. Whoever holds it can read the whole stream.
  SecretKey key() const;

 private:
  struct State;
  explicit SealedStreamWriter(std::unique_ptr<State> state);
  Status writeBlock(ByteView plain, unsigned char tag);

  std::unique_ptr<State> state_;
};

class SealedStreamReader {
 public:
  // Answers exactly as many bytes as asked for; fewer only where the stream ends.
  using Source = std::function<Result<Bytes>(std::size_t)>;

  // kInvalid: no sealed stream. kRefused: sealed to another key, or changed.
  static Result<SealedStreamReader> begin(const SealingKey& key, Source source);
  static Result<SealedStreamReader> begin(const SecretKey& streamKey, Source source);
  SealedStreamReader(SealedStreamReader&&) noexcept;
  ~SealedStreamReader();

  // The next bytes, exactly so many. kRefused: they were changed, or the stream is cut off.
  Result<Bytes> take(std::size_t sizeBytes);
  // Ok when all was taken and the end is the writer's.
  Status finish();

 private:
  struct State;
  explicit SealedStreamReader(std::unique_ptr<State> state);
  static Result<SealedStreamReader> beginWith(const SecretKey& streamKey, Source source);
  Status readBlock();

  std::unique_ptr<State> state_;
};

}  // namespace rapport
