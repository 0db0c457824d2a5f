#pragma once

#include <optional>
#include <vector>

#include "shared/base/clock.h"
#include "shared/protocol/frame_codec.h"
#include "shared/sync/local_answers.h"

namespace rapport {

// The tablet's end of anonymous answers on one connection (PROTOCOL.md "Drop"), without I/O: one
// frame unanswered at a time. What the store cannot do now, and what the office does not take,
// waits for the next connection. Lives with its session.
class ClientAnswers {
 public:
  ClientAnswers(LocalAnswers& store, const Clock& clock) : store_(store), clock_(clock) {}

  // Nothing else waits to go out or to come in: what may be handed in now, if anything.
  std::optional<Bytes> next();
  // kInvalid: the office names what it was not sent. Else an error of the store.
  Status onKept(const DropKept& kept);

  // Nothing is on its way, and nothing may be handed in.
  bool idle();
  // Somebody may have saved one.
  void changed() { done_ = false; }

 private:
  void look();

  LocalAnswers& store_;
  const Clock& clock_;
  std::vector<Uuid> sent_;            // on their way, ascending
  std::vector<DroppedAnswer> ready_;  // to be handed in, ascending by id
  std::vector<Uuid> left_;            // that the office did not take in this session
  bool done_ = false;                 // nothing may be handed in, as far as is known
};

}  // namespace rapport
