#include "tests/simulation/wishes.h"

#include <algorithm>

#include "shared/merge/read.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

constexpr std::uint64_t kLargeOf100 = 10;
constexpr std::int64_t kLargeBytes = 60'000;

struct ToEdit {
  std::variant<Value, EditElements, AddAmount> operator()(const Value& value) const {
    return value;
  }
  std::variant<Value, EditElements, AddAmount> operator()(const EditElements& edit) const {
    return edit;
  }
  std::variant<Value, EditElements, AddAmount> operator()(const AddAmount& add) const {
    return add;
  }
  std::variant<Value, EditElements, AddAmount> operator()(Deletion) const { return Value{}; }
};

}  // namespace

FieldEdit editOf(const RecordType& type, const Wish& wish) {
  return {type.field(wish.field)->name, std::visit(ToEdit{}, wish.what)};
}

Wish wishOf(const RecordType& type, const FieldEdit& edit) {
  Wish wish;
  wish.field = type.field(edit.field)->number;
  if (const auto* value = std::get_if<Value>(&edit.what)) wish.what = *value;
  if (const auto* elements = std::get_if<EditElements>(&edit.what)) wish.what = *elements;
  if (const auto* add = std::get_if<AddAmount>(&edit.what)) wish.what = *add;
  return wish;
}

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
  const bool large = scene_.options.has(Trait::kLargeValues) && dice_.chance(kLargeOf100);
  if (large) words.append(static_cast<std::size_t>(dice_.between(1, kLargeBytes)), 'x');
  return words;
}

Value Wishes::valueFor(const RecordType& type, const FieldDeclaration& field) {
  const bool secret = isHidden(type, field.number, Role::kVolunteer);
  switch (field.kind) {
    case FieldKind::kNumber:
      return dice_.between(0, 5);
    case FieldKind::kBoolean:
      return dice_.chance(40);
    case FieldKind::kEnumeration:
      return dice_.of(field.values).name;
    case FieldKind::kRow:
      return RowValue{{{1, text(secret)}}};
    default:
      break;
  }
  const bool clearable = field.rule == MergeRule::kAsk || field.rule == MergeRule::kLatest;
  if (clearable && dice_.chance(10)) return {};
  return text(secret);
}

Wish Wishes::forField(const RecordType& type, const FieldDeclaration& field,
                      const RecordState& shown) {
  if (field.rule == MergeRule::kCount) return {field.number, AddAmount{dice_.between(-2, 4)}};
  if (field.rule != MergeRule::kUnion && field.rule != MergeRule::kAppend) {
    return {field.number, valueFor(type, field)};
  }
  EditElements edit;
  const FieldState* state = shown.field(field.number);
  if (state != nullptr && dice_.chance(40)) {
    edit.removed.push_back(dice_.of(readField(field, *state).elements));
  }
  if (edit.removed.empty() || dice_.chance(20)) edit.added.push_back(valueFor(type, field));
  if (dice_.chance(20)) edit.added.push_back(valueFor(type, field));
  // As the real authoring cleans it: each once, and what is added is not removed.
  std::ranges::sort(edit.added, std::less{});
  edit.added.erase(std::ranges::unique(edit.added).begin(), edit.added.end());
  std::erase_if(edit.removed, [&edit](const Value& value) {
    return std::ranges::find(edit.added, value) != edit.added.end();
  });
  return {field.number, std::move(edit)};
}

}  // namespace rapport::simulation
