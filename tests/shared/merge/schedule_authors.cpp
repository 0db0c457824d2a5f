#include <algorithm>

#include "shared/merge/author.h"
#include "shared/merge/filter.h"
#include "shared/model/access.h"
#include "tests/shared/merge/schedule.h"

namespace rapport::test {
namespace {

using Kind = Told::Kind;

std::string letter(char first, std::size_t place) {
  return {static_cast<char>(first + static_cast<char>(place))};
}

RowEntry entryFor(const RecordState& shown, unsigned row, FieldEdit cell) {
  const FieldState* field = shown.field(kRows);
  const bool there = field != nullptr && field->row(test::row(row)) != nullptr;
  return {there ? RowIs::kThere : RowIs::kNew, test::row(row), {std::move(cell)}, {}};
}

Operation& onlyCell(Operation& operation) {
  return std::get<EditRows>(operation.deed).rows.front().operations.front();
}

// Two edits of rows in one change are one operation.
void addOperation(std::vector<Operation>& operations, Operation operation) {
  auto* rows = std::get_if<EditRows>(&operation.deed);
  const auto same = std::ranges::find(operations, operation.field, &Operation::field);
  if (rows == nullptr || same == operations.end())
    return operations.push_back(std::move(operation));
  auto& into = std::get<EditRows>(same->deed).rows;
  RowEdit& row = rows->rows.front();
  const auto place = std::ranges::lower_bound(into, row.row, {}, &RowEdit::row);
  if (place == into.end() || place->row != row.row) {
    into.insert(place, std::move(row));
  } else {
    place->operations.push_back(std::move(row.operations.front()));
    std::ranges::sort(place->operations, {}, &Operation::field);
  }
}

}  // namespace

Schedule::Sight Schedule::sightOf(const Tablet& tablet, std::size_t record) const {
  Sight sight{record, {}, {}};
  if (const auto copy = tablet.copies.find(record); copy != tablet.copies.end()) {
    sight.state = copy->second;
    sight.contents = appliedThrough(record, sight.state.number->n);
  }
  std::vector<ChangeId> overlay;
  for (const auto& [id, after] : tablet.waiting) overlay.push_back(id);
  overlay.insert(overlay.end(), tablet.outbox.begin(), tablet.outbox.end());
  std::ranges::sort(overlay);
  for (const ChangeId id : overlay) {
    if (entries_[id].record != record) continue;
    merge(sight.state, id, {}, entries_[id].change.time);
    sight.contents.insert(id);
  }
  sight.state = *filterFor(tablet.role, &testType(), sight.state);
  return sight;
}

Schedule::Sight Schedule::sightOfServer(std::size_t record) const {
  return {record, records_.at(record), appliedThrough(record, lastNumber_)};
}

std::set<ChangeId> Schedule::seenIn(Role role, unsigned author, const Sight& sight,
                                    Place place) const {
  std::set<ChangeId> seen;
  for (const ChangeId id : sight.contents) {
    const bool own = entries_[id].change.dot.replica == replica(author);
    if (oracle_.told(id, place) != nullptr && (mayReadPlace(role, place) || own)) seen.insert(id);
  }
  return seen;
}

// What somebody wants of a field or cell, told to the oracle as well.
FieldEdit Schedule::wish(const Contents& shown, Told& told) {
  static const char* const kStates[] = {"open", "doing", "kept", "broken"};
  const FieldDeclaration& declaration = declaredAt(told.field);
  if (declaration.rule == MergeRule::kCount) {
    told.kind = Kind::kCounts;
    told.saw.clear();
    told.amount = static_cast<std::int64_t>(pick(4)) - 1;
    return {declaration.name, AddAmount{told.amount}};
  }
  if (declaration.rule == MergeRule::kUnion) {
    told.kind = Kind::kEditsElements;
    EditElements edit;
    const FieldState* held = shown.field(declaration.number);
    const auto have =
        held != nullptr ? readField(declaration, *held).elements : std::vector<Value>{};
    if (!have.empty() && chance(50)) {
      edit.removed = {have[pick(have.size())]};
    } else {
      edit.added = {text(letter('x', pick(3))), text(letter('x', pick(3)))};
    }
    for (const Value& element : edit.added) told.added.insert(std::get<std::string>(element));
    for (const Value& element : edit.removed) told.removed.insert(std::get<std::string>(element));
    return {declaration.name, std::move(edit)};
  }
  const bool isStatus = declaration.rule == MergeRule::kStatus;
  told.written = isStatus ? kStates[pick(std::size(kStates))] : letter('p', pick(3));
  return {declaration.name, text(told.written)};
}

// A surface that shows only the provisional winner of a conflict.
std::vector<Dot> Schedule::leaveUnshown(const Contents& shown, Told& told) {
  const FieldDeclaration& declaration = declaredAt(told.field);
  const bool asked = told.field == kAsk || fieldOfPlace(told.field) == kWhat;
  const FieldState* held = shown.field(declaration.number);
  if (!asked || held == nullptr || !chance(40)) return {};
  const FieldReading reading = readField(declaration, *held);
  std::vector<Dot> hidden;
  for (const Head& head : held->heads) {
    if (!reading.conflicted() || head.value == reading.value) continue;
    hidden.push_back(head.dot);
    told.saw.erase(byDot_.at(head.dot));
  }
  return hidden;
}

std::optional<std::pair<Operation, Told>> Schedule::compose(Role role, unsigned author,
                                                            const Sight& sight, Place place) {
  const unsigned inRow = rowOfPlace(place);
  if (inRow > 0 && fieldOfPlace(place) == kDeletedField) return composeRemoval(role, sight, inRow);
  if (!mayWrite(testType(), &declaredAt(place), role)) return std::nullopt;
  Told told;
  told.field = place;
  told.saw = seenIn(role, author, sight, place);
  const Contents& shown = inRow > 0 ? static_cast<const Contents&>(rowOf(sight.state, inRow))
                                    : static_cast<const Contents&>(sight.state);
  FieldEdit edit = wish(shown, told);
  if (inRow > 0) edit = FieldEdit{"rows", RowEntries{{entryFor(sight.state, inRow, edit)}}};
  Operation operation = *authorEdit(testType(), role, sight.state, edit);
  Operation& written = inRow > 0 ? onlyCell(operation) : operation;
  written.notShown = leaveUnshown(shown, told);
  if (leftOut_ == LeftOut::kNothingSeenUnreadably) written.seen = sight.state.number;
  if (leftOut_ == LeftOut::kNothingSeenUnreadably) operation.seen = sight.state.number;
  return std::pair{std::move(operation), std::move(told)};
}

std::set<std::pair<ChangeId, Place>> Schedule::meantBy(Role role, const Sight& sight,
                                                       std::optional<unsigned> row) const {
  std::set<std::pair<ChangeId, Place>> meant;
  for (const ChangeId id : sight.contents) {
    for (const Told& operation : oracle_.told(id)) {
      const bool deletion = fieldOfPlace(operation.field) == kDeletedField;
      const bool elsewhere = row && rowOfPlace(operation.field) != *row;
      if (deletion || elsewhere || !mayReadPlace(role, operation.field)) continue;
      meant.insert({id, operation.field});
    }
  }
  return meant;
}

std::pair<Operation, Told> Schedule::composeDeletion(Role role, const Sight& sight,
                                                     Deletion deletion) {
  Told told;
  told.kind = deletion == Deletion::kDelete ? Kind::kDeletes : Kind::kKeeps;
  told.saw = seenIn(role, 0, sight, kDeletedField);
  told.meant = meantBy(role, sight, std::nullopt);
  return {authorDelete(testType(), role, sight.state, deletion), std::move(told)};
}

// Removes a row that is shown, and mostly keeps one that was removed.
std::optional<std::pair<Operation, Told>> Schedule::composeRemoval(Role role, const Sight& sight,
                                                                   unsigned row) {
  const RowState& shown = rowOf(sight.state, row);
  if (shown.fields.empty()) return std::nullopt;
  const bool keeps = isDeleted(shown) ? chance(80) : isDeleteContested(shown) && chance(50);
  Told told;
  told.field = placeInRow(row, kDeletedField);
  told.kind = keeps ? Kind::kKeeps : Kind::kDeletes;
  told.saw = seenIn(role, 0, sight, told.field);
  told.meant = meantBy(role, sight, row);
  const RowEntry entry{
      RowIs::kThere, test::row(row), {}, keeps ? Deletion::kKeep : Deletion::kDelete};
  const FieldEdit edit{"rows", RowEntries{{entry}}};
  return std::pair{*authorEdit(testType(), role, sight.state, edit), std::move(told)};
}

ChangeId Schedule::enter(unsigned author, std::size_t record, std::uint64_t counter,
                         HybridTime time, std::vector<std::pair<Operation, Told>> composed) {
  Entry entry{ChangeBuilder{author, counter}.time(time.millis), record,
              author == 9 ? Author::kServer : Author::kTablet, false, std::nullopt};
  entry.change.record = test::record(static_cast<unsigned>(record));
  std::ranges::sort(composed, {}, [](const auto& one) { return one.first.field; });
  std::vector<Told> told;
  std::string what = "change " + std::to_string(entries_.size()) + ", " + std::to_string(author) +
                     ":" + std::to_string(counter) + " of record " + std::to_string(record);
  for (auto& [operation, tale] : composed) {
    what += ", place " + std::to_string(tale.field) + " seen " +
            (operation.seen ? std::to_string(operation.seen->n) : "nothing");
    addOperation(entry.change.operations, std::move(operation));
    told.push_back(std::move(tale));
  }
  tell(what);
  const ChangeId id = oracle_.tell(std::move(told));
  byDot_[entry.change.dot] = id;
  entries_.push_back(std::move(entry));
  return id;
}

void Schedule::write(Tablet& tablet, std::size_t record,
                     std::vector<std::pair<Operation, Told>> composed) {
  tablet.clock = std::max(tablet.clock + 1, now_ + tablet.skew);
  const ChangeId id =
      enter(tablet.name, record, ++tablet.counter, {tablet.clock, 0}, std::move(composed));
  entries_[id].refusable = chance(10);
  tablet.outbox.push_back(id);
}

}  // namespace rapport::test
