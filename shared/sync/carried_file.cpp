#include "shared/sync/carried_file.h"

#include <optional>
#include <utility>

#include "shared/base/byte_reader.h"
#include "shared/base/byte_writer.h"
#include "shared/base/limits.h"
#include "shared/crypto/digest.h"
#include "shared/crypto/sealed_stream.h"
#include "shared/crypto/signing.h"

namespace rapport {
namespace {

constexpr ByteView kMagic = "rapport carried1";
// A domain that no other signature of Rapport uses.
constexpr ByteView kDomain{"rapport carried file\0", 21};
constexpr std::size_t kLengthBytes = 4;
constexpr std::size_t kHeadBytes = limits::kNameBytes + 64;  // a name, an id, a time

Bytes lengthOf(std::size_t sizeBytes) {
  Bytes length;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    length.push_back(static_cast<char>((sizeBytes >> (8 * i)) & 0xFFU));
  }
  return length;
}

std::size_t lengthIn(ByteView bytes) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < kLengthBytes; ++i) {
    length |= std::size_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
  }
  return length;
}

Bytes encodeHead(const CarriedHead& head) {
  ByteWriter out;
  out.blob(head.programme);
  out.uuid(head.replica.uuid);
  out.zigzag(head.writtenAt.time_since_epoch().count());
  return out.take();
}

Error noSuchFile() {
  return {ErrorCode::kInvalid, "This is no file that a tablet wrote for its office."};
}

Result<CarriedHead> decodeHead(ByteView bytes) {
  ByteReader in(bytes);
  CarriedHead head;
  head.programme = in.blob(limits::kNameBytes);
  head.replica.uuid = in.uuid();
  head.writtenAt = WallTime{std::chrono::milliseconds{in.zigzag()}};
  if (!in.finished()) return noSuchFile();
  return head;
}

Bytes signedBytes(DigestStream& digest) {
  const Digest all = digest.finish();
  return Bytes(kDomain) + Bytes(viewOf(all));
}

// What stands there, piece by piece, and the digest of all of it.
class Pieces {
 public:
  explicit Pieces(SealedStreamReader stream) : stream_(std::move(stream)) {}

  Result<Bytes> take(std::size_t sizeBytes) {
    auto bytes = stream_.take(sizeBytes);
    if (bytes) digest_.add(*bytes);
    return bytes;
  }
  // Empty: it was the last.
  Result<Bytes> next(std::size_t mostBytes) {
    const auto length = take(kLengthBytes);
    if (!length) return length;
    const std::size_t sizeBytes = lengthIn(*length);
    if (sizeBytes > mostBytes) return noSuchFile();
    return sizeBytes == 0 ? Result<Bytes>(Bytes{}) : take(sizeBytes);
  }
  Status checkEnd(const std::optional<PublicKey>& device) {
    const Bytes message = signedBytes(digest_);
    const auto bytes = stream_.take(Signature{}.bytes.size());
    if (!bytes) return bytes.error();
    const auto signature = Signature::fromBytes(*bytes);
    if (!device || !signature || !verify(*device, message, *signature)) {
      return Error{ErrorCode::kRefused,
                   "This file is not signed by the tablet that it names. Nothing of it was taken."};
    }
    return stream_.finish();
  }

 private:
  SealedStreamReader stream_;
  DigestStream digest_;
};

}  // namespace

struct CarriedWriter::State {
  SealedStreamWriter stream;
  const SigningKey& device;
  DigestStream digest;

  Status put(ByteView bytes) {
    digest.add(bytes);
    return stream.add(bytes);
  }
  Status piece(ByteView bytes) {
    const Status length = put(lengthOf(bytes.size()));
    return length ? put(bytes) : length;
  }
};

CarriedWriter::CarriedWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
CarriedWriter::CarriedWriter(CarriedWriter&&) noexcept = default;
CarriedWriter::~CarriedWriter() = default;

Result<CarriedWriter> CarriedWriter::begin(const CarriedHead& head, const SealingPublicKey& office,
                                           const SigningKey& device, Random& random,
                                           CarriedSink sink) {
  auto stream = SealedStreamWriter::begin(office, random, std::move(sink));
  if (!stream) return stream.error();
  CarriedWriter writer(
      std::make_unique<State>(State{std::move(stream).value(), device, DigestStream{}}));
  if (const Status begun = writer.state_->put(kMagic); !begun) return begun.error();
  if (const Status named = writer.state_->piece(encodeHead(head)); !named) return named.error();
  return writer;
}

Status CarriedWriter::add(ByteView frame) { return state_->piece(frame); }

Status CarriedWriter::finish() {
  if (const Status last = state_->put(lengthOf(0)); !last) return last;
  const Signature signature = state_->device.sign(signedBytes(state_->digest));
  if (const Status written = state_->stream.add(signature.view()); !written) return written;
  return state_->stream.finish();
}

Status readCarried(const SealingKey& office, CarriedSource source, const CarriedVisit& visit) {
  auto stream = SealedStreamReader::begin(office, std::move(source));
  if (!stream) return stream.error();
  Pieces pieces(std::move(stream).value());
  const auto magic = pieces.take(kMagic.size());
  if (!magic) return magic.error();
  if (*magic != kMagic) return noSuchFile();
  const auto headBytes = pieces.next(kHeadBytes);
  if (!headBytes) return headBytes.error();
  const auto head = decodeHead(*headBytes);
  if (!head) return head.error();
  const auto device = visit.keyOf(*head);
  if (!device) return device.error();
  while (true) {
    const auto frame = pieces.next(limits::kFrameBytes);
    if (!frame) return frame.error();
    if (frame->empty()) break;
    if (const Status taken = visit.each(*frame); !taken) return taken;
  }
  return pieces.checkEnd(PublicKey::fromBytes(*device));
}

}  // namespace rapport
