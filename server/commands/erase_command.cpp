#include <cstdio>

#include "server/commands/commands.h"
#include "server/commands/ledger_file.h"

namespace rapport {

Status eraseRecord(const Place& place, const EraseOptions& options) {
  const auto id = Uuid::parse(options.record);
  if (!id) return Error{ErrorCode::kInvalid, options.record + " is no record's id."};
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  Home& home = **opened;
  if (const Status there = home.mustHaveProgramme(options.programme); !there) return there;
  LedgerFile ledger(home.folder(), home.clock());
  const ErasureDesk desk = home.erasureDesk(&ledger);
  const EraseOrder order{options.programme, RecordId{*id}, options.confirm, std::nullopt, {}};
  Erased erased;
  const Status done =
      home.store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        const Result<ServerWriter*> programme = transaction.programme(options.programme);
        if (!programme) return programme.error();
        auto gone = erase(desk, **programme, order);
        if (!gone) return gone.error();
        erased = *std::move(gone);
        return {};
      });
  if (!done) return done;
  for (const ErasureRow& row : erased.rows) std::printf("%s\n", row.record.toString().c_str());
  return clearErased(desk, options.programme, erased.blobs);
}

}  // namespace rapport
