#include "tests/simulation/tablet_check.h"

#include <algorithm>

#include "shared/merge/filter.h"
#include "shared/protocol/change_codec.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

std::optional<RecordState> visibleTo(Role role, const RecordState& state) {
  return filterFor(role, simCatalogue().type(state.type), state);
}

std::string nameOf(RecordId record) { return "record " + record.toString().substr(0, 4); }

}  // namespace

void TabletCheck::saved(LocalStore& store, const std::vector<std::uint64_t>& counters) {
  for (const std::uint64_t counter : counters) {
    const auto own = store.change(counter);
    if (!own) continue;
    if (!*own) return violated("change " + std::to_string(counter) + " was saved and is not there");
    if (known_.saved.contains(counter)) return violated("a counter was used twice");
    known_.saved[counter] = known_.first[counter] = (*own)->hash;
  }
}

void TabletCheck::checkReceipt(const ReceiptNews& news) {
  const bool setAside = news.receipt.stage == ReceiptStage::kQuarantined;
  if (setAside && ledger_.isAside(news.dot)) return;
  const auto tells = [&news](const LogEntry& entry) {
    return news.receipt.stage == entry.verdict.stage &&
           news.receipt.verdict.effective == entry.verdict.effective &&
           news.receipt.verdict.after == entry.verdict.after && news.record == entry.record;
  };
  if (ledger_.wasSaid(news.dot, tells)) return;  // and was on its way when the office went back
  const LogEntry* entry = ledger_.judged(news.dot);
  if (entry == nullptr) return violated("was told of " + textOf(news.dot) + " before its commit");
  if (!tells(*entry)) violated("was told another story of " + textOf(news.dot));
}

void TabletCheck::checkCopy(LocalStore& store, RecordId record, Role role) {
  const auto copy = store.copy(record);
  if (!copy || !*copy) return;
  const RecordState& held = **copy;
  const RecordState* there = held.number ? ledger_.stateAt(record, *held.number) : nullptr;
  if (there == nullptr) return violated("holds a copy that the office never had");
  // One that waits for a newer one was fetched under another role, and shows nothing that the
  // present role may not see.
  const auto outdated = store.outdatedFor(record);
  if (!outdated) return;
  if (*outdated && visibleTo(role, held) != held) {
    return violated(nameOf(record) + " shows more than this tablet's role may see");
  }
  const auto visible = visibleTo(outdated->value_or(role), *there);
  if (!visible) return violated(nameOf(record) + " is not for this tablet, and is there");
  if (*visible != held) {
    violated(nameOf(record) + " at " + std::to_string(held.number->n) +
             " is not what the office had at that number");
  }
}

// What somebody typed does not vanish from their screen: it is on top of the copy until a copy
// holds it, as long as they may see the record at all. Where every copy went it comes again with
// the record.
void TabletCheck::checkShown(LocalStore& store, RecordId record, const Standing& standing) {
  const RecordState* latest = ledger_.latest(record);
  if (latest == nullptr || holdsAllItWasTold(store, record)) return;
  if (!visibleTo(standing.copyRole, *latest)) return;
  const auto copy = store.copy(record);
  const auto overlay = store.overlayOf(record);
  const auto own = store.changesOf(record);
  const auto outdated = store.outdatedFor(record);
  if (!copy || !overlay || !own || !outdated) return;
  // A copy of before a restore shows them until a newer one comes.
  if (*outdated && ledger_.restores() > 0) return;
  for (const OwnChange& each : *own) {
    if (each.receipt.stage != ReceiptStage::kApplied) continue;
    // Of an epoch that the office has left: it comes again.
    if (each.receipt.verdict.after->epoch != latest->number->epoch) continue;
    const bool ahead = !standing.cursor || latest->number->n > standing.cursor->number.n;
    if (ahead && each.change.dot.counter <= known_.voidThrough) continue;
    const bool held = *copy && (*copy)->number->n >= each.receipt.verdict.after->n;
    const bool onTop = std::ranges::any_of(
        *overlay, [&](const OwnChange& top) { return top.change.dot == each.change.dot; });
    if (!held && !onTop) return violated(textOf(each.change.dot) + " vanished from the screen");
  }
}

// Told from what was told alone, since reading it all from the store is slow; where a commit failed
// it may have been told more.
bool TabletCheck::holdsAllItWasTold(LocalStore& store, RecordId record) {
  if (known_.toldMore) return false;
  const auto told = known_.toldOf.find(record);
  if (told == known_.toldOf.end()) return true;
  const auto held = heldOf(store, record);
  return held && *held >= told->second;
}

