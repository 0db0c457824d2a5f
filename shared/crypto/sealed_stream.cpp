#include "shared/crypto/sealed_stream.h"

#include <algorithm>
#include <cassert>
#include <utility>

#include <sodium.h>

#include "shared/crypto/sodium.h"

namespace rapport {
namespace {

constexpr ByteView kMagic{"rapport sealed 1"};
constexpr std::size_t kSealedKeyBytes =
    crypto_secretstream_xchacha20poly1305_KEYBYTES + kSealOverheadBytes;
constexpr std::size_t kHeaderBytes = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t kBlockOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr unsigned char kMore = crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
constexpr unsigned char kLast = crypto_secretstream_xchacha20poly1305_TAG_FINAL;
static_assert(crypto_secretstream_xchacha20poly1305_KEYBYTES == 32);

Error notSealed() {
  return {ErrorCode::kInvalid, "This is no sealed file of Rapport, or its beginning is damaged."};
}

Error damaged() {
  return {ErrorCode::kRefused,
          "The file is damaged or was changed: a block of it is not what was written."};
}

Error cutOff() {
  return {ErrorCode::kRefused, "The file is not whole: it ends before what was written does."};
}

}  // namespace

struct SealedStreamWriter::State {
  ~State() { wipe(&stream, sizeof stream); }

  crypto_secretstream_xchacha20poly1305_state stream{};
  SecretKey key;
  Sink sink;
  Bytes waiting;  // less than a block and one byte: the last block is not known before the end
  bool finished = false;
};

SealedStreamWriter::SealedStreamWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
SealedStreamWriter::SealedStreamWriter(SealedStreamWriter&&) noexcept = default;
SealedStreamWriter::~SealedStreamWriter() = default;

Result<SealedStreamWriter> SealedStreamWriter::begin(const SealingPublicKey& reader, Random& random,
                                                     Sink sink) {
  sodium::ready();
  auto state = std::make_unique<State>();
  state->sink = std::move(sink);
  random.fill(state->key.span());
  const Result<Bytes> sealedKey = seal(reader, state->key.view());
  if (!sealedKey) return sealedKey.error();
  Bytes header(kHeaderBytes, '\0');
  crypto_secretstream_xchacha20poly1305_init_push(&state->stream, sodium::bytesOf(header),
                                                  state->key.data());
  for (const ByteView part : {kMagic, ByteView(*sealedKey), ByteView(header)}) {
    if (const Status written = state->sink(part); !written) return written.error();
  }
  return SealedStreamWriter(std::move(state));
}

SecretKey SealedStreamWriter::key() const { return state_->key.copy(); }

Status SealedStreamWriter::writeBlock(ByteView plain, unsigned char tag) {
  Bytes sealed(plain.size() + kBlockOverhead, '\0');
  crypto_secretstream_xchacha20poly1305_push(&state_->stream, sodium::bytesOf(sealed), nullptr,
                                             sodium::bytesOf(plain), plain.size(), nullptr, 0, tag);
  return state_->sink(sealed);
}

Status SealedStreamWriter::add(ByteView plain) {
  assert(!state_->finished);
  state_->waiting.append(plain.data(), plain.size());
  std::size_t from = 0;
  for (; state_->waiting.size() - from > kSealedBlockBytes; from += kSealedBlockBytes) {
    const ByteView block = ByteView(state_->waiting).substr(from, kSealedBlockBytes);
    if (Status written = writeBlock(block, kMore); !written) return written;
  }
  state_->waiting.erase(0, from);
  return {};
}

Status SealedStreamWriter::finish() {
  assert(!state_->finished);
  state_->finished = true;
  return writeBlock(state_->waiting, kLast);
}

struct SealedStreamReader::State {
  ~State() { wipe(&stream, sizeof stream); }

