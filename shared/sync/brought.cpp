#include "shared/sync/brought.h"

#include "shared/merge/state_codec.h"

namespace rapport {

Result<BroughtHeads> broughtTo(ServerReader& programme, RecordId record) {
  const auto rows = programme.joins(record);
  if (!rows) return rows.error();
  BroughtHeads brought;
  for (const JoinRow& row : *rows) {
    ByteReader in(row.copy);
    const RecordState copy = decodeState(in);
    if (in.finished()) brought.add(copy);
  }
  return brought;
}

}  // namespace rapport
