#include "mobile/viewmodels/form_rows.h"

#include <algorithm>

#include "mobile/viewmodels/field_entry.h"
#include "mobile/viewmodels/value_words.h"
#include "mobile/viewmodels/wording.h"
#include "shared/merge/read.h"

namespace rapport {
namespace {

const QString kBetween = QStringLiteral(" · ");

QString wordsOfAdded(const FieldDeclaration& field, const RowValue& row, const NameOf& names,
                     const Clock& clock) {
  QStringList words;
  for (const auto& [number, held] : row.cells)
    if (const FieldDeclaration* cell = field.cell(number))
      words.append(wordsOf(*cell, std::visit([](const auto& each) { return Value(each); }, held),
                           names, clock));
  return words.join(kBetween);
}

QString wordsOfEntered(const FormReading& reading, const FieldDeclaration& field,
                       const EnteredRow& row, const Clock& clock) {
  QStringList words;
  for (const FieldDeclaration& cell : field.cells) {
    if (!isPlain(cell)) continue;
    const QString entered =
        row.cells.value(toQt(cell.name), presentCell(reading, field, row.key, cell, clock));
    const auto value = valueOf(cell, entered, clock);
    if (!entered.isEmpty())
      words.append(value.ok() ? wordsOf(cell, *value, reading.names, clock) : entered);
  }
  return words.join(kBetween);
}

QVariantMap item(const QString& key, const QString& words, bool opens) {
  return {{"key", key}, {"words", words}, {"opens", opens}};
}

}  // namespace

QVariantList rowItems(const FormReading& reading, const FieldDeclaration& field,
                      const Entered& entered, const Clock& clock) {
  QVariantList items;
  const QString name = toQt(field.name);
  const FieldState* state = reading.sheet ? reading.sheet->state.field(field.number) : nullptr;
  if (state != nullptr) {
    const FieldReading stands = readField(field, *state);
    for (const Value& each : stands.elements)
      if (const auto* added = std::get_if<RowValue>(&each))
        items.append(item({}, wordsOfAdded(field, *added, reading.names, clock), false));
    for (const RowState* row : stands.rows) {
      const EnteredRow now = entered.row(name, toQt(row->id.toString()));
      if (!now.gone) items.append(item(now.key, wordsOfEntered(reading, field, now, clock), true));
    }
  }
  for (const EnteredRow& row : entered.rows(name))
    if (row.begun) items.append(item(row.key, wordsOfEntered(reading, field, row, clock), true));
  return items;
}

QString presentCell(const FormReading& reading, const FieldDeclaration& field, const QString& key,
                    const FieldDeclaration& cell, const Clock& clock) {
  const FieldState* state = reading.sheet ? reading.sheet->state.field(field.number) : nullptr;
  if (state == nullptr || field.rule != MergeRule::kRows) return {};
  for (const RowState* row : readField(field, *state).rows) {
    if (toQt(row->id.toString()) != key) continue;
    const FieldState* held = row->field(cell.number);
    return held != nullptr ? enteredText(cell, readField(cell, *held).value, clock) : QString();
  }
  return {};
}

QString wordsOfDeed(const FieldDeclaration& field, const Deed& deed, const NameOf& names,
                    const Clock& clock) {
  if (const auto* added = std::get_if<AddAmount>(&deed))
    return (added->amount < 0 ? QString() : QStringLiteral("+")) + QString::number(added->amount);
  QStringList words;
  if (const auto* edit = std::get_if<EditRows>(&deed)) {
    for (const RowEdit& row : edit->rows)
      for (const Operation& operation : row.operations)
        if (const FieldDeclaration* cell = field.cell(operation.field)) {
          const auto* written = std::get_if<WriteValue>(&operation.deed);
          words.append(written != nullptr ? wordsOf(*cell, written->value, names, clock)
                                          : wordsOfDeed(*cell, operation.deed, names, clock));
        }
    return words.join(QStringLiteral(", "));
  }
  const auto* elements = std::get_if<EditElements>(&deed);
  if (elements == nullptr) return {};
  for (const Value& value : elements->added) {
    const auto* row = std::get_if<RowValue>(&value);
    words.append(row != nullptr ? wordsOfAdded(field, *row, names, clock)
                                : wordsOf(field, value, names, clock));
  }
  return words.join(QStringLiteral(", "));
}

}  // namespace rapport
