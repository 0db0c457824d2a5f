#pragma once

#include <memory>

#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/model/catalogue.h"
#include "shared/sync/server_store.h"

namespace rapport {

// One digest over record states in ascending order of their ids: equal on every replica that holds
// the same states. Covers what encodeHashed covers; not receipts, drafts or pending changes.
class StateHash {
 public:
  StateHash();
  ~StateHash();
  void add(const RecordState& record);
  Digest finish();

 private:
  struct Stream;
  std::unique_ptr<Stream> stream_;
};

// Of the server's records as somebody in this role may see them.
Result<Digest> stateHash(ServerReader& reader, Role role, const Catalogue& catalogue);

}  // namespace rapport
