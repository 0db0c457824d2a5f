#include "shared/model/declaration_rules.h"

#include <algorithm>
#include <set>

#include "shared/model/declaration_layout.h"
#include "shared/model/sealing.h"

namespace rapport {
namespace {

using Kinds = std::set<FieldKind>;

// The kinds that a merge rule can work on; empty means every kind that is not a row.
const Kinds& kindsFor(MergeRule rule) {
  static const Kinds kAll;
  static const Kinds kSets = {FieldKind::kText,        FieldKind::kNumber,    FieldKind::kDate,
                              FieldKind::kEnumeration, FieldKind::kReference, FieldKind::kLanguage,
                              FieldKind::kPlace};
  static const Kinds kRows = {FieldKind::kRow};
  static const Kinds kCounts = {FieldKind::kNumber};
  static const Kinds kOrdered = {FieldKind::kNumber, FieldKind::kDecimal, FieldKind::kDate,
                                 FieldKind::kTime, FieldKind::kDateTime};
  static const Kinds kBooleans = {FieldKind::kBoolean};
  static const Kinds kEnumerations = {FieldKind::kEnumeration};
  switch (rule) {
    case MergeRule::kLatest:
    case MergeRule::kAsk:
    case MergeRule::kImmutable:
      return kAll;
    case MergeRule::kUnion:
      return kSets;
    case MergeRule::kAppend:
    case MergeRule::kRows:
      return kRows;
    case MergeRule::kCount:
      return kCounts;
    case MergeRule::kMin:
    case MergeRule::kMax:
      return kOrdered;
    case MergeRule::kOr:
      return kBooleans;
    case MergeRule::kStatus:
    case MergeRule::kConsent:
      return kEnumerations;
  }
  return kAll;
}

std::string listOf(const Kinds& kinds) {
  std::string out;
  for (const FieldKind kind : kinds) {
    if (!out.empty()) out += ", ";
    out += nameOf(kind);
  }
  return out;
}

std::string ruleComplaint(const FieldDeclaration& field) {
  const Kinds& kinds = kindsFor(field.rule);
  const bool fits = kinds.empty() ? field.kind != FieldKind::kRow : kinds.contains(field.kind);
  if (fits) return {};
  if (field.kind == FieldKind::kRow) return "a row can only have the rule \"append\" or \"rows\"";
  return "the rule \"" + std::string(nameOf(field.rule)) + "\" does not fit the kind \"" +
         std::string(nameOf(field.kind)) + "\"; it works on " + listOf(kinds);
}

bool isConsentAnswers(const std::vector<Enumerator>& values) {
  std::set<std::string> names;
  for (const Enumerator& value : values) names.insert(value.name);
  return values.size() == 3 && names == std::set<std::string>{"yes", "no", "withdrawn"};
}

std::string valuesComplaint(const FieldDeclaration& field) {
  const bool enumeration = field.kind == FieldKind::kEnumeration;
  if (enumeration && field.values.empty()) return "an enumeration needs its \"values\"";
  if (!enumeration && !field.values.empty()) return "only an enumeration has \"values\"";
  std::set<std::string> names;
  for (const Enumerator& value : field.values) {
    if (!names.insert(value.name).second) return "the value \"" + value.name + "\" stands twice";
  }
  if (field.rule == MergeRule::kConsent && !isConsentAnswers(field.values)) {
    return "a consent has exactly the values \"yes\", \"no\" and \"withdrawn\"";
  }
  return {};
}

std::string detailComplaint(const FieldDeclaration& field) {
  const bool reference = field.kind == FieldKind::kReference;
  if (reference && !field.reference) return "a reference needs the key \"reference\" with a type";
  if (!reference && field.reference) return "only a reference names a type under \"reference\"";
  const bool number = field.kind == FieldKind::kNumber || field.kind == FieldKind::kDecimal;
  const bool bounded = field.least || field.most;
  if (bounded && (!number || field.rule == MergeRule::kCount)) {
    return "only a number or decimal that is not counted can have \"least\" and \"most\"";
  }
  if (field.least && field.most && *field.least > *field.most) {
    return "\"least\" is greater than \"most\"";
  }
  if (field.neverFalls && field.rule != MergeRule::kOr) {
    return "\"never_falls\" is for the rule \"or\"";
  }
  const bool single = field.rule == MergeRule::kImmutable || field.rule == MergeRule::kLatest;
  const bool names = reference || field.spelling == Spelling::kRecordId;
  if (field.belongs && !(single && names)) {
    return "\"belongs\" is for a field that names one record";
  }
  const bool row = field.kind == FieldKind::kRow;
  if (row && field.cells.empty()) return "a row needs its \"cells\"";
  if (!row && !field.cells.empty()) return "only a row has \"cells\"";
  for (const FieldDeclaration& cell : field.cells) {
    if (cell.sensitivity < field.sensitivity) {
      return "cell " + cell.name + ": its class is below the one of the field it stands in";
    }
  }
  return {};
}

template <typename Fields>
TypeComplaint duplicateComplaint(const Fields& fields) {
  std::set<FieldNumber> numbers;
  std::set<std::string> names;
  for (const FieldDeclaration& field : fields) {
    if (!names.insert(field.name).second) {
      return {field.name, "two fields have this name"};
    }
    if (!numbers.insert(field.number).second) {
      return {field.name, "the number " + std::to_string(field.number) +
                              " is already another field's, and numbers are for life"};
    }
  }
  return {};
}

TypeComplaint accessComplaint(const RecordType& type) {
  for (const FieldDeclaration& field : type.fields) {
    const bool narrower = std::ranges::includes(type.readers, field.readers);
    if (!narrower) return {field.name, "\"readers\" names a role that cannot read the type"};
    if (!std::ranges::includes(type.writers, field.writers)) {
      return {field.name, "\"writers\" names a role that cannot write the type"};
    }
  }
  return {};
}

TypeComplaint titleComplaint(const RecordType& type) {
  for (const std::string& name : type.title) {
    const FieldDeclaration* field = type.field(name);
    if (field == nullptr)
      return {"", "the title names the field \"" + name + "\", which does not exist"};
    if (field->kind == FieldKind::kRow || field->rule == MergeRule::kCount) {
      return {name, "a title cannot be a row or a count"};
    }
  }
  return {};
}

TypeComplaint sealComplaint(const RecordType& type) {
  if (!type.sealedWhen) return {};
  const FieldDeclaration* field = type.field(*type.sealedWhen);
  if (field == nullptr) {
    return {"",
            "\"sealed_when\" names the field \"" + *type.sealedWhen + "\", which does not exist"};
  }
  if (!field->neverFalls) {
    return {field->name, "\"sealed_when\" needs a field with the rule \"or\" that never falls"};
  }
  if (!type.readers.contains(Role::kSafeguarding)) {
    return {"",
            "\"sealed_when\" needs the reader \"safeguarding\", or nobody could read the record"};
  }
  return {};
}

TypeComplaint bodiesComplaint(const RecordType& type) {
  const SealingComplaint complaint = sealingComplaint(type);
  return {complaint.field, complaint.reason};
}

// What an answer may hold: nothing that says when it was given, finer than its week, or where.
bool fitsDrop(const FieldDeclaration& field) {
  if (field.rule != MergeRule::kLatest) return false;
  switch (field.kind) {
    case FieldKind::kDate:
      return field.name == kWeekField;
    case FieldKind::kTime:
    case FieldKind::kDateTime:
    case FieldKind::kPlace:
    case FieldKind::kRow:
      return false;
    default:
      return true;
  }
}

TypeComplaint dropComplaint(const RecordType& type) {
  if (!type.drop) return {};
  if (!type.readers.empty() || !type.writers.empty()) {
    return {"", "a \"drop\" is read and written as a record by nobody"};
  }
  const FieldDeclaration* about = subjectOf(type);
  if (about == nullptr || !about->required) {
    return {"", "the title of a \"drop\" is a required reference: what its answers are about"};
  }
  for (const FieldDeclaration& field : type.fields) {
    if (fitsDrop(field)) continue;
    return {field.name,
            "a \"drop\" has fields with the rule \"latest\" alone, no rows, no places, and no time "
            "but the date \"week\""};
  }
  const FieldDeclaration* week = type.field(kWeekField);
  if (week != nullptr && week->kind == FieldKind::kDate) return {};
  return {"", "a \"drop\" has a date \"week\""};
}

std::string textComplaint(const FieldDeclaration& field) {
  if (!field.maxLength && !field.spelling) return {};
  const bool text = field.kind == FieldKind::kText || field.kind == FieldKind::kLongText ||
                    field.kind == FieldKind::kPlace;
  if (!text) return "only text can have \"max_length\" and \"spelling\"";
  return field.spelling && field.maxLength ? "a \"spelling\" has its length already" : "";
}

}  // namespace

std::string fieldComplaint(const FieldDeclaration& field) {
  std::string complaint = ruleComplaint(field);
  if (complaint.empty()) complaint = valuesComplaint(field);
  if (complaint.empty()) complaint = detailComplaint(field);
  if (complaint.empty()) complaint = textComplaint(field);
  if (complaint.empty()) {
    const TypeComplaint cells = duplicateComplaint(field.cells);
    if (!cells.reason.empty()) complaint = "cell " + cells.field + ": " + cells.reason;
  }
  return complaint;
}

TypeComplaint typeComplaint(const RecordType& type) {
  TypeComplaint complaint = duplicateComplaint(type.fields);
  if (complaint.reason.empty()) complaint = accessComplaint(type);
  if (complaint.reason.empty()) complaint = titleComplaint(type);
  if (complaint.reason.empty()) complaint = sealComplaint(type);
  if (complaint.reason.empty()) complaint = bodiesComplaint(type);
  if (complaint.reason.empty()) complaint = dropComplaint(type);
  if (complaint.reason.empty()) {
    const LayoutComplaint layout = layoutComplaint(type);
    complaint = {layout.field, layout.reason};
  }
  return complaint;
}

}  // namespace rapport
