#pragma once

#include <cstdint>

#include "shared/protocol/restore_frames.h"
#include "shared/sync/local_store.h"

namespace rapport {

// How far one frame of changes is filled.
struct FilledFrame {
  std::size_t targetBytes;
  std::size_t sizeBytes = 0;

  bool isFull(std::size_t things) const;
};

// Own changes after `sentThrough` and up to `through` as they are offered: acts whole, each with
// what was said of it, if anything ever was; sealed ones as they are kept, erased ones without
// their words. Moves `sentThrough` on.
Result<OfferChanges> nextOffered(LocalStore& store, std::uint64_t& sentThrough,
                                 std::uint64_t through, FilledFrame& filled);

}  // namespace rapport
