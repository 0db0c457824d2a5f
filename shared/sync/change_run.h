#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/merge/change.h"
#include "shared/protocol/restore_frames.h"

namespace rapport {

class SealingKey;

// A change as it arrived, decoded and hashed.
struct Arrived {
  Change change;
  const Bytes* encoded = nullptr;  // in the open; borrowed from the run, as is `prior`
  Digest hash{};
  const PriorVerdict* prior = nullptr;  // that its tablet says it got before a restore
  bool erased = false;  // its tablet was told to erase it: hash, record and type are all there is
  std::optional<ReplicaId> sealedAs{};  // a former name of its replica, which its bytes still bear
  bool unopened = false;  // a box that this office's key does not open: `encoded` is the box
};

// One replica's changes in counter order, without a gap, with whole acts, and the bytes they came
// in. Made before anybody holds the store: reading and hashing need none of it.
struct ChangeRun {
  ReplicaId replica;
  std::vector<Arrived> changes;
  std::vector<Bytes> encoded;
  std::vector<PriorVerdict> priors;  // of each, or of none
  // What was judged of this replica when its tablet greeted, and the chains were compared.
  std::optional<std::uint64_t> greetedThrough;

  ChangeRun() = default;
  ChangeRun(ChangeRun&&) = default;
  ChangeRun& operator=(ChangeRun&&) = default;

  std::size_t sizeBytes() const;
};

// What a tablet sent that is no run of its changes: kInvalid, the session ends, nothing is applied.
Error noRun(std::string why);

// What a replica sent, if it is a run of its changes; else noRun.
Result<ChangeRun> decodeRun(std::vector<Bytes> encoded, ReplicaId replica);

// The same of what it offers, where erased ones come without their bytes, and sealed ones are
// opened with this key; one that it does not open is unopened, a change of which nothing is known
// but its place. kInvalid too for gaps, which this version does not take back, and without a key
// for whatever is sealed.
Result<ChangeRun> decodeOffered(OfferChanges offer, ReplicaId replica, const SealingKey* opens);

// The changes of the act that begins at `from`.
std::span<const Arrived> actAt(std::span<const Arrived> run, std::size_t from);

}  // namespace rapport
