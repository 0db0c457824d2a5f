#include <cstdio>

#include "server/app/account_names.h"
#include "server/app/directory.h"
#include "server/app/officer_keys.h"
#include "server/commands/commands.h"
#include "server/commands/ledger_file.h"

namespace rapport {
namespace {

Result<UserRow> memberOf(Home& home, const UserOptions& options) {
  if (const Status there = home.mustHaveProgramme(options.programme); !there) return there.error();
  const auto user = home.accounts().userNamed(nameKeyOf(options.name));
  if (!user) return user.error();
  if (*user) return **user;
  return Error{ErrorCode::kNotFound, "There is nobody called \"" + options.name + "\"."};
}

// Each of the person's tablets that is not revoked, in one transaction, and in the ledger.
template <typename Change>
Result<std::size_t> changeTablets(Home& home, const std::string& name, PersonId person,
                                  const Change& change) {
  LedgerFile ledger(home.folder(), home.clock());
  std::size_t changed = 0;
  const Status done =
      home.store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        const Result<ServerWriter*> programme = transaction.programme(name);
        if (!programme) return programme.error();
        const auto tablets = (*programme)->replicas();
        if (!tablets) return tablets.error();
        for (const ReplicaRow& tablet : *tablets) {
          if (tablet.person != person || tablet.revoked) continue;
          if (const Status each = change(**programme, tablet); !each) return each;
          const auto now = (*programme)->replica(tablet.replica);
          if (!now) return now.error();
          if (const Status noted = ledger.note(name, **now); !noted) return noted;
          ++changed;
        }
        return {};
      });
  if (!done) return done.error();
  return changed;
}

// From now on nobody seals to who is no safeguarding officer any more.
Status retireKeys(Home& home, const std::string& name, PersonId person) {
  return home.store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
    const Result<ServerWriter*> programme = transaction.programme(name);
    if (!programme) return programme.error();
    const KeyDesk desk{home.arbiter(), home.catalogue(), home.clock(), home.random()};
    return retireOfficerKeys(desk, **programme, person, PersonId{});
  });
}

}  // namespace

Status changeRole(const Place& place, const UserOptions& options) {
  const Result<Role> role = roleFrom(options.role);
  if (!role) return role.error();
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  Home& home = **opened;
  const auto user = memberOf(home, options);
  if (!user) return user.error();
  const Status placed = home.accounts().putRole({user->id, options.programme, *role});
  if (!placed) return placed;
  if (*role != Role::kSafeguarding) {
    const Status retired = retireKeys(home, options.programme, user->id);
    if (!retired) return retired;
  }
  const auto follow = [&](ServerWriter& programme, ReplicaRow tablet) -> Status {
    tablet.take(*role);
    if (const Status put = programme.putReplica(tablet); !put) return put;
    return listPerson(programme, home.arbiter(), home.catalogue(), user->id, user->name, *role);
  };
  const auto changed = changeTablets(home, options.programme, user->id, follow);
  if (!changed) return changed.error();
  std::printf("%zu\n", *changed);
  return {};
}

Status removeUser(const Place& place, const UserOptions& options) {
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  Home& home = **opened;
  const auto user = memberOf(home, options);
  if (!user) return user.error();
  const Status removed = home.accounts().removeRole(user->id, options.programme);
  if (!removed) return removed;
  const Status retired = retireKeys(home, options.programme, user->id);
  if (!retired) return retired;
  const auto shutOut = [&](ServerWriter& programme, const ReplicaRow& tablet) {
    return revokeDevice(programme, home.arbiter(), home.catalogue(), tablet.replica, PersonId{});
  };
  const auto changed = changeTablets(home, options.programme, user->id, shutOut);
  if (!changed) return changed.error();
  std::printf("%zu\n", *changed);
  return {};
}

}  // namespace rapport
