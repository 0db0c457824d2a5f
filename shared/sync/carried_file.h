#pragma once

#include <functional>
#include <memory>
#include <string>

#include "shared/base/bytes.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"

namespace rapport {

class SealingKey;
class SigningKey;
struct SealingPublicKey;

// What a tablet that reaches no network gives a person to carry to its office (PROTOCOL.md "Carried
// by hand"): the frames that it would send, sealed to the office and signed by the device. Written
// and read piece by piece, so that neither end holds all of it.

// Where it is written, and where it is read from: exactly as many bytes as asked for, fewer only at
// the end.
using CarriedSink = std::function<Status(ByteView)>;
using CarriedSource = std::function<Result<Bytes>(std::size_t)>;

struct CarriedHead {
  std::string programme;
  ReplicaId replica;
  WallTime writtenAt;
  bool operator==(const CarriedHead&) const = default;
};

class CarriedWriter {
 public:
  // kInvalid when the office's key cannot be sealed to; else what the sink says.
  static Result<CarriedWriter> begin(const CarriedHead& head, const SealingPublicKey& office,
                                     const SigningKey& device, Random& random, CarriedSink sink);
  CarriedWriter(CarriedWriter&&) noexcept;
  ~CarriedWriter();

  Status add(ByteView frame);  // at most limits::kFrameBytes
  Status finish();             // once: without it the file is worth nothing

 private:
  struct State;
  explicit CarriedWriter(std::unique_ptr<State> state);

  std::unique_ptr<State> state_;
};

// What a reader does with a file: whose key its device has, or why it is not taken; and each frame.
struct CarriedVisit {
  std::function<Result<Bytes>(const CarriedHead&)> keyOf;  // Ed25519, 32 bytes
  std::function<Status(ByteView frame)> each;
};

// The signature stands at the end: whoever acts on what a file says reads it twice. kInvalid: it is
// no such file. kRefused: sealed to another office, changed, cut off, or not signed by the device
// that it names.
Status readCarried(const SealingKey& office, CarriedSource source, const CarriedVisit& visit);

}  // namespace rapport