  crypto_secretstream_xchacha20poly1305_state stream{};
  Source source;
  Bytes plain;  // of the blocks read, from `taken` on
  std::size_t taken = 0;
  bool last = false;
};

SealedStreamReader::SealedStreamReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
SealedStreamReader::SealedStreamReader(SealedStreamReader&&) noexcept = default;
SealedStreamReader::~SealedStreamReader() = default;

namespace {

// Magic and sealed key.
Result<Bytes> sealedKeyFrom(const SealedStreamReader::Source& source) {
  const Result<Bytes> magic = source(kMagic.size());
  if (!magic) return magic.error();
  if (ByteView(*magic) != kMagic) return notSealed();
  Result<Bytes> sealed = source(kSealedKeyBytes);
  if (sealed && sealed->size() != kSealedKeyBytes) return cutOff();
  return sealed;
}

}  // namespace

Result<SealedStreamReader> SealedStreamReader::begin(const SealingKey& key, Source source) {
  sodium::ready();
  const Result<Bytes> sealed = sealedKeyFrom(source);
  if (!sealed) return sealed.error();
  Result<Bytes> opened = key.open(*sealed);
  if (!opened) {
    return Error{ErrorCode::kRefused,
                 "This key does not open the file: it was made for another one, or its beginning "
                 "is damaged."};
  }
  SecretKey streamKey;
  std::ranges::copy(*opened, reinterpret_cast<char*>(streamKey.data()));
  wipe(opened->data(), opened->size());
  return beginWith(streamKey, std::move(source));
}

Result<SealedStreamReader> SealedStreamReader::begin(const SecretKey& streamKey, Source source) {
  sodium::ready();
  const Result<Bytes> sealed = sealedKeyFrom(source);
  if (!sealed) return sealed.error();
  return beginWith(streamKey, std::move(source));
}

Result<SealedStreamReader> SealedStreamReader::beginWith(const SecretKey& streamKey,
                                                         Source source) {
  const Result<Bytes> header = source(kHeaderBytes);
  if (!header) return header.error();
  if (header->size() != kHeaderBytes) return cutOff();
  auto state = std::make_unique<State>();
  state->source = std::move(source);
  crypto_secretstream_xchacha20poly1305_init_pull(&state->stream, sodium::bytesOf(*header),
                                                  streamKey.data());
  return SealedStreamReader(std::move(state));
}

Status SealedStreamReader::readBlock() {
  if (state_->last) return cutOff();
  const Result<Bytes> sealed = state_->source(kSealedBlockBytes + kBlockOverhead);
  if (!sealed) return sealed.error();
  if (sealed->size() < kBlockOverhead) return cutOff();
  Bytes plain(sealed->size() - kBlockOverhead, '\0');
  unsigned char tag = kMore;
  const int opened = crypto_secretstream_xchacha20poly1305_pull(
      &state_->stream, sodium::bytesOf(plain), nullptr, &tag, sodium::bytesOf(*sealed),
      sealed->size(), nullptr, 0);
  const bool whole = sealed->size() == kSealedBlockBytes + kBlockOverhead;
  if (opened != 0) return whole ? damaged() : cutOff();
  state_->last = tag == kLast;
  state_->plain.erase(0, std::exchange(state_->taken, 0));
  state_->plain.append(plain);
  return {};
}

Result<Bytes> SealedStreamReader::take(std::size_t sizeBytes) {
  while (state_->plain.size() - state_->taken < sizeBytes) {
    if (const Status read = readBlock(); !read) return read.error();
  }
  Bytes out = state_->plain.substr(state_->taken, sizeBytes);
  state_->taken += sizeBytes;
  return out;
}

Status SealedStreamReader::finish() {
  if (!state_->last) {
    if (Status read = readBlock(); !read) return read;
  }
  const Result<Bytes> after = state_->source(1);
  if (!after) return after.error();
  if (!state_->last || state_->taken != state_->plain.size() || !after->empty()) {
    return Error{ErrorCode::kRefused, "The file holds more than was written."};
  }
  return {};
}

}  // namespace rapport
