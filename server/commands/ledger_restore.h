#pragma once

#include "server/commands/home.h"
#include "server/commands/ledger_file.h"

namespace rapport {

// Lets in whom the ledger let in after the backup was made, each device with none of its changes
// yet, shuts out whom it shut out, and erases what was erased, whether the backup has it or not.
// Says on standard output what it did, and whom it could not
// let in. Nothing of it happens twice.
Status applyLedger(Home& home, const std::vector<LedgerEntry>& entries);

}  // namespace rapport
