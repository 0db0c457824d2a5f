#pragma once

#include <optional>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport {

// What somebody has begun and not saved: half a sentence, the kind and channel already tapped.
// It survives a crash, and where it goes to the office, the loss of the tablet: only its author is
// shown it, on their next one. Lives on the desk's worker.
class Drafts {
 public:
  enum class Reach { kTablet, kOffice };

  virtual ~Drafts() = default;

  // Durable when it returns; replaces what the key held. A key names a place in the app
  // ("feedback", "quote/<session id>"), at most limits::kNameBytes; bytes at most
  // limits::kTextBytes.
  virtual Status keep(std::string_view key, ByteView bytes, Reach reach = Reach::kTablet) = 0;
  // What was kept here; else what the same person began on another tablet of theirs.
  virtual Result<std::optional<Bytes>> find(std::string_view key) = 0;
  // Forgetting what was never kept is a success. While a notebook saves (Notebook::putAct) it is
  // forgotten with that, or not at all.
  virtual Status forget(std::string_view key) = 0;
};

}  // namespace rapport
