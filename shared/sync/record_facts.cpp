#include "shared/sync/record_facts.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

std::string lowerAscii(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return text;
}

bool everyReaderMayRead(const RecordType& type, const FieldDeclaration& field) {
  return std::all_of(type.readers.begin(), type.readers.end(), [&](Role role) {
    return !mayRead(type, role) || mayRead(type, &field, role);
  });
}

void appendWords(std::string& out, const Value& value) {
  const std::string words = searchTextOf(value);
  if (words.empty() || out.size() + words.size() >= limits::kSearchBytes) return;
  if (!out.empty()) out += '\n';
  out += words;
}

bool isSealed(const RecordType& type, const RecordState& record) {
  const FieldDeclaration* seal = type.sealedWhen ? type.field(*type.sealedWhen) : nullptr;
  const FieldState* field = seal != nullptr ? record.field(seal->number) : nullptr;
  return field != nullptr && readField(*seal, *field).value == Value{true};
}

bool mayHoldWords(const FieldState& field) {
  return !field.rows.empty() || std::ranges::any_of(field.heads, [](const Head& head) {
    return !std::holds_alternative<bool>(head.value) && !std::holds_alternative<double>(head.value);
  });
}

// Every version is searchable: whoever looks for the losing one must find the conflict.
void appendHeads(std::string& out, const FieldDeclaration& declared, const FieldState& field) {
  if (declared.kind == FieldKind::kReference) return;
  for (const Head& head : field.heads) appendWords(out, head.value);
}

void appendRows(std::string& out, const RecordType& type, const FieldDeclaration& declared,
                const FieldState& field) {
  if (field.rows.empty()) return;  // as nearly every field is: reading one has its cost
  for (const RowState* row : readField(declared, field).rows) {
    for (const FieldState& held : row->fields) {
      const FieldDeclaration* cell = declared.cell(held.field);
      if (cell != nullptr && everyReaderMayRead(type, *cell)) appendHeads(out, *cell, held);
    }
  }
}

std::string searchTextOf(const RecordType& type, const RecordState& record) {
  // Who may not read a sealed record must not find out its words by searching either.
  if (isSealed(type, record)) return {};
  std::string out;
  for (const FieldDeclaration& declared : type.fields) {
    const FieldState* field = record.field(declared.number);
    if (field == nullptr || !mayHoldWords(*field) || !everyReaderMayRead(type, declared)) continue;
    appendHeads(out, declared, *field);
    appendRows(out, type, declared, *field);
  }
  return lowerAscii(std::move(out));
}

bool holdsUndeclared(const RecordType& type, const FieldState& field) {
  if (field.field == kDeletedField) return false;
  const FieldDeclaration* declared = type.field(field.field);
  if (declared == nullptr) return true;
  return std::ranges::any_of(field.rows, [declared](const RowState& row) {
    return std::ranges::any_of(row.fields, [declared](const FieldState& cell) {
      return cell.field != kDeletedField && declared->cell(cell.field) == nullptr;
    });
  });
}

}  // namespace

std::string titleOf(const RecordType& type, const RecordState& record) {
  for (const std::string& name : type.title) {
    const FieldDeclaration* declared = type.field(name);
    const FieldState* field = declared != nullptr ? record.field(declared->number) : nullptr;
    if (field == nullptr) continue;
    const FieldReading reading = readField(*declared, *field);
    std::string words = searchTextOf(reading.value);
    if (!words.empty()) return words;
  }
  return {};
}

std::string searchTextOf(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* status = std::get_if<StatusValue>(&value)) return status->state;
  return {};
}

RecordFacts factsOf(const RecordType& type, const RecordState& record, const Change& by,
                    HybridTime effective) {
  RecordFacts facts;
  facts.title = titleOf(type, record);
  facts.searchText = searchTextOf(type, record);
  facts.deleted = isDeleted(record);
  facts.needsPerson = needsPerson(type, record);
  facts.undeclared = std::ranges::any_of(
      record.fields, [&type](const FieldState& field) { return holdsUndeclared(type, field); });
  facts.updatedAtMillis = effective.millis;
  facts.updatedBy = by.person;
  facts.updatedOn = by.dot.replica;
  return facts;
}

}  // namespace rapport
