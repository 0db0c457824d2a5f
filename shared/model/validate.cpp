#include "shared/model/validate.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <string>

#include "shared/base/limits.h"
#include "shared/base/utf8.h"
#include "shared/model/iso_time.h"
#include "shared/model/language_tag.h"

namespace rapport {
namespace {

std::string shown(double number) {
  char text[32];
  std::snprintf(text, sizeof text, "%.15g", number);
  return text;
}

std::string namesOf(const std::vector<Enumerator>& values) {
  std::string out;
  for (const Enumerator& value : values) {
    if (!out.empty()) out += ", ";
    out += value.name;
  }
  return out;
}

std::string describeNumber(const FieldDeclaration& field) {
  if (field.rule == MergeRule::kCount) {
    const std::string most = std::to_string(limits::kCountStep);
    return "a whole number to add, from -" + most + " to " + most;
  }
  std::string out = field.kind == FieldKind::kNumber ? "a whole number" : "a decimal number";
  if (field.least && field.most)
    return out + " from " + shown(*field.least) + " to " + shown(*field.most);
  if (field.least) return out + ", at least " + shown(*field.least);
  if (field.most) return out + ", at most " + shown(*field.most);
  return out;
}

std::string describeText() {
  return "text in UTF-8 without NUL characters, at most " +
         std::to_string(limits::kTextBytes / 1024) + " KiB";
}

std::string describeText(const FieldDeclaration& field) {
  if (field.spelling) return std::string(describe(*field.spelling));
  if (!field.maxLength) return describeText();
  return "text of at most " + std::to_string(*field.maxLength) + " characters";
}

// What this field takes, to follow "takes".
std::string describe(const FieldDeclaration& field) {
  switch (field.kind) {
    case FieldKind::kText:
    case FieldKind::kLongText:
    case FieldKind::kPlace:
      return describeText(field);
    case FieldKind::kNumber:
    case FieldKind::kDecimal:
      return describeNumber(field);
    case FieldKind::kBoolean:
      return "true or false";
    case FieldKind::kDate:
      return "a date of the calendar such as 2026-11-28";
    case FieldKind::kTime:
      return "a time of day such as 18:30";
    case FieldKind::kDateTime:
      return "a date and time with offset such as 2026-11-28T18:30:00-06:00";
    case FieldKind::kEnumeration:
      return "one of " + namesOf(field.values);
    case FieldKind::kReference:
      return "the id of a record of type " + *field.reference + ", a UUID in lower case";
    case FieldKind::kLanguage:
      return field.rule == MergeRule::kUnion ? describeText()
                                             : "a language tag such as en, es or zh-Hant";
    case FieldKind::kRow:
      return "a row of cells";
  }
  return "a value of a known kind";
}

bool isPlainText(const std::string& text) {
  return text.size() <= limits::kTextBytes && isText(text);
}

// Each character of UTF-8 has one byte that continues none.
std::size_t charactersIn(const std::string& text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

bool isTextFor(const FieldDeclaration& field, const std::string& text) {
  if (!isPlainText(text)) return false;
  if (field.maxLength && charactersIn(text) > *field.maxLength) return false;
  return !field.spelling || isSpelled(*field.spelling, text);
}

bool isId(const std::string& text) {
  const auto id = Uuid::parse(text);
  return id && id->toString() == text;
}

bool inRange(const FieldDeclaration& field, double number) {
  return !(field.least && number < *field.least) && !(field.most && number > *field.most);
}

bool accepts(const FieldDeclaration& field, const std::string& text) {
  switch (field.kind) {
    case FieldKind::kText:
    case FieldKind::kLongText:
    case FieldKind::kPlace:
      return isTextFor(field, text);
    case FieldKind::kDate:
      return parseDate(text).has_value();
    case FieldKind::kTime:
      return parseTimeOfDay(text).has_value();
    case FieldKind::kDateTime:
      return parseDateTime(text).has_value();
    case FieldKind::kEnumeration:
      return field.enumerator(text) != nullptr;
    case FieldKind::kReference:
      return isId(text);
    case FieldKind::kLanguage:
      return field.rule == MergeRule::kUnion ? isPlainText(text) : isLanguageTag(text);
    case FieldKind::kNumber:
    case FieldKind::kDecimal:
    case FieldKind::kBoolean:
    case FieldKind::kRow:
      return false;
  }
  return false;
}

bool accepts(const FieldDeclaration& field, bool) { return field.kind == FieldKind::kBoolean; }

bool accepts(const FieldDeclaration& field, std::int64_t number) {
  if (field.kind != FieldKind::kNumber) return false;
  const std::int64_t most =
      field.rule == MergeRule::kCount ? limits::kCountStep : limits::kJsonInteger;
  return number >= -most && number <= most && inRange(field, static_cast<double>(number));
}

bool accepts(const FieldDeclaration& field, double number) {
  return field.kind == FieldKind::kDecimal && std::isfinite(number) && inRange(field, number);
}

bool acceptsCleared(MergeRule rule) {
  return rule == MergeRule::kLatest || rule == MergeRule::kAsk || rule == MergeRule::kMin ||
         rule == MergeRule::kMax;
}

bool isSmall(const RowValue::Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return isPlainText(*text);
  const auto* number = std::get_if<double>(&cell);
  return number == nullptr || std::isfinite(*number);
}

Status refusal(const std::string& place, const std::string& wanted) {
  return Error{ErrorCode::kInvalid, place + " takes " + wanted + "."};
}

Status validateRow(const RecordType& type, const FieldDeclaration& field, const RowValue& row) {
  const auto place = [&] { return placeOf(type, field); };
  if (field.kind != FieldKind::kRow) return refusal(place(), describe(field));
  if (row.cells.size() > limits::kRowCells) {
    return refusal(place(), "rows of at most " + std::to_string(limits::kRowCells) + " cells");
  }
  FieldNumber previous = 0;
  for (const auto& [number, cell] : row.cells) {
    if (number <= previous) return refusal(place(), "rows whose cells ascend by number, each once");
    previous = number;
    const FieldDeclaration* declared = field.cell(number);
    const bool fits =
        declared == nullptr
            ? isSmall(cell)
            : std::visit([&](const auto& held) { return accepts(*declared, held); }, cell);
    if (fits) continue;
    return declared == nullptr ? refusal(place(), describeText())
                               : refusal(place() + ", cell " + declared->name, describe(*declared));
  }
  return {};
}

}  // namespace

Status validateValue(const RecordType& type, const FieldDeclaration& field, const Value& value) {
  // Words are made for a refusal alone: nearly every value fits.
  if (isCleared(value)) {
    if (acceptsCleared(field.rule)) return {};
    return Error{ErrorCode::kInvalid,
                 placeOf(type, field) + " cannot be cleared; it takes " + describe(field) + "."};
  }
  if (const auto* row = std::get_if<RowValue>(&value)) return validateRow(type, field, *row);

  bool fits = false;
  if (const auto* status = std::get_if<StatusValue>(&value)) {
    fits = field.rule == MergeRule::kStatus && field.enumerator(status->state) != nullptr;
  } else if (std::holds_alternative<ConsentValue>(value)) {
    fits = field.rule == MergeRule::kConsent;
  } else if (field.rule != MergeRule::kStatus && field.rule != MergeRule::kConsent) {
    if (const auto* text = std::get_if<std::string>(&value)) fits = accepts(field, *text);
    if (const auto* flag = std::get_if<bool>(&value)) fits = accepts(field, *flag);
    if (const auto* number = std::get_if<std::int64_t>(&value)) fits = accepts(field, *number);
    if (const auto* number = std::get_if<double>(&value)) fits = accepts(field, *number);
  }
  return fits ? Status{} : refusal(placeOf(type, field), describe(field));
}

}  // namespace rapport
