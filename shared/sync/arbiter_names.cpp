#include <algorithm>

#include "shared/sync/arbiter_run.h"
#include "shared/sync/formerly.h"
#include "shared/sync/logged_change.h"

// The names that one device goes by, and under which of them a change entered.

namespace rapport {

bool Arbiter::Run::isOwnName(ReplicaId name) const {
  return std::any_of(replica.formerly.begin(), replica.formerly.end(),
                     [name](const auto& former) { return former.first == name; });
}

// Nobody hands in what another device sealed.
Status Arbiter::Run::checkNames(const ChangeRun& run) const {
  for (const Arrived& each : run.changes) {
    if (each.sealedAs && !isOwnName(*each.sealedAs)) {
      return noRun("What was sealed names another device than this one.");
    }
  }
  return {};
}

// An old image that is put back twice does not know the name that it took the first time.
Status Arbiter::Run::findOtherNames() {
  if (otherNames) return {};
  std::vector<ReplicaId> names;
  for (const auto& [name, through] : replica.formerly) names.push_back(name);
  const auto all = store.replicas();
  if (!all) return all.error();
  for (const ReplicaRow& each : *all) {
    const bool others = each.publicKey != replica.publicKey || each.replica == replica.replica;
    if (!others && !isOwnName(each.replica)) names.push_back(each.replica);
  }
  otherNames = std::move(names);
  return {};
}

// A change keeps its counter and its first name whatever it is called later. What was sealed under
// one of its names bears one hash under all that came after. The log has it again under each name
// that it came under: what it did bears the one that it was judged under.
Result<std::optional<LogEntry>> Arbiter::Run::formerEntry(const Arrived& arrived) {
  const auto& former = arrived.change.former;
  const std::uint64_t counter = arrived.change.dot.counter;
  if (!former || former->dot.counter != counter || !isOwnName(former->dot.replica)) {
    return std::optional<LogEntry>{};
  }
  if (const Status found = findOtherNames(); !found) return found.error();
  std::optional<LogEntry> first;
  for (const ReplicaId& name : *otherNames) {
    auto entry = store.logEntry({name, counter});
    if (!entry) return entry;
    if (!*entry) continue;
    bool same = (*entry)->hash == former->hash || (*entry)->hash == arrived.hash;
    if (!same) {
      const auto change = loggedChange(**entry);
      same = change && change->former == former;
    }
    if (same && (!first || (*entry)->place < first->place)) first = **std::move(entry);
  }
  return first;
}

Result<std::optional<LogEntry>> Arbiter::Run::entered(const Arrived& arrived) {
  auto entry = formerEntry(arrived);
  if (entry && *entry) rememberFormer(replica.formerly, (*entry)->dot);
  return entry;
}

}  // namespace rapport
