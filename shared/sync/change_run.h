#pragma once

#include <span>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/merge/change.h"

namespace rapport {

// A change as it arrived, decoded and hashed.
struct Arrived {
  Change change;
  const Bytes* encoded = nullptr;  // borrowed from the run
  Digest hash{};
};

// One replica's changes in counter order, without a gap, with whole acts, and the bytes they came
// in. Made before anybody holds the store: reading and hashing need none of it.
struct ChangeRun {
  ReplicaId replica;
  std::vector<Arrived> changes;
  std::vector<Bytes> encoded;

  ChangeRun() = default;
  ChangeRun(ChangeRun&&) = default;
  ChangeRun& operator=(ChangeRun&&) = default;

  std::size_t sizeBytes() const;
};

// What a tablet sent that is no run of its changes: kInvalid, the session ends, nothing is applied.
Error noRun(std::string why);

// What a replica sent, if it is a run of its changes; else noRun.
Result<ChangeRun> decodeRun(std::vector<Bytes> encoded, ReplicaId replica);

// The changes of the act that begins at `from`.
std::span<const Arrived> actAt(std::span<const Arrived> run, std::size_t from);

}  // namespace rapport
