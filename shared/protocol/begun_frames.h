#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/clock.h"
#include "shared/merge/change.h"

namespace rapport {

// The messages by which what somebody has begun and not saved is kept at the office for its author
// (PROTOCOL.md "Begun").

// A draft under its key, a place in the app. Empty bytes: it was saved, or given up.
struct BegunDraft {
  // Another device of the same person that began it, which can only be told that it is over.
  std::optional<ReplicaId> device;
  std::string key;
  std::uint64_t version = 0;  // grows with each time it was kept
  Bytes bytes;
  bool operator==(const BegunDraft&) const = default;
};

// Tablet: what changed of its drafts.
struct BegunDrafts {
  std::vector<BegunDraft> drafts;
  bool operator==(const BegunDrafts&) const = default;
};

// Server: these are durable, or durably gone. What it does not name it did not take.
struct BegunKept {
  struct Name {
    std::optional<ReplicaId> device;
    std::string key;
    std::uint64_t version = 0;
    bool operator==(const Name&) const = default;
  };
  std::vector<Name> names;
  bool operator==(const BegunKept&) const = default;
};

// Tablet: what has this person begun on other devices?
struct BegunAsk {
  bool operator==(const BegunAsk&) const = default;
};

// Server: that, in as many messages as it takes.
struct BegunElsewhere {
  struct Draft {
    ReplicaId device;
    std::string deviceName;
    std::string key;
    WallTime keptAt;
    Bytes bytes;
    bool operator==(const Draft&) const = default;
  };
  bool last = true;
  std::vector<Draft> drafts;
  bool operator==(const BegunElsewhere&) const = default;
};

}  // namespace rapport
