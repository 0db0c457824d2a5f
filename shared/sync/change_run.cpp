#include "shared/sync/change_run.h"

#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"

namespace rapport {

Error noRun(std::string why) { return Error{ErrorCode::kInvalid, std::move(why)}; }

Result<std::vector<Arrived>> decodeRun(std::span<const Bytes> changes, ReplicaId replica) {
  std::vector<Arrived> run;
  run.reserve(changes.size());
  for (const Bytes& encoded : changes) {
    auto change = decodeChange(encoded);
    if (!change) return change.error();
    if (change->dot.replica != replica)
      return noRun("A change names another device than this one.");
    if (!run.empty() && change->dot.counter != run.back().change.dot.counter + 1) {
      return noRun("The changes do not follow one another.");
    }
    run.push_back({*std::move(change), &encoded, hashOfChange(encoded)});
  }
  if (!run.empty() && run.back().change.act == Act::kGoesOn) {
    return noRun("The changes of one act were torn apart.");
  }
  return run;
}

// The changes of the act that begins at `from`.
std::span<const Arrived> actAt(const std::vector<Arrived>& run, std::size_t from) {
  std::size_t end = from;
  while (run[end].change.act == Act::kGoesOn) ++end;
  return std::span(run).subspan(from, end - from + 1);
}

}  // namespace rapport
