#pragma once

#include <optional>
#include <vector>

#include "shared/base/clock.h"
#include "shared/protocol/frame_codec.h"
#include "shared/sync/local_drafts.h"

namespace rapport {

// The tablet's end of drafts on one connection (PROTOCOL.md "Begun"), without I/O: asks once what
// this person began elsewhere, then brings what rests, one message unanswered at a time. What the
// store cannot do now, and what the office does not take, waits for the next connection. Lives with
// its session.
class ClientDrafts {
 public:
  // kHandOver: the device was revoked; it brings what it has, and is told nothing.
  enum class Purpose { kBoth, kHandOver };

  ClientDrafts(LocalDrafts& store, const Clock& clock) : store_(store), clock_(clock) {}

  // Nothing else waits to go out: what goes now, if anything.
  std::optional<Bytes> next(Purpose purpose);
  // kInvalid: the office answers what was not asked. Else an error of the store.
  Status onKept(const BegunKept& kept);
  Status onElsewhere(const BegunElsewhere& elsewhere);

  // Nothing is on its way, and nothing could go now.
  bool idle(Purpose purpose);

 private:
  Result<std::vector<BegunDraft>> ready();

  LocalDrafts& store_;
  const Clock& clock_;
  enum class Asked { kNot, kWaits, kTold } asked_ = Asked::kNot;
  std::vector<BegunElsewhere::Draft> elsewhere_;  // of an answer that is not whole yet
  std::vector<BegunKept::Name> sent_;             // on their way
  std::vector<BegunKept::Name> left_;             // that the office did not take in this session
};

}  // namespace rapport