std::optional<std::uint64_t> TabletCheck::heldOf(LocalStore& store, RecordId record) {
  const auto known = held_.find(record);
  if (known != held_.end()) return known->second;
  const auto copy = store.copy(record);
  const auto outdated = store.outdatedFor(record);
  if (!copy || !outdated) return std::nullopt;
  return held_[record] = *copy && !*outdated ? (*copy)->number->n : 0;
}

// Each record that this tablet may see is here as of the cursor, but for those with an own change
// that the tablet knows it must still ask for.
void TabletCheck::checkCursor(LocalStore& store, const Standing& standing) {
  if (!standing.cursor || standing.cursor->number.epoch != ledger_.epoch()) return;
  for (const auto& [id, latest] : ledger_.records()) {
    const std::uint64_t number = latest->number->n;
    if (number > standing.cursor->number.n) continue;
    const auto held = heldOf(store, id);
    if (!held) return;
    const bool visible = visibleTo(standing.copyRole, *latest).has_value();
    if (*held >= number || (!visible && *held == 0)) continue;
    const auto uncovered = store.uncovered();
    if (!uncovered) return;
    const auto waitsFor = [&id, number](const auto& each) {
      return each.first == id && each.second.n >= number;
    };
    if (std::ranges::any_of(*uncovered, waitsFor)) continue;
    if (!visible) return violated("the cursor passed the moment that hid " + nameOf(id));
    return violated("the cursor passed " + nameOf(id) + " at " + std::to_string(number) +
                    ", which it does not hold");
  }
}

// Of what was erased before the cursor nothing is here.
void TabletCheck::checkErased(LocalStore& store, const Standing& standing) {
  for (const auto& [id, number] : ledger_.erased()) {
    if (!standing.cursor || standing.cursor->number.epoch != ledger_.epoch()) continue;
    if (standing.cursor->number.n < number) continue;
    const auto copy = store.copy(id);
    const auto own = store.changesOf(id);
    const auto settled = [&standing](const OwnChange& each) {
      return each.change.dot.counter <= standing.settledThrough;
    };
    if (copy && *copy) return violated("holds a copy of " + nameOf(id) + ", which was erased");
    if (own && std::ranges::any_of(*own, settled)) {
      return violated("holds own changes of " + nameOf(id) + ", which was erased");
    }
  }
}

// Nobody reads back here what they may only hand in.
void TabletCheck::checkSealed(LocalStore& store, const std::vector<OwnChange>& all) {
  const auto who = store.enrolment();
  if (!who || who->sealTo.empty()) return;
  for (const OwnChange& own : all) {
    const RecordType* type = simCatalogue().type(own.change.type);
    const bool handedIn = type != nullptr && !type->readers.contains(who->role);
    // Of one that was erased nothing is kept at all.
    if (handedIn && !own.encoded.empty() && !isSealedChange(own.encoded)) {
      return violated("keeps change " + std::to_string(own.change.dot.counter) +
                      " in the open, which it may only hand in");
    }
  }
}

// Nobody is told that their work came further than the office has it.
void TabletCheck::checkClaims(const Standing& standing, const std::vector<OwnChange>& all) {
  for (const OwnChange& own : all) {
    const bool claims =
        own.receipt.stage == ReceiptStage::kApplied || own.receipt.stage == ReceiptStage::kReviewed;
    if (!claims) continue;
    if (own.change.dot.counter > standing.settledThrough) {
      return violated(textOf(own.change.dot) + " seems applied, and goes out again");
    }
    const bool isHere = standing.cursor && standing.cursor->number.epoch == ledger_.epoch();
    const LogEntry* entry = isHere ? ledger_.judged(own.change.dot) : nullptr;
    if (isHere && (entry == nullptr || entry->verdict.stage != ReceiptStage::kApplied)) {
      return violated(textOf(own.change.dot) + " seems applied, and the office does not have it");
    }
  }
}

void TabletCheck::checkProgress(const Standing& standing) {
  const bool lost = standing.settledThrough < known_.settledThrough;
  if (lost && known_.offeredAgain < ledger_.restores()) {
    known_.offeredAgain = ledger_.restores();  // an office that went back is given them again
  } else if (lost) {
    violated("lost verdicts: it holds those through " + std::to_string(standing.settledThrough) +
             ", and held those through " + std::to_string(known_.settledThrough));
  }
  known_.settledThrough = standing.settledThrough;
}

