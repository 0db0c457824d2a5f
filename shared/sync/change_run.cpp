#include "shared/sync/change_run.h"

#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"

namespace rapport {

Error noRun(std::string why) { return Error{ErrorCode::kInvalid, std::move(why)}; }

std::size_t ChangeRun::sizeBytes() const {
  std::size_t sum = 0;
  for (const Bytes& change : encoded) sum += change.size();
  return sum;
}

Result<ChangeRun> decodeRun(std::vector<Bytes> encoded, ReplicaId replica) {
  ChangeRun whole;
  whole.replica = replica;
  whole.encoded = std::move(encoded);
  std::vector<Arrived>& run = whole.changes;
  run.reserve(whole.encoded.size());
  for (const Bytes& bytes : whole.encoded) {
    auto change = decodeChange(bytes);
    if (!change) return change.error();
    if (change->dot.replica != replica)
      return noRun("A change names another device than this one.");
    if (!run.empty() && change->dot.counter != run.back().change.dot.counter + 1) {
      return noRun("The changes do not follow one another.");
    }
    run.push_back({*std::move(change), &bytes, hashOfChange(bytes)});
  }
  if (!run.empty() && run.back().change.act == Act::kGoesOn) {
    return noRun("The changes of one act were torn apart.");
  }
  return whole;
}

Result<ChangeRun> decodeOffered(OfferChanges offer, ReplicaId replica) {
  std::vector<Bytes> encoded;
  std::vector<PriorVerdict> priors;
  for (auto& each : offer.changes) {
    auto* plain = std::get_if<OfferedChange>(&each);
    if (plain == nullptr) return noRun("This server cannot take back what the tablet gives.");
    encoded.push_back(std::move(plain->change));
    priors.push_back(std::move(plain->verdict));
  }
  auto run = decodeRun(std::move(encoded), replica);
  if (!run) return run;
  run->priors = std::move(priors);
  for (std::size_t i = 0; i < run->changes.size(); ++i) run->changes[i].prior = &run->priors[i];
  return run;
}

// The changes of the act that begins at `from`.
std::span<const Arrived> actAt(std::span<const Arrived> run, std::size_t from) {
  std::size_t end = from;
  while (run[end].change.act == Act::kGoesOn) ++end;
  return run.subspan(from, end - from + 1);
}

}  // namespace rapport
