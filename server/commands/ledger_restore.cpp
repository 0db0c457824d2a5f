#include "server/commands/ledger_restore.h"

#include <algorithm>
#include <cstdio>
#include <map>

#include "server/app/directory.h"
#include "server/app/erasure.h"

namespace rapport {
namespace {

enum class Let : std::uint8_t { kKnown, kIn, kOut };

struct Counted {
  std::size_t in = 0, out = 0, erased = 0;
  std::map<std::string, std::vector<Digest>> blobs;  // of what was erased, by programme
};

// A name that a device took goes on from the changes of the one before: they must be here.
Result<bool> mayGoOn(ServerReader& programme, const ReplicaRow& row) {
  if (row.formerly.empty()) return row.appliedThrough == 0;
  for (const auto& [replica, through] : row.formerly) {
    if (through != row.appliedThrough) continue;
    const auto entry = programme.logEntry({replica, through});
    if (!entry) return entry.error();
    if (*entry && (*entry)->chain == row.chain) return true;
  }
  return row.appliedThrough == 0;
}

Result<Let> letIn(ServerWriter& programme, Home& home, const ReplicaRow& row) {
  const auto may = mayGoOn(programme, row);
  if (!may) return may.error();
  if (!*may) return Let::kOut;
  if (const Status kept = programme.putReplica(row); !kept) return kept.error();
  const Status listed[] = {
      listPerson(programme, home.arbiter(), home.catalogue(), row.person, row.personName, row.role),
      listDevice(programme, home.arbiter(), home.catalogue(),
                 {row.replica, row.person, row.deviceName, row.publicKey})};
  for (const Status& each : listed) {
    if (!each) return each.error();
  }
  return Let::kIn;
}

Status applyDevice(ServerWriter& programme, Home& home, const std::string& name,
                   const ReplicaRow& noted, Counted& counted) {
  const auto known = programme.replica(noted.replica);
  if (!known) return known.error();
  ReplicaRow row = noted;
  row.revoked = false;
  const auto let = *known ? Result<Let>(Let::kKnown) : letIn(programme, home, row);
  if (!let) return let.error();
  if (*let == Let::kOut) {
    std::printf("%s: %s (%s) took a new name after the backup and cannot go on. Enrol it again.\n",
                name.c_str(), row.personName.c_str(), row.deviceName.c_str());
    return {};
  }
  if (*let == Let::kIn) ++counted.in;
  if (*let == Let::kKnown && (*known)->role != noted.role) {
    ReplicaRow moved = **known;
    moved.take(noted.role);
    if (const Status put = programme.putReplica(moved); !put) return put;
  }
  const bool standsRevoked = *known && (*known)->revoked;
  if (!noted.revoked || standsRevoked) return {};
  ++counted.out;
  // Who shut it out is not in the ledger.
  return revokeDevice(programme, home.arbiter(), home.catalogue(), row.replica, PersonId{});
}

Status applyErasure(ServerWriter& programme, Home& home, const std::string& name,
                    const ErasureRow& row, Counted& counted) {
  const auto erased = home.arbiter().erase(programme, {row.record, row.type, row.by, row.at});
  if (!erased) return erased.error();
  counted.erased += erased->rows.size();
  auto& blobs = counted.blobs[name];
  blobs.insert(blobs.end(), erased->blobs.begin(), erased->blobs.end());
  return {};
}

Status applyEntry(ServerWriter& programme, Home& home, const LedgerEntry& entry, Counted& counted) {
  if (const auto* erasure = std::get_if<ErasureRow>(&entry.row)) {
    return applyErasure(programme, home, entry.programme, *erasure, counted);
  }
  return applyDevice(programme, home, entry.programme, std::get<ReplicaRow>(entry.row), counted);
}

}  // namespace

Status applyLedger(Home& home, const std::vector<LedgerEntry>& entries) {
  const auto programmes = home.store().programmes();
  if (!programmes) return programmes.error();
  Counted counted;
  const Status applied =
      home.store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        for (const LedgerEntry& entry : entries) {
          if (std::ranges::count(*programmes, entry.programme) == 0) continue;
          const auto programme = transaction.programme(entry.programme);
          if (!programme) return programme.error();
          const Status done = applyEntry(**programme, home, entry, counted);
          if (!done) return done;
        }
        return {};
      });
  if (!applied) return applied;
  std::printf("By the ledger: %zu devices let in again, %zu shut out, %zu records erased.\n",
              counted.in, counted.out, counted.erased);
  const ErasureDesk desk = home.erasureDesk(nullptr);
  for (const auto& [name, blobs] : counted.blobs) {
    if (const Status cleared = clearErased(desk, name, blobs); !cleared) return cleared;
  }
  return {};
}

}  // namespace rapport
