#include "tests/shared/merge/builders.h"

#include <algorithm>

#include "shared/merge/state_codec.h"

namespace rapport::test {
namespace {

const std::set<Role> kEverybody{Role::kVolunteer, Role::kWorker, Role::kCoordinator,
                                Role::kSafeguarding};
const std::set<Role> kStaff{Role::kWorker, Role::kCoordinator, Role::kSafeguarding};

Enumerator stage(std::string name, std::uint32_t rank, bool final = false) {
  return {std::move(name), {}, rank, final};
}

FieldDeclaration field(FieldNumber number, std::string name, MergeRule rule,
                       FieldKind kind = FieldKind::kText) {
  FieldDeclaration declaration;
  declaration.number = number;
  declaration.name = std::move(name);
  declaration.rule = rule;
  declaration.kind = kind;
  return declaration;
}

std::vector<FieldDeclaration> makeCells(const std::vector<Enumerator>& stages) {
  std::vector<FieldDeclaration> cells = {
      field(kWhat, "what", MergeRule::kAsk),
      field(kTags, "tags", MergeRule::kUnion),
      field(kHeads, "heads", MergeRule::kCount, FieldKind::kNumber),
      field(kStage, "stage", MergeRule::kStatus, FieldKind::kEnumeration),
      field(kFixed, "fixed", MergeRule::kImmutable),
      field(kStaffCell, "staff_cell", MergeRule::kAsk),
      field(kFirm, "firm", MergeRule::kOr, FieldKind::kBoolean)};
  for (FieldDeclaration& cell : cells) cell.inRow = "rows";
  cells[kStage - 1].values = stages;
  cells[kStaffCell - 1].sensitivity = Sensitivity::kPersonal;
  cells[kFirm - 1].neverFalls = true;
  return cells;
}

RecordType makeType() {
  RecordType type;
  type.number = 1;
  type.name = "promise";
  type.readers = type.writers = kEverybody;
  type.sealedWhen = "sealed";
  type.fields = {field(kLatest, "latest", MergeRule::kLatest),
                 field(kAsk, "ask", MergeRule::kAsk),
                 field(kImmutable, "immutable", MergeRule::kImmutable),
                 field(kUnion, "union", MergeRule::kUnion),
                 field(kAppend, "append", MergeRule::kAppend, FieldKind::kRow),
                 field(kCount, "count", MergeRule::kCount, FieldKind::kNumber),
                 field(kMin, "min", MergeRule::kMin, FieldKind::kNumber),
                 field(kMax, "max", MergeRule::kMax, FieldKind::kNumber),
                 field(kOr, "or", MergeRule::kOr, FieldKind::kBoolean),
                 field(kStatus, "status", MergeRule::kStatus, FieldKind::kEnumeration),
                 field(kConsent, "consent", MergeRule::kConsent, FieldKind::kEnumeration),
                 field(kStaffOnly, "staff_only", MergeRule::kAsk),
                 field(kHandIn, "hand_in", MergeRule::kAsk),
                 field(kSealed, "sealed", MergeRule::kOr, FieldKind::kBoolean),
                 field(kDue, "due", MergeRule::kMin, FieldKind::kDateTime),
                 field(kRevoked, "revoked", MergeRule::kOr, FieldKind::kBoolean),
                 field(kRows, "rows", MergeRule::kRows, FieldKind::kRow)};
  const auto at = [&type](FieldNumber number) -> FieldDeclaration& {
    return type.fields[number - 1];
  };
  at(kAppend).cells = {field(1, "why", MergeRule::kLatest)};
  at(kStatus).values = {stage("open", 0), stage("doing", 1), stage("kept", 2, true),
                        stage("broken", 2, true), stage("waiting", 3)};
  at(kConsent).values = {stage("yes", 0), stage("no", 0), stage("withdrawn", 0)};
  at(kStaffOnly).readers = at(kStaffOnly).writers = kStaff;
  at(kHandIn).readers = kStaff;
  at(kSealed).neverFalls = at(kRevoked).neverFalls = true;
  at(kRows).cells = makeCells(at(kStatus).values);
  return type;
}

Uuid uuid(std::uint8_t kind, unsigned name) {
  Uuid id;
  id.bytes[0] = kind;
  id.bytes[15] = static_cast<std::uint8_t>(name);
  return id;
}

const FieldState kNothing;

const FieldState& stateOf(const RecordState& state, FieldNumber number) {
  const FieldState* found = state.field(number);
  return found != nullptr ? *found : kNothing;
}

}  // namespace

const RecordType& testType() {
  static const RecordType type = makeType();
  return type;
}

const FieldDeclaration& declared(FieldNumber number) { return *testType().field(number); }

const FieldDeclaration& declaredCell(FieldNumber number) { return *declared(kRows).cell(number); }

ReplicaId replica(unsigned name) { return {uuid(0xAA, name)}; }
PersonId person(unsigned name) { return {uuid(0xBB, name)}; }
RecordId record(unsigned name) { return {uuid(0xCC, name)}; }
RowId row(unsigned name) { return {uuid(0xDD, name)}; }
Number at(std::uint64_t n) { return {kEpoch, n}; }
Dot dot(unsigned replicaName, std::uint64_t counter) { return {replica(replicaName), counter}; }

ChangeBuilder::ChangeBuilder(unsigned replicaName, std::uint64_t counter) {
  change_.dot = dot(replicaName, counter);
  change_.record = record(1);
  change_.type = testType().number;
  change_.person = person(replicaName);
  change_.time = {static_cast<std::int64_t>(counter * 10), 0};
}

ChangeBuilder& ChangeBuilder::saw(std::uint64_t n) {
  seen_ = n > 0 ? std::optional{at(n)} : std::nullopt;
  return *this;
}

ChangeBuilder& ChangeBuilder::operation(FieldNumber number, Deed deed) {
  change_.operations.push_back({number, seen_, {}, std::move(deed)});
  std::ranges::sort(change_.operations, {}, &Operation::field);
  return *this;
}

ChangeBuilder& ChangeBuilder::write(FieldNumber number, Value value) {
  return operation(number, WriteValue{std::move(value)});
}

ChangeBuilder& ChangeBuilder::edit(FieldNumber number, std::vector<Value> added,
                                   std::vector<Value> removed) {
  return operation(number, EditElements{std::move(added), std::move(removed)});
}

ChangeBuilder& ChangeBuilder::add(FieldNumber number, std::int64_t amount) {
  return operation(number, AddAmount{amount});
}

ChangeBuilder& ChangeBuilder::erase(std::vector<FieldNumber> unreadable) {
  return operation(kDeletedField, SetDeleted{Deletion::kDelete, std::move(unreadable)});
}

ChangeBuilder& ChangeBuilder::keep() {
  return operation(kDeletedField, SetDeleted{Deletion::kKeep, {}});
}

ChangeBuilder& ChangeBuilder::cell(unsigned rowName, FieldNumber number, Deed deed) {
  auto found = std::ranges::find(change_.operations, kRows, &Operation::field);
  if (found == change_.operations.end()) {
    operation(kRows, EditRows{});
    found = std::ranges::find(change_.operations, kRows, &Operation::field);
  }
  auto& rows = std::get<EditRows>(found->deed).rows;
  auto place = std::ranges::lower_bound(rows, row(rowName), {}, &RowEdit::row);
  if (place == rows.end() || place->row != row(rowName)) {
    place = rows.insert(place, RowEdit{row(rowName), {}});
  }
  place->operations.push_back({number, seen_, {}, std::move(deed)});
  std::ranges::sort(place->operations, {}, &Operation::field);
  return *this;
}

ChangeBuilder& ChangeBuilder::write(unsigned rowName, FieldNumber number, Value value) {
  return cell(rowName, number, WriteValue{std::move(value)});
}

ChangeBuilder& ChangeBuilder::eraseRow(unsigned rowName, std::vector<FieldNumber> unreadable) {
  return cell(rowName, kDeletedField, SetDeleted{Deletion::kDelete, std::move(unreadable)});
}

ChangeBuilder& ChangeBuilder::keepRow(unsigned rowName) {
  return cell(rowName, kDeletedField, SetDeleted{Deletion::kKeep});
}

ChangeBuilder& ChangeBuilder::hiding(std::vector<Dot> notShown) {
  change_.operations.back().notShown = std::move(notShown);
  return *this;
}

ChangeBuilder& ChangeBuilder::time(std::int64_t millis) {
  change_.time = {millis, 0};
  return *this;
}

Applied numbered(const Change& change, std::uint64_t n, Author author) {
  return {Numbers{at(n)}, change.time, author, nullptr, nullptr};
}

Applied pending(const Change& change) {
  return {Numbers{}, change.time, Author::kTablet, nullptr, nullptr};
}

Shelf& Shelf::take(const Change& change, Author author, const Formerly* formerly) {
  Applied applied = numbered(change, ++last_, author);
  applied.formerly = formerly;
  apply(state_, change, applied);
  return *this;
}

FieldReading reading(const RecordState& state, FieldNumber number) {
  return readField(declared(number), stateOf(state, number));
}

Value valueOf(const RecordState& state, FieldNumber number) { return reading(state, number).value; }

std::vector<Value> elementsOf(const RecordState& state, FieldNumber number) {
  return reading(state, number).elements;
}

std::vector<Value> versionsOf(const RecordState& state, FieldNumber number) {
  std::vector<Value> values;
  for (const Head* head : reading(state, number).versions) values.push_back(head->value);
  return values;
}

std::vector<Dot> dotsOf(const RecordState& state, FieldNumber number) {
  std::vector<Dot> dots;
  for (const Head& head : stateOf(state, number).heads) dots.push_back(head.dot);
  return dots;
}

const RowState& rowOf(const RecordState& state, unsigned rowName) {
  static const RowState kNoRow;
  const RowState* found = stateOf(state, kRows).row(row(rowName));
  return found != nullptr ? *found : kNoRow;
}

std::vector<unsigned> rowsOf(const RecordState& state) {
  std::vector<unsigned> names;
  for (const RowState* each : reading(state, kRows).rows) names.push_back(each->id.uuid.bytes[15]);
  return names;
}

FieldReading reading(const RowState& ofRow, FieldNumber cell) {
  const FieldState* found = ofRow.field(cell);
  return readField(declaredCell(cell), found != nullptr ? *found : kNothing);
}

Value valueOf(const RowState& ofRow, FieldNumber cell) { return reading(ofRow, cell).value; }

Value text(std::string words) { return words; }
Value whole(std::int64_t number) { return number; }
Value status(std::uint32_t generation, std::string state) {
  return StatusValue{generation, std::move(state)};
}
Value consent(std::uint32_t generation, ConsentAnswer answer) {
  return ConsentValue{generation, answer, std::nullopt};
}

Bytes encoded(const RecordState& state) {
  ByteWriter out;
  encodeState(out, state);
  return out.take();
}

Bytes hashed(const RecordState& state) {
  ByteWriter out;
  encodeHashed(out, state);
  return out.take();
}

}  // namespace rapport::test
