#include <algorithm>

#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"
#include "shared/sync/client_session.h"
#include "shared/sync/formerly.h"

// What a tablet does when its database turns out to be an old image or a copy (SYNC "Who is who"):
// from the last change that the server answered here, it goes on under a new replica id.

namespace rapport {

Result<bool> ClientSession::agreesOnChain(const Accepted& accepted, const Standing& standing) {
  if (accepted.appliedThrough > standing.counter) return false;
  Digest mine{};
  if (accepted.chainAt == standing.counter) {
    mine = standing.chain;
  } else if (accepted.chainAt > 0) {
    const auto own = store_.change(accepted.chainAt);
    if (!own) return own.error();
    if (*own) mine = (*own)->chain;
  }
  return mine == accepted.chain;
}

ClientStep ClientSession::fork(const Standing& standing) {
  forking_ = Fork{{makeUuidV4(random_)}, standing.settledThrough};
  phase_ = Phase::kForking;
  ClientStep step;
  step.frames.push_back(encodeFrame(*forking_));
  return step;
}

namespace {

// What is sealed bears the old name inside, and keeps the hash of what is inside.
Status writeAnew(OwnChange& renamed) {
  if (!isSealedChange(renamed.encoded)) {
    renamed.encoded = encodeChange(renamed.change);
    renamed.hash = hashOfChange(renamed.encoded);
    return {};
  }
  auto sealed = decodeSealedChange(renamed.encoded);
  if (!sealed) return sealed.error();
  sealed->head = renamed.change;
  renamed.encoded = encodeSealedChange(*sealed);
  return {};
}

}  // namespace

// Every change that has no answer yet gets the new name. It carries its first one, however many it
// had since: under any of them the server may hold it, and says so by the first.
Status ClientSession::becomeFork(Standing& standing) {
  const ReplicaId old = standing.replica;
  const std::uint64_t after = forking_->forkedAfter;
  Digest chain{};
  if (after > 0) {
    const auto last = store_.change(after);
    if (!last) return last.error();
    if (*last) chain = (*last)->chain;
  }
  for (std::uint64_t counter = after + 1; counter <= standing.counter; ++counter) {
    auto own = store_.change(counter);
    if (!own) return own.error();
    if (!*own) return Error{ErrorCode::kStorageFailed, "This tablet lacks one of its own changes."};
    OwnChange renamed = **std::move(own);
    if (renamed.encoded.empty()) {  // erased: it keeps its hash under whatever name
      renamed.chain = chain = chainAfter(chain, renamed.hash);
      if (const Status kept = store_.renameChange(renamed); !kept) return kept;
      continue;
    }
    if (!renamed.change.former) renamed.change.former = {renamed.change.dot, renamed.hash};
    renamed.change.dot.replica = forking_->replica;
    if (const Status written = writeAnew(renamed); !written) return written;
    renamed.chain = chain = chainAfter(chain, renamed.hash);
    renamed.receipt = {};
    if (const Status kept = store_.renameChange(renamed); !kept) return kept;
  }
  for (auto& [name, through] : standing.formerly) through = std::min(through, after);
  rememberFormer(standing.formerly, {old, after});
  standing.replica = forking_->replica;
  standing.chain = chain;
  return {};
}

}  // namespace rapport
