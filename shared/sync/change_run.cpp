#include "shared/sync/change_run.h"

#include "shared/crypto/sealed_box.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"
#include "shared/sync/logged_change.h"

namespace rapport {

Error noRun(std::string why) { return Error{ErrorCode::kInvalid, std::move(why)}; }

std::size_t ChangeRun::sizeBytes() const {
  std::size_t sum = 0;
  for (const Bytes& change : encoded) sum += change.size();
  return sum;
}

namespace {

// Fits behind what the run holds, and is this replica's.
Status checkPlace(const std::vector<Arrived>& run, const Dot& dot, ReplicaId replica) {
  if (dot.replica != replica) return noRun("A change names another device than this one.");
  if (!run.empty() && dot.counter != run.back().change.dot.counter + 1) {
    return noRun("The changes do not follow one another.");
  }
  return {};
}

Status addChange(ChangeRun& run, const Bytes& bytes) {
  auto change = decodeChange(bytes);
  if (!change) return change.error();
  if (const Status fits = checkPlace(run.changes, change->dot, run.replica); !fits) return fits;
  run.changes.push_back({*std::move(change), &bytes, hashOfChange(bytes)});
  return {};
}

// Sealed to a key that this office does not have, or damaged on its tablet: what lies behind it
// must not wait for it. Kept as the tablet keeps it, but for a head that did not travel.
Status addUnopened(ChangeRun& run, OfferedSealedChange& sealed, Bytes& box) {
  Arrived arrived;
  arrived.change.dot = {run.replica, sealed.counter};
  arrived.unopened = true;
  if (sealed.counter == 0) return noRun("A change without a counter is none.");
  if (const Status fits = checkPlace(run.changes, arrived.change.dot, run.replica); !fits) {
    return fits;
  }
  box = encodeSealedChange({arrived.change, std::move(sealed.sealed)});
  arrived.encoded = &box;
  arrived.hash = sealed.hash;
  run.changes.push_back(std::move(arrived));
  return {};
}

// Judged, hashed and logged as if it had come in the open: that it was sealed is between a tablet
// and its owner.
Status addSealed(ChangeRun& run, OfferedSealedChange& sealed, const SealingKey& opens,
                 Bytes& plain) {
  auto opened = opens.open(sealed.sealed);
  if (!opened) return addUnopened(run, sealed, plain);
  plain = *std::move(opened);
  auto change = decodeChange(plain);
  if (!change) return change.error();
  Arrived arrived{*std::move(change), &plain, hashOfChange(plain)};
  if (arrived.hash != sealed.hash) return noRun("What was sealed is not what its tablet says.");
  const Dot dot{run.replica, sealed.counter};
  if (arrived.change.dot != dot) arrived.sealedAs = arrived.change.dot.replica;
  if (const Status named = goUnder(arrived.change, dot, arrived.hash); !named) return named;
  if (const Status fits = checkPlace(run.changes, dot, run.replica); !fits) return fits;
  run.changes.push_back(std::move(arrived));
  return {};
}

Status addErased(ChangeRun& run, const OfferedErasedChange& erased, const Bytes& nothing) {
  Arrived arrived;
  arrived.change.dot = {run.replica, erased.counter};
  arrived.change.record = erased.record;
  arrived.change.type = erased.type;
  arrived.encoded = &nothing;
  arrived.hash = erased.hash;
  arrived.erased = true;
  if (erased.counter == 0) return noRun("A change without a counter is none.");
  if (const Status fits = checkPlace(run.changes, arrived.change.dot, run.replica); !fits) {
    return fits;
  }
  run.changes.push_back(std::move(arrived));
  return {};
}

Status checkActs(const std::vector<Arrived>& run) {
  if (run.empty() || run.back().change.act == Act::kEnds) return {};
  return noRun("The changes of one act were torn apart.");
}

}  // namespace

Result<ChangeRun> decodeRun(std::vector<Bytes> encoded, ReplicaId replica) {
  ChangeRun run;
  run.replica = replica;
  run.encoded = std::move(encoded);
  run.changes.reserve(run.encoded.size());
  for (const Bytes& bytes : run.encoded) {
    if (const Status added = addChange(run, bytes); !added) return added.error();
  }
  if (const Status whole = checkActs(run.changes); !whole) return whole.error();
  return run;
}

Result<ChangeRun> decodeOffered(OfferChanges offer, ReplicaId replica, const SealingKey* opens) {
  ChangeRun run;
  run.replica = replica;
  // Borrowed from by each change: they must not move.
  run.encoded.reserve(offer.changes.size());
  run.priors.reserve(offer.changes.size());
  for (auto& each : offer.changes) {
    run.encoded.emplace_back();
    run.priors.emplace_back();
    Status added = noRun("This server cannot take back what the tablet gives.");
    if (auto* plain = std::get_if<OfferedChange>(&each)) {
      run.encoded.back() = std::move(plain->change);
      run.priors.back() = std::move(plain->verdict);
      added = addChange(run, run.encoded.back());
      if (added) run.changes.back().prior = &run.priors.back();
    } else if (auto* sealed = std::get_if<OfferedSealedChange>(&each); sealed && opens) {
      run.priors.back() = std::move(sealed->verdict);
      added = addSealed(run, *sealed, *opens, run.encoded.back());
      if (added) run.changes.back().prior = &run.priors.back();
    } else if (const auto* erased = std::get_if<OfferedErasedChange>(&each)) {
      added = addErased(run, *erased, run.encoded.back());
    }
    if (!added) return added.error();
  }
  if (const Status whole = checkActs(run.changes); !whole) return whole.error();
  return run;
}

// The changes of the act that begins at `from`.
std::span<const Arrived> actAt(std::span<const Arrived> run, std::size_t from) {
  std::size_t end = from;
  while (run[end].change.act == Act::kGoesOn) ++end;
  return run.subspan(from, end - from + 1);
}

}  // namespace rapport
