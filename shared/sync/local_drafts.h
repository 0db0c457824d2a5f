#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/result.h"
#include "shared/protocol/begun_frames.h"

namespace rapport {

// What one person has begun in one programme and not saved: half a sentence, the kind already
// tapped. The office keeps it for its author, so that a lost tablet loses nothing that met a
// network. A key names a place in the app, at most limits::kNameBytes. Errors are the disk's, but
// for kTooLarge past limits::kTextBytes.
class LocalDrafts {
 public:
  virtual ~LocalDrafts() = default;

  // Durable when it returns; replaces what the key held.
  virtual Status keep(std::string_view key, ByteView bytes, WallTime now) = 0;
  // What was begun here under this key; else the latest that was begun on another device.
  virtual Result<std::optional<Bytes>> find(std::string_view key) = 0;
  // It was saved, or given up, here and wherever else it was begun. Inside a transaction of the
  // programme's store it goes with that. One that was never begun: as well.
  virtual Status giveUp(std::string_view key) = 0;

  // What the office does not know yet, but for what was kept a moment ago and is still being
  // written: limits::kDraftRests.
  virtual Result<std::vector<BegunDraft>> waiting(WallTime now) = 0;
  // The office has these, or knows that they are over.
  virtual Status noteKept(const BegunKept& kept) = 0;
  // All that this person has begun on other devices, as the office tells it.
  virtual Status keepElsewhere(const std::vector<BegunElsewhere::Draft>& drafts) = 0;
  // The office was put back from a backup, and may lack any of them.
  virtual Status offerAgain() = 0;
};

}  // namespace rapport
