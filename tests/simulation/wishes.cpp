#include "tests/simulation/wishes.h"

#include <algorithm>

#include "shared/merge/read.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

constexpr std::uint64_t kLargeOf100 = 10;
constexpr std::int64_t kLargeBytes = 60'000;

FieldEdit editOf(const FieldDeclaration& declared, const Wish& wish) {
  if (const auto* edit = std::get_if<EditElements>(&wish.what)) return {declared.name, *edit};
  if (const auto* add = std::get_if<AddAmount>(&wish.what)) return {declared.name, *add};
  return {declared.name, std::get<Value>(wish.what)};
}

Wish wishOf(const Place& place, const FieldEdit& edit) {
  if (const auto* elements = std::get_if<EditElements>(&edit.what)) return {place, *elements};
  if (const auto* add = std::get_if<AddAmount>(&edit.what)) return {place, *add};
  return {place, std::get<Value>(edit.what)};
}

const RowState* rowShown(const RecordState& shown, const Place& place) {
  const FieldState* field = shown.field(place.field);
  return field != nullptr ? field->row(rowNamed(place.row)) : nullptr;
}

// The entry for this row among the edits of its field, which may have to be begun.
RowEntry& entryFor(const FieldDeclaration& field, const Place& place, const RecordState& shown,
                   std::vector<FieldEdit>& edits) {
  auto edit = std::ranges::find(edits, field.name, &FieldEdit::field);
  if (edit == edits.end()) edit = edits.insert(edits.end(), {field.name, RowEntries{}});
  auto& rows = std::get<RowEntries>(edit->what).rows;
  const auto row = std::ranges::find(rows, std::optional(rowNamed(place.row)), &RowEntry::id);
  if (row != rows.end()) return *row;
  const bool there = rowShown(shown, place) != nullptr;
  rows.push_back({there ? RowIs::kThere : RowIs::kNew, rowNamed(place.row), {}, {}});
  return rows.back();
}

}  // namespace

std::vector<FieldEdit> editsOf(const RecordType& type, const std::vector<Wish>& wishes,
                               const RecordState& shown) {
  std::vector<FieldEdit> edits;
  for (const Wish& wish : wishes) {
    if (wish.place == Place{}) continue;
    const FieldDeclaration* declared = declaredAt(type, wish.place);
    if (wish.place.row == 0) {
      edits.push_back(editOf(*declared, wish));
      continue;
    }
    RowEntry& row = entryFor(*type.field(wish.place.field), wish.place, shown, edits);
    if (declared != nullptr) {
      row.cells.push_back(editOf(*declared, wish));
    } else {
      row.deletion = std::get<Deletion>(wish.what);
    }
  }
  return edits;
}

std::vector<Wish> wishesOf(const RecordType& type, const FieldEdit& edit) {
  const FieldDeclaration& field = *type.field(edit.field);
  const auto* entries = std::get_if<RowEntries>(&edit.what);
  if (entries == nullptr) return {wishOf({field.number}, edit)};
  std::vector<Wish> wishes;
  for (const RowEntry& row : entries->rows) {
    const Place place{field.number, nameOf(*row.id), kDeletedField};
    if (row.deletion) wishes.push_back({place, *row.deletion});
    for (const FieldEdit& cell : row.cells) {
      wishes.push_back(
          wishOf({place.field, place.row, field.cell(std::string_view{cell.field})->number}, cell));
    }
  }
  return wishes;
}

std::string markOf(RecordId record) { return "<" + record.toString() + ">"; }

std::vector<FieldNumber> Wishes::fieldsOf(const RecordType& type) {
  std::vector<FieldNumber> all;
  if (type.number == kPlot) {
    all = scene_.options.fields;
  } else {
    for (const FieldDeclaration& field : type.fields) all.push_back(field.number);
  }
  std::vector<FieldNumber> some{dice_.of(all)};
  if (dice_.chance(30)) some.push_back(dice_.of(all));
  std::ranges::sort(some);
  some.erase(std::ranges::unique(some).begin(), some.end());
  return some;
}