void TabletCheck::took(LocalStore& store, const ClientStep& step) {
  for (const RecordId& record : step.changed) held_.erase(record);
  const auto standing = store.standing();
  // Every copy may have become void, or what failed to commit may be there all the same.
  if (!standing || !standing->cursor || step.close) held_.clear();
  if (!standing) return;
  if (!standing->cursor) known_.voidThrough = standing->settledThrough;
  const bool trouble = step.refusal && step.refusal->code == RefusalCode::kTrouble;
  known_.toldMore = known_.toldMore || trouble;
  for (const ReceiptNews& news : step.receipts) {
    const auto& after = news.receipt.verdict.after;
    if (after) known_.toldOf[news.record] = std::max(known_.toldOf[news.record], after->n);
  }
  if (step.close && step.refusal) return checkProgress(*standing);
  for (const ReceiptNews& news : step.receipts) {
    checkReceipt(news);
    checkShown(store, news.record, *standing);
  }
  for (const RecordId& record : step.changed) {
    checkCopy(store, record, standing->copyRole);
    checkShown(store, record, *standing);
  }
  checkProgress(*standing);
  checkCursor(store, *standing);
  checkErased(store, *standing);
}

void TabletCheck::mayClear() {
  for (const auto& [counter, hash] : known_.saved) {
    const Dot dot{std::prev(known_.names.lower_bound(counter))->second, counter};
    const LogEntry* entry = ledger_.judged(dot);
    const bool held = entry != nullptr && (entry->hash == hash || ledger_.isAside(dot));
    if (!held) return violated("clears itself, and the office lacks " + textOf(dot));
  }
}

void TabletCheck::everythingSaved(LocalStore& store) {
  held_.clear();
  const auto standing = store.standing();
  if (!standing) return;
  for (const auto& [counter, hash] : known_.saved) {
    const auto own = store.change(counter);
    if (!own) return;
    if (!*own) return violated("lost change " + std::to_string(counter));
    if ((*own)->hash != hash) return violated("changed change " + std::to_string(counter));
  }
  const auto all = store.changesAfter(0, kMostIntents);
  if (!all) return;
  std::uint64_t expected = 0;
  for (const OwnChange& own : *all) {
    if (own.change.dot.counter != ++expected) return violated("has a gap in its counters");
  }
  checkSealed(store, *all);
  checkClaims(*standing, *all);
  if (expected != standing->counter) violated("its counter is not that of its last change");
  checkProgress(*standing);
  checkCursor(store, *standing);
  for (const auto& [id, latest] : ledger_.records()) checkCopy(store, id, standing->copyRole);
}

void TabletCheck::renamed(LocalStore& store, ReplicaId replica, std::uint64_t after) {
  known_.names.erase(known_.names.lower_bound(after), known_.names.end());
  known_.names[after] = replica;
  for (auto each = known_.saved.upper_bound(after); each != known_.saved.end(); ++each) {
    const auto own = store.change(each->first);
    if (!own) return;
    const bool is =
        *own && (*own)->change.former && (*own)->change.former->hash == known_.first[each->first];
    if (!is) return violated("lost change " + std::to_string(each->first) + " under a new name");
    each->second = (*own)->hash;
  }
}

// The changes that must lie in the inbox.
std::set<std::uint64_t> TabletCheck::sentBack() const {
  std::set<std::uint64_t> expected;
  for (const auto& [dot, entry] : ledger_.log()) {
    const bool sentBack = entry.verdict.stage == ReceiptStage::kRefused ||
                          entry.verdict.stage == ReceiptStage::kQuarantined;
    const bool gone =
        known_.dismissed.contains(dot.counter) || known_.perhapsDismissed.contains(dot.counter);
    if (ledger_.erased().contains(entry.record)) continue;
    if (sentBack && !gone && isMine(dot)) expected.insert(dot.counter);
  }
  return expected;
}

void TabletCheck::atTheEnd(LocalStore& store) {
  everythingSaved(store);
  const auto standing = store.standing();
  if (standing) checkErased(store, *standing);
  const auto refused = store.refused();
  const auto waiting = store.waitingCount();
  const auto uncovered = store.uncovered();
  if (!standing || !refused || !waiting || !uncovered) return violated("cannot be read");
  if (*waiting != 0) violated("its outbox is not empty");
  if (!uncovered->empty()) violated("still waits for states of its own changes");
  std::set<std::uint64_t> inbox;
  for (const OwnChange& own : *refused) {
    if (!known_.perhapsDismissed.contains(own.change.dot.counter))
      inbox.insert(own.change.dot.counter);
  }
  if (inbox != sentBack()) violated("its inbox is not what was sent back");
  for (const auto& [id, latest] : ledger_.records()) {
    const auto overlay = store.overlayOf(id);
    if (overlay && !overlay->empty()) violated(nameOf(id) + " still has edits on top");
  }
}

}  // namespace rapport::simulation
