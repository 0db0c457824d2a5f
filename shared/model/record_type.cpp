#include "shared/model/record_type.h"

#include <algorithm>
#include <iterator>

namespace rapport {
namespace {

template <typename T>
struct Word {
  T value;
  std::string_view name;
};

constexpr Word<FieldKind> kKinds[] = {{FieldKind::kText, "text"},
                                      {FieldKind::kLongText, "long_text"},
                                      {FieldKind::kNumber, "number"},
                                      {FieldKind::kDecimal, "decimal"},
                                      {FieldKind::kBoolean, "boolean"},
                                      {FieldKind::kDate, "date"},
                                      {FieldKind::kTime, "time"},
                                      {FieldKind::kDateTime, "date_time"},
                                      {FieldKind::kEnumeration, "enumeration"},
                                      {FieldKind::kReference, "reference"},
                                      {FieldKind::kLanguage, "language"},
                                      {FieldKind::kPlace, "place"},
                                      {FieldKind::kRow, "row"}};

constexpr Word<MergeRule> kRules[] = {{MergeRule::kLatest, "latest"},
                                      {MergeRule::kAsk, "ask"},
                                      {MergeRule::kImmutable, "immutable"},
                                      {MergeRule::kUnion, "union"},
                                      {MergeRule::kAppend, "append"},
                                      {MergeRule::kCount, "count"},
                                      {MergeRule::kMin, "min"},
                                      {MergeRule::kMax, "max"},
                                      {MergeRule::kOr, "or"},
                                      {MergeRule::kStatus, "status"},
                                      {MergeRule::kConsent, "consent"},
                                      {MergeRule::kRows, "rows"}};

constexpr Word<Role> kRoles[] = {{Role::kVolunteer, "volunteer"},
                                 {Role::kWorker, "worker"},
                                 {Role::kCoordinator, "coordinator"},
                                 {Role::kSafeguarding, "safeguarding"},
                                 {Role::kAdmin, "admin"}};

template <typename T, std::size_t N>
std::string_view wordFor(const Word<T> (&words)[N], T value) {
  const auto found = std::ranges::find(words, value, &Word<T>::value);
  return found == std::end(words) ? std::string_view{} : found->name;
}

template <typename T, std::size_t N>
std::optional<T> valueFor(const Word<T> (&words)[N], std::string_view name) {
  const auto found = std::ranges::find(words, name, &Word<T>::name);
  if (found == std::end(words)) return std::nullopt;
  return found->value;
}

template <typename Things, typename Key, typename Member>
const typename Things::value_type* findBy(const Things& things, const Key& key, Member member) {
  const auto found = std::ranges::find(things, key, member);
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

std::string_view nameOf(FieldKind kind) { return wordFor(kKinds, kind); }
std::string_view nameOf(MergeRule rule) { return wordFor(kRules, rule); }
std::string_view nameOf(Role role) { return wordFor(kRoles, role); }
std::optional<FieldKind> kindNamed(std::string_view name) { return valueFor(kKinds, name); }
std::optional<MergeRule> ruleNamed(std::string_view name) { return valueFor(kRules, name); }
std::optional<Role> roleNamed(std::string_view name) { return valueFor(kRoles, name); }

const Enumerator* FieldDeclaration::enumerator(std::string_view value) const {
  return findBy(values, value, &Enumerator::name);
}

const FieldDeclaration* FieldDeclaration::cell(std::string_view cellName) const {
  return findBy(cells, cellName, &FieldDeclaration::name);
}

const FieldDeclaration* FieldDeclaration::cell(FieldNumber cellNumber) const {
  return findBy(cells, cellNumber, &FieldDeclaration::number);
}

const FieldDeclaration* RecordType::field(std::string_view fieldName) const {
  return findBy(fields, fieldName, &FieldDeclaration::name);
}

const FieldDeclaration* RecordType::field(FieldNumber fieldNumber) const {
  return findBy(fields, fieldNumber, &FieldDeclaration::number);
}

const FieldDeclaration* subjectOf(const RecordType& type) {
  const FieldDeclaration* first = type.title.empty() ? nullptr : type.field(type.title.front());
  return first != nullptr && first->kind == FieldKind::kReference ? first : nullptr;
}

std::string placeOf(const RecordType& type, const FieldDeclaration& field) {
  const std::string within = field.inRow.empty() ? "" : " in a row of " + field.inRow;
  return "The field " + field.name + within + " of " + type.name;
}

}  // namespace rapport
