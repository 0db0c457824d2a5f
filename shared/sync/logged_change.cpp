#include "shared/sync/logged_change.h"

#include "shared/protocol/change_codec.h"

namespace rapport {

Status goUnder(Change& change, const Dot& dot, const Digest& hash) {
  if (change.dot == dot) return {};
  if (change.dot.counter != dot.counter) {
    return Error{ErrorCode::kInvalid, "A change stands in another place than it was written for."};
  }
  if (!change.former) change.former = FormerName{change.dot, hash};
  change.dot = dot;
  return {};
}

Result<Change> loggedChange(const LogEntry& entry) {
  auto change = decodeChange(entry.change);
  if (!change) return change;
  if (const Status named = goUnder(*change, entry.dot, entry.hash); !named) return named.error();
  return change;
}

}  // namespace rapport
