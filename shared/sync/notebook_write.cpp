#include <algorithm>

#include "shared/base/limits.h"
#include "shared/merge/author.h"
#include "shared/merge/cell_address.h"
#include "shared/merge/conflicts.h"
#include "shared/merge/judge.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"
#include "shared/sync/handed_in.h"
#include "shared/sync/notebook.h"
#include "shared/sync/own_past.h"
#include "shared/sync/sensitive.h"

// How an entry becomes a change: authored against what the person was shown, stamped, chained and
// kept in one transaction.

namespace rapport {
namespace {

// A change that has to be renamed later carries its old dot and hash besides.
constexpr std::size_t kFormerNameBytes = 64;

Error invalid(std::string message) { return Error{ErrorCode::kInvalid, std::move(message)}; }

Error tooMuchAtOnce() {
  return Error{ErrorCode::kTooLarge,
               "This is more than can be saved at once. Save it in smaller parts."};
}

HybridTime latestBy(std::int64_t trusted, const Contents& shown) {
  HybridTime latest;
  for (const FieldState& field : shown.fields) {
    for (const Head& head : field.heads) {
      if (head.time.millis <= trusted) latest = std::max(latest, head.time);
    }
    for (const RowState& row : field.rows) latest = std::max(latest, latestBy(trusted, row));
  }
  return latest;
}

// Later than the device's last reading, its wall clock, and everything believable that was shown:
// an answer never sorts before the question.
HybridTime nextTime(const HybridTime& last, WallTime wall, const RecordState& shown) {
  const std::int64_t now = wall.time_since_epoch().count();
  const std::int64_t trusted = now + std::chrono::milliseconds(limits::kClockTrust).count();
  const HybridTime floor = std::max(last, latestBy(trusted, shown));
  if (now > floor.millis) return {now, 0};
  return {floor.millis, floor.logical + 1};
}

template <typename Thing>
void addOnce(std::vector<Thing>& things, const std::vector<Thing>& more) {
  things.insert(things.end(), more.begin(), more.end());
  std::ranges::sort(things);
  const auto repeated = std::ranges::unique(things);
  things.erase(repeated.begin(), repeated.end());
}

void claimOnlyShownCells(const RecordType& type, Role shownTo, const FieldDeclaration& field,
                         RowEdit& row) {
  for (Operation& operation : row.operations) {
    auto* removal = std::get_if<SetDeleted>(&operation.deed);
    if (removal == nullptr) {
      if (!mayRead(type, &field, field.cell(operation.field), shownTo)) operation.seen.reset();
      continue;
    }
    if (!mayRead(type, &field, shownTo)) operation.seen.reset();
    addOnce(removal->unreadable, unreadableCells(type, shownTo, field));
  }
}

// The role changed while the editor was open: its author had before their eyes what the old one may
// read, and supersedes nothing else.
void claimOnlyWhatWasShown(const RecordType& type, Role shownTo, Operation& operation) {
  const FieldDeclaration* field = type.field(operation.field);
  if (auto* deletion = std::get_if<SetDeleted>(&operation.deed)) {
    const SetDeleted shown = deletionBy(type, shownTo, deletion->deletion);
    addOnce(deletion->unreadable, shown.unreadable);
    addOnce(deletion->unreadableCells, shown.unreadableCells);
    return;
  }
  if (!mayRead(type, field, shownTo)) operation.seen.reset();
  auto* edit = std::get_if<EditRows>(&operation.deed);
  if (edit == nullptr || field == nullptr) return;
  for (RowEdit& row : edit->rows) claimOnlyShownCells(type, shownTo, *field, row);
}

}  // namespace

Result<const RecordType*> Notebook::typeOf(const Entry& entry) {
  if (!entry.type.empty()) {
    const RecordType* type = catalogue_.type(entry.type);
    if (type != nullptr && entry.formVersion != 0)
      type = catalogue_.type(type->number, entry.formVersion);
    if (type != nullptr) return type;
    return Error{ErrorCode::kNotFound, "There is no kind of record called \"" + entry.type + "\"."};
  }
  if (!entry.id) return invalid("A new record needs its kind.");
  const auto number = store_.typeOf(*entry.id);
  if (!number) return number.error();
  const RecordType* type = *number ? catalogue_.type(**number) : nullptr;
  if (type != nullptr) return type;
  return Error{ErrorCode::kNotFound,
               "There is no record " + entry.id->toString() + " on this tablet."};
}

Result<std::vector<Operation>> Notebook::operationsOf(const Entry& entry, const RecordType& type,
                                                      const RecordSheet& shown, Role role) {
  std::vector<Operation> operations;
  if (entry.deletion) operations.push_back(authorDelete(type, role, shown.state, *entry.deletion));
  std::vector<FieldEdit> fields = entry.fields;
  nameNewRows(fields, clock_, random_);
  for (const FieldEdit& edit : fields) {
    auto operation = authorEdit(type, role, shown.state, edit);
    if (!operation) return operation.error();
    operations.push_back(*std::move(operation));
  }
  if (shown.shownTo != role) {
    for (Operation& operation : operations) claimOnlyWhatWasShown(type, shown.shownTo, operation);
  }
  std::sort(operations.begin(), operations.end(),
            [](const Operation& a, const Operation& b) { return a.field < b.field; });
  const auto twice =
      std::adjacent_find(operations.begin(), operations.end(),
                         [](const auto& a, const auto& b) { return a.field == b.field; });
  if (twice != operations.end()) return invalid("One field stands twice in this edit.");
  if (operations.empty()) return invalid("There is nothing to save: no field was given.");
  return operations;
}

Result<OwnChange> Notebook::changeOf(const Entry& entry, const Enrolment& who, Standing& standing,
                                     Act act) {
  const auto type = typeOf(entry);
  if (!type) return type.error();
  const RecordId id = entry.id.value_or(RecordId{makeUuidV7(clock_, random_)});
  auto copy = store_.copy(id);
  if (!copy) return copy.error();
  const auto shownTo = eyes(who.role);
  if (!shownTo) return shownTo.error();
  const auto present = sheetOf(id, *std::move(copy), *shownTo);
  if (!present) return present.error();
  if (present->state.type != 0 && present->state.type != (*type)->number) {
    return invalid("The record " + id.toString() + " is of another kind.");
  }
  const RecordSheet& shown = entry.shown != nullptr ? *entry.shown : *present;
  auto operations = operationsOf(entry, **type, shown, who.role);
  if (!operations) return operations.error();
  OwnChange own;
  Change& change = own.change;
  change.dot = {standing.replica, ++standing.counter};
  change.record = id;
  change.type = (*type)->number;
  change.formVersion = (*type)->formVersion;
  change.person = who.person;
  change.wall = clock_.wallNow();
  change.time = standing.clock = nextTime(standing.clock, change.wall, present->state);
  change.utcOffset = clock_.utcOffset();
  change.act = act;
  RecordState about = shown.state;
  about.id = id;
  const Status sealed = sealSensitive(store_, catalogue_, **type, about, *operations, random_);
  if (!sealed) return sealed.error();
  change.operations = *std::move(operations);
  const Status permitted = judgePermission(**type, who.role, change);
  if (!permitted) return permitted.error();
  if (shown.state.type != 0) {
    own.before = packBefore(**type, who.role, change.operations, shown.state);
  }
  own.encoded = encodeChange(change);
  return own;
}

Result<Kept> Notebook::write(OwnChange own, const Enrolment& who, Standing& standing) {
  if (own.encoded.size() + kFormerNameBytes > limits::kChangeBytes) {
    return Error{ErrorCode::kTooLarge,
                 "This is more than one edit may hold. Save it in smaller parts."};
  }
  own.hash = hashOfChange(own.encoded);
  own.chain = standing.chain = chainAfter(standing.chain, own.hash);
  // Before it is kept, so that nothing has to be erased.
  if (!who.sealTo.empty() && isHandedIn(catalogue_.type(own.change.type), who.role)) {
    if (const Status sealed = sealOwn(own, who.sealTo, random_); !sealed) return sealed.error();
  }
  if (const Status kept = store_.appendChange(own); !kept) return kept.error();
  return Kept{own.change.record, own.change.dot};
}

Result<std::vector<Kept>> Notebook::putAct(std::span<const Entry> entries,
                                           const std::function<Status()>& besides) {
  std::vector<Kept> kept;
  std::size_t sizeBytes = 0;
  if (entries.size() > limits::kChangesPerAct) return tooMuchAtOnce();
  const Status saved = store_.inTransaction([&]() -> Status {
    const auto who = store_.enrolment();
    if (!who) return who.error();
    auto standing = store_.standing();
    if (!standing) return standing.error();
    for (std::size_t i = 0; i < entries.size(); ++i) {
      const Act act = i + 1 < entries.size() ? Act::kGoesOn : Act::kEnds;
      auto own = changeOf(entries[i], *who, *standing, act);
      if (!own) return own.error();
      sizeBytes += own->encoded.size();
      // An act travels in one frame.
      if (sizeBytes > limits::kActBytes) return tooMuchAtOnce();
      const auto written = write(*std::move(own), *who, *standing);
      if (!written) return written.error();
      kept.push_back(*written);
    }
    const Status also = besides ? besides() : Status{};
    return also ? store_.keepStanding(*standing) : also;
  });
  if (!saved) return saved.error();
  return kept;
}

Result<Kept> Notebook::put(const Entry& entry) {
  const auto kept = putAct({&entry, 1});
  if (!kept) return kept.error();
  return kept->front();
}

Result<Kept> Notebook::settle(const RecordSheet& sheet, std::string_view field, FieldEdit edit) {
  Entry entry;
  entry.id = sheet.state.id;
  entry.type = sheet.type->name;
  entry.shown = &sheet;
  if (field == "deleted") {
    const auto* value = std::get_if<Value>(&edit.what);
    const auto* gone = value != nullptr ? std::get_if<bool>(value) : nullptr;
    if (gone == nullptr)
      return invalid("\"deleted\" is settled with true (delete it) or false (keep it).");
    entry.deletion = *gone ? Deletion::kDelete : Deletion::kKeep;
  } else if (const Status added = addEditAt(field, std::move(edit.what), entry.fields); !added) {
    return added.error();
  }
  return put(entry);
}

Result<Kept> Notebook::resolve(RecordId id, std::string_view field, const Value& value) {
  const auto sheet = get(id);
  if (!sheet) return sheet.error();
  if (!*sheet || (*sheet)->type == nullptr) {
    return Error{ErrorCode::kNotFound, "There is no record " + id.toString() + " on this tablet."};
  }
  return settle(**sheet, field, {std::string(field), value});
}

Result<Kept> Notebook::resolve(RecordId id, std::string_view field, Keep keep) {
  const auto sheet = get(id);
  if (!sheet) return sheet.error();
  const auto standing = store_.standing();
  if (!standing) return standing.error();
  if (!*sheet || (*sheet)->type == nullptr) {
    return Error{ErrorCode::kNotFound, "There is no such record on this tablet."};
  }
  const std::vector<Conflict> open = conflictsIn(*(*sheet)->type, (*sheet)->state);
  const auto conflict = std::ranges::find(open, field, &Conflict::address);
  if (conflict == open.end())
    return Error{ErrorCode::kNotFound, "There is only one version of this field."};
  for (const Head* version : conflict->reading.versions) {
    const bool mine = version->dot.replica == standing->replica;
    if (mine == (keep == Keep::kMine)) {
      return settle(**sheet, field, {std::string(field), version->value});
    }
  }
  return Error{ErrorCode::kNotFound,
               "None of the versions is that one's. Choose with a value of your own instead."};
}

}  // namespace rapport
