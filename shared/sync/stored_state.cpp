#include "shared/merge/state_codec.h"
#include "shared/sync/server_store.h"

namespace rapport {

Result<RecordState> StoredState::unpack() const {
  ByteReader in(encoded);
  RecordState state = decodeState(in);
  if (in.finished()) return state;
  return Error{
      ErrorCode::kStorageFailed,
      "A record in the database is damaged. Stop the server and restore the newest backup."};
}

}  // namespace rapport
