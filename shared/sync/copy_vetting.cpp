#include "shared/sync/copy_vetting.h"

#include <algorithm>

#include "shared/merge/heads.h"
#include "shared/sync/brought.h"

namespace rapport {
namespace {

const FieldState kNoField;
const RowState kNoRow;

bool isSame(const Head& a, const Head& b) { return a.dot == b.dot && a.value == b.value; }
bool isSame(const DeleteHead& a, const DeleteHead& b) { return a.dot == b.dot; }

bool gathers(const FieldDeclaration& field) {
  return field.rule == MergeRule::kUnion || field.rule == MergeRule::kAppend;
}

// By kind alone: an older form may have allowed what the newest does not.
bool fitsKind(const FieldDeclaration& field, const Value& value) {
  if (isCleared(value)) return !gathers(field);
  if (field.rule == MergeRule::kStatus) return std::holds_alternative<StatusValue>(value);
  if (field.rule == MergeRule::kConsent) return std::holds_alternative<ConsentValue>(value);
  switch (field.kind) {
    case FieldKind::kRow:
      return std::holds_alternative<RowValue>(value);
    case FieldKind::kBoolean:
      return std::holds_alternative<bool>(value);
    case FieldKind::kNumber:
    case FieldKind::kDecimal:
      return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
    default:
      return std::holds_alternative<std::string>(value);
  }
}

bool fitsShape(const FieldDeclaration& field, const FieldState& state) {
  if (field.rule == MergeRule::kCount) return state.heads.empty() && state.rows.empty();
  if (field.rule == MergeRule::kRows) return state.heads.empty() && state.counts.empty();
  return state.counts.empty() && state.rows.empty();
}

// Would joining take away one of these without bringing one that the server cannot know?
template <typename Heads>
bool takesAway(const Heads& mine, const Heads& theirs, const Coverage& seen, const Coverage& kept) {
  const bool takes = std::ranges::any_of(mine, [&](const auto& head) {
    const auto same = [&head](const auto& other) { return isSame(head, other); };
    return std::ranges::none_of(theirs, same) && seen.covers(head.numbers);
  });
  return takes &&
         std::ranges::none_of(theirs, [&](const auto& head) { return !kept.covers(head.numbers); });
}

// Only elements of sets go without a trace.
bool takesAway(const FieldState& mine, const FieldState& theirs, const FieldDeclaration* field,
               const Coverage& outer, const Coverage& kept) {
  Coverage seen = outer;
  seen.widen(theirs.coverage);
  if (field == nullptr || !gathers(*field)) {
    if (takesAway(mine.heads, theirs.heads, seen, kept)) return true;
  }
  return std::ranges::any_of(mine.rows, [&](const RowState& row) {
    const RowState* other = theirs.row(row.id);
    const RowState& copy = other != nullptr ? *other : kNoRow;
    if (takesAway(row.deletes, copy.deletes, seen, kept)) return true;
    return std::ranges::any_of(row.fields, [&](const FieldState& cell) {
      const FieldState* held = copy.field(cell.field);
      const FieldDeclaration* declared = field != nullptr ? field->cell(cell.field) : nullptr;
      return takesAway(cell, held != nullptr ? *held : kNoField, declared, seen, kept);
    });
  });
}

// Everything in a copy bears a number of the copy's epoch, and none of this one.
bool areOlder(const Contents& contents, const Coverage& reached, EpochId now) {
  const auto older = [&](const Numbers& numbers) {
    return reached.covers(numbers) && !numbers.in(now);
  };
  const auto coverageIsOlder = [&](const Coverage& coverage) {
    return std::ranges::none_of(coverage.each(), [&](const Number& n) { return n.epoch == now; });
  };
  const auto all = [&](const auto& heads) {
    return std::ranges::all_of(heads, [&](const auto& head) { return older(head.numbers); });
  };
  if (!all(contents.deletes)) return false;
  return std::ranges::all_of(contents.fields, [&](const FieldState& field) {
    if (!all(field.heads) || !all(field.counts) || !coverageIsOlder(field.coverage)) return false;
    return std::ranges::all_of(field.rows,
                               [&](const RowState& row) { return areOlder(row, reached, now); });
  });
}

}  // namespace

CopyVetting::CopyVetting(ServerReader& programme, const ProgrammeRow& row,
                         const std::vector<RestoreRow>& restores, ReplicaId giver,
                         std::uint64_t counter, HybridTime latest)
    : programme_(programme),
      row_(row),
      restores_(restores),
      giver_(giver),
      counter_(counter),
      latest_(latest) {}

bool CopyVetting::isOlder(const RecordState& copy) const {
  return copy.number && copy.number->epoch != row_.epoch &&
         areOlder(copy, Coverage{*copy.number}, row_.epoch);
}

Result<const std::optional<ReplicaRow>*> CopyVetting::device(ReplicaId replica) {
  const auto known = devices_.find(replica);
  if (known != devices_.end()) return &known->second;
  auto row = programme_.replica(replica);
  if (!row) return row.error();
  return &devices_.emplace(replica, *std::move(row)).first->second;
}

// A change that is no head here: only one that this server cannot know may be one again.
Result<bool> CopyVetting::mayStand(const Dot& dot, std::optional<PersonId> person) {
  if (dot.replica == row_.serverReplica) return false;
  if (dot.replica == giver_ && dot.counter > counter_) return false;
  for (const RestoreRow& each : restores_) {
    if (each.serverReplica != dot.replica || dot.counter > each.serverCounter) continue;
    const auto entry = programme_.logEntry(dot);
    if (!entry) return entry.error();
    // Written after the database went back and before anybody told: the name was given twice.
    const bool twice =
        *entry && (*entry)->verdict.after && (*entry)->verdict.after->n > each.kept.n;
    if (!twice) return false;
  }
  const auto row = device(dot.replica);
  if (!row) return row.error();
  if (!(*row)->has_value()) return true;  // enrolled after the backup, or the office itself
  const ReplicaRow& author = ***row;
  return dot.counter > author.appliedThrough && (!person || *person == author.person);
}

// One that another copy had brought, and that somebody answered since, does not come again.
Result<bool> CopyVetting::mayStandAnew(const Place& place, const Dot& dot, PersonId person,
                                       const Value& value) {
  if (brought_.holds(place, dot, value)) return false;
  return mayStand(dot, person);
}

Status CopyVetting::vetDeletes(Contents& copy, const Contents& now, const Place& place) {
  std::vector<DeleteHead> kept;
  for (DeleteHead& head : copy.deletes) {
    const auto may = holdsDot(now.deletes, head.dot)
                         ? Result<bool>(true)
                         : mayStandAnew(place, head.dot, head.person, {});
    if (!may) return may.error();
    if (!*may) continue;
    const auto author = device(head.dot.replica);
    if (!author) return author.error();
    if ((*author)->has_value()) head.author = Author::kTablet;
    head.time = std::min(head.time, latest_);
    kept.push_back(std::move(head));
  }
  copy.deletes = std::move(kept);
  return {};
}

// Another element than those that stand here of its change. Where the change came here itself they
// are all that stands; the element may yet tell a number of theirs.
Result<bool> CopyVetting::mayStandBeside(const Head& head, const Head& own, const Place& place,
                                         const FieldDeclaration* field) {
  if (!meetAnywhere(own.numbers, head.numbers)) return true;  // left out where it is joined
  if (field == nullptr || !gathers(*field)) return false;
  return mayStandAnew(place, head.dot, head.person, head.value);
}

Result<bool> CopyVetting::mayStand(const Head& head, const std::vector<Head>& now,
                                   const Place& place, const FieldDeclaration* field) {
  const auto own = placeIn(now, head.dot);
  if (own == now.end() || own->dot != head.dot) {
    return mayStandAnew(place, head.dot, head.person, head.value);
  }
  const bool stands =
      std::ranges::any_of(now, [&head](const Head& each) { return isSame(each, head); });
  if (stands) return true;
  return mayStandBeside(head, *own, place, field);
}

Status CopyVetting::vetField(FieldState& copy, const FieldState& now, const Place& place,
                             const FieldDeclaration* field) {
  std::vector<Head> heads;
  for (Head& head : copy.heads) {
    const auto may = mayStand(head, now.heads, place, field);
    if (!may) return may.error();
    if (!*may || (field != nullptr && !fitsKind(*field, head.value))) continue;
    head.time = std::min(head.time, latest_);
    heads.push_back(std::move(head));
  }
  copy.heads = std::move(heads);
  std::vector<CountEntry> counts;
  for (CountEntry& entry : copy.counts) {
    const auto held = std::ranges::lower_bound(now.counts, entry.replica, {}, &CountEntry::replica);
    const bool here = held != now.counts.end() && held->replica == entry.replica &&
                      held->counter >= entry.counter;
    const auto may = here ? Result<bool>(true) : mayStand({entry.replica, entry.counter}, {});
    if (!may) return may.error();
    if (*may) counts.push_back(std::move(entry));
  }
  copy.counts = std::move(counts);
  for (RowState& row : copy.rows) {
    const RowState* held = now.row(row.id);
    const RowState& known = held != nullptr ? *held : kNoRow;
    const Status deletes = vetDeletes(row, known, {copy.field, row.id});
    if (!deletes) return deletes;
    for (FieldState& cell : row.fields) {
      const FieldState* there = known.field(cell.field);
      const FieldDeclaration* declared = field != nullptr ? field->cell(cell.field) : nullptr;
      const Status done = vetField(cell, there != nullptr ? *there : kNoField,
                                   {copy.field, row.id, cell.field}, declared);
      if (!done) return done;
    }
    std::erase_if(row.fields, [](const FieldState& cell) { return cell.empty(); });
  }
  std::erase_if(copy.rows,
                [](const RowState& row) { return row.fields.empty() && row.deletes.empty(); });
  return {};
}

Status CopyVetting::vet(RecordState& copy, const RecordState& now, const RecordType& type,
                        const Coverage& kept) {
  // What never falls loses nothing to a copy either.
  for (FieldState& field : copy.fields) {
    const FieldDeclaration* declared = type.field(field.field);
    if (declared != nullptr && declared->neverFalls) field.coverage = {};
  }
  if (const Status done = forgetUntaken(copy, now, type); !done) return done;
  auto brought = broughtTo(programme_, copy.id);
  if (!brought) return brought.error();
  brought_ = *std::move(brought);
  std::erase_if(copy.fields, [&](const FieldState& field) {
    const FieldDeclaration* declared = type.field(field.field);
    if (field.field == kDeletedField) {
      const bool takes = takesAway(now.deletes, copy.deletes, field.coverage, kept);
      if (takes) copy.deletes.clear();
      return takes;
    }
    if (declared != nullptr && !fitsShape(*declared, field)) return true;
    const FieldState* mine = now.field(field.field);
    return mine != nullptr && takesAway(*mine, field, declared, {}, kept);
  });
  if (const Status done = vetDeletes(copy, now, {}); !done) return done;
  for (FieldState& field : copy.fields) {
    if (field.field == kDeletedField) continue;
    const FieldState* mine = now.field(field.field);
    const Status done =
        vetField(field, mine != nullptr ? *mine : kNoField, {field.field}, type.field(field.field));
    if (!done) return done;
  }
  std::erase_if(copy.fields, [](const FieldState& field) { return field.empty(); });
  return {};
}

}  // namespace rapport
