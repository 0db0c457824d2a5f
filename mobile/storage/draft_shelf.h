#pragma once

#include <optional>
#include <string_view>

#include "shared/base/bytes.h"
#include "shared/base/result.h"

namespace rapport {

class Connection;

// Drafts of one person: half a sentence, the kind already tapped. They stay on this tablet and
// survive a crash. Made by LocalProfile, which it must not outlive.
class DraftShelf {
 public:
  explicit DraftShelf(Connection& connection) : connection_(connection) {}

  // Durable when it returns; replaces what the key held. kTooLarge past limits::kNameBytes and
  // kTextBytes.
  Status keep(std::string_view key, ByteView bytes);
  Result<std::optional<Bytes>> find(std::string_view key);
  // Leaves nothing of it in the database's files, where no other program has them open just now.
  // Inside a transaction of a programme's store it goes with that, and LocalStore::forgetPast is
  // the caller's to call. Forgetting what was never kept is a success.
  Status forget(std::string_view key);

 private:
  Status remove(std::string_view key);

  Connection& connection_;
};

}  // namespace rapport