std::string Wishes::text(bool secret) {
  static const std::vector<std::string> kWords{"fern", "moss", "reed"};
  std::string words = secret ? kSecretMark : "";
  words += dice_.of(kWords);
  if (scene_.options.has(Trait::kErasure)) words += markOf(about_);
  const bool large = scene_.options.has(Trait::kLargeValues) && dice_.chance(kLargeOf100);
  if (large) words.append(static_cast<std::size_t>(dice_.between(1, kLargeBytes)), 'x');
  return words;
}

Value Wishes::valueFor(const RecordType& type, const Place& place) {
  const FieldDeclaration& declared = *declaredAt(type, place);
  const bool secret = isHidden(type, place, Role::kVolunteer);
  switch (declared.kind) {
    case FieldKind::kNumber:
      return dice_.between(0, 5);
    case FieldKind::kBoolean:
      return dice_.chance(40);
    case FieldKind::kEnumeration:
      return dice_.of(declared.values).name;
    case FieldKind::kRow:
      return RowValue{{{1, text(secret)}}};
    default:
      break;
  }
  const bool clearable = declared.rule == MergeRule::kAsk || declared.rule == MergeRule::kLatest;
  if (clearable && dice_.chance(10)) return {};
  return text(secret);
}

std::vector<Wish> Wishes::of(const RecordType& type, const RecordState& shown) {
  std::vector<Wish> wishes;
  for (const FieldNumber field : fieldsOf(type)) {
    if (type.field(field)->rule == MergeRule::kRows) {
      ofRow(type, field, shown, wishes);
    } else {
      wishes.push_back(at(type, {field}, shown));
    }
  }
  return wishes;
}

// One or two cells of a row, or its removal, or that it be kept after all.
void Wishes::ofRow(const RecordType& type, FieldNumber field, const RecordState& shown,
                   std::vector<Wish>& wishes) {
  static const Contents kNewRow;
  const auto name = static_cast<unsigned>(dice_.between(1, kRowNames));
  const Place place{field, name, kDeletedField};
  const RowState* row = rowShown(shown, place);
  if (row != nullptr && dice_.chance(25)) {
    const bool keeps = !row->deletes.empty() && dice_.chance(50);
    wishes.push_back({place, keeps ? Deletion::kKeep : Deletion::kDelete});
    if (dice_.chance(80)) return;
  }
  const Contents& cells = row != nullptr ? *row : kNewRow;
  const auto& declared = type.field(field)->cells;
  const FieldNumber first = dice_.of(declared).number;
  const FieldNumber second = dice_.of(declared).number;
  wishes.push_back(at(type, {field, name, first}, cells));
  if (second != first && dice_.chance(50)) {
    wishes.push_back(at(type, {field, name, second}, cells));
  }
}

Wish Wishes::at(const RecordType& type, const Place& place, const Contents& shown) {
  const FieldDeclaration& declared = *declaredAt(type, place);
  if (declared.rule == MergeRule::kCount) return {place, AddAmount{dice_.between(-2, 4)}};
  if (declared.rule != MergeRule::kUnion && declared.rule != MergeRule::kAppend) {
    return {place, valueFor(type, place)};
  }
  EditElements edit;
  const FieldState* state = shown.field(declared.number);
  if (state != nullptr && dice_.chance(40)) {
    // One that a copy emptied after a restore holds none.
    const auto elements = readField(declared, *state).elements;
    if (!elements.empty()) edit.removed.push_back(dice_.of(elements));
  }
  if (edit.removed.empty() || dice_.chance(20)) edit.added.push_back(valueFor(type, place));
  if (dice_.chance(20)) edit.added.push_back(valueFor(type, place));
  // As the real authoring cleans it: each once, and what is added is not removed.
  std::ranges::sort(edit.added, std::less{});
  edit.added.erase(std::ranges::unique(edit.added).begin(), edit.added.end());
  std::erase_if(edit.removed, [&edit](const Value& value) {
    return std::ranges::find(edit.added, value) != edit.added.end();
  });
  return {place, std::move(edit)};
}

}  // namespace rapport::simulation
