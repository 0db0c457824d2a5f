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
  const Bytes* encoded = nullptr;  // borrowed from the run's bytes
  Digest hash{};
};

// What a tablet sent that is no run of its changes: kInvalid, the session ends, nothing is applied.
Error noRun(std::string why);

// One replica's changes in counter order, without a gap, with whole acts; else noRun.
Result<std::vector<Arrived>> decodeRun(std::span<const Bytes> changes, ReplicaId replica);

// The changes of the act that begins at `from`.
std::span<const Arrived> actAt(const std::vector<Arrived>& run, std::size_t from);

}  // namespace rapport
