#include "mobile/viewmodels/entered.h"

#include <QJsonArray>
#include <algorithm>

#include "mobile/viewmodels/field_entry.h"
#include "mobile/viewmodels/wording.h"

namespace rapport {
namespace {

QJsonObject jsonOf(const QMap<QString, QString>& texts) {
  QJsonObject object;
  for (auto it = texts.begin(); it != texts.end(); ++it) object[it.key()] = it.value();
  return object;
}

QMap<QString, QString> textsOf(const QJsonObject& object) {
  QMap<QString, QString> texts;
  for (auto it = object.begin(); it != object.end(); ++it) texts[it.key()] = it.value().toString();
  return texts;
}

QStringList wordsIn(const QJsonValue& array) {
  QStringList words;
  for (const QJsonValue& each : array.toArray()) words.append(each.toString());
  return words;
}

// The cell of an added row, which is never empty.
std::optional<RowValue::Cell> cellOf(const Value& value) {
  return std::visit(
      [](const auto& held) -> std::optional<RowValue::Cell> {
        if constexpr (std::is_constructible_v<RowValue::Cell, decltype(held)>)
          return RowValue::Cell(held);
        else
          return std::nullopt;
      },
      value);
}

// A row that is added whole; none while nothing was entered in it.
std::optional<Value> addedRow(const FieldDeclaration& field, const EnteredRow& row,
                              const Clock& clock) {
  RowValue added;
  for (const FieldDeclaration& cell : field.cells) {
    const auto value = valueOf(cell, row.cells.value(toQt(cell.name)), clock);
    if (!value.ok()) continue;
    if (auto entered = cellOf(*value)) added.cells.emplace_back(cell.number, *std::move(entered));
  }
  return added.cells.empty() ? std::nullopt : std::optional<Value>(std::move(added));
}

// A row that stands on its own and is edited cell by cell.
std::optional<RowEntry> rowEntry(const FieldDeclaration& field, const EnteredRow& row,
                                 const Clock& clock) {
  RowEntry entry;
  if (!row.begun) {
    const auto id = Uuid::parse(row.key.toStdString());
    if (!id) return std::nullopt;
    entry.is = RowIs::kThere;
    entry.id = RowId{*id};
  }
  if (row.gone) {
    entry.deletion = Deletion::kDelete;
    return entry;
  }
  for (const FieldDeclaration& cell : field.cells) {
    const QString name = toQt(cell.name);
    if (!row.cells.contains(name)) continue;
    const auto value = valueOf(cell, row.cells[name], clock);
    const bool nothing = row.begun && value.ok() && isCleared(*value);
    if (value.ok() && !nothing) entry.cells.push_back({cell.name, *value});
  }
  return entry.cells.empty() ? std::nullopt : std::optional(std::move(entry));
}

}  // namespace

int Entered::count() const { return static_cast<int>(texts_.size() + sets_.size() + rows_.size()); }

bool Entered::holds(const QString& field) const {
  return texts_.contains(field) || sets_.contains(field) || rows_.contains(field);
}

QString Entered::text(const QString& field, const QString& present) const {
  return texts_.value(field, present);
}

void Entered::write(const QString& field, const QString& text, const QString& present) {
  if (text == present)
    texts_.remove(field);
  else
    texts_[field] = text;
}

QStringList Entered::elements(const QString& field, const QStringList& present) const {
  const SetEdit edit = sets_.value(field);
  QStringList standing;
  for (const QString& each : present)
    if (!edit.left.contains(each)) standing.append(each);
  return standing + edit.joined;
}

void Entered::join(const QString& field, const QString& element, const QStringList& present) {
  if (element.isEmpty() || elements(field, present).contains(element)) return;
  SetEdit& edit = sets_[field];
  edit.left.removeAll(element);
  if (!present.contains(element)) edit.joined.append(element);
  if (edit.joined.isEmpty() && edit.left.isEmpty()) sets_.remove(field);
}

void Entered::leave(const QString& field, const QString& element, const QStringList& present) {
  if (!elements(field, present).contains(element)) return;
  SetEdit& edit = sets_[field];
  edit.joined.removeAll(element);
  if (present.contains(element)) edit.left.append(element);
  if (edit.joined.isEmpty() && edit.left.isEmpty()) sets_.remove(field);
}

EnteredRow Entered::row(const QString& field, const QString& key) const {
  for (const EnteredRow& each : rows_.value(field))
    if (each.key == key) return each;
  return {.key = key};
}

EnteredRow& Entered::rowFor(const QString& field, const QString& key) {
  QList<EnteredRow>& rows = rows_[field];
  for (EnteredRow& each : rows)
    if (each.key == key) return each;
  rows.append({.key = key});
  return rows.last();
}

QString Entered::beginRow(const QString& field) {
  const QString key = QStringLiteral("new:") + QString::number(++begun_);
  rowFor(field, key).begun = true;
  return key;
}

void Entered::writeCell(const QString& field, const QString& key, const QString& cell,
                        const QString& text) {
  rowFor(field, key).cells[cell] = text;
}

void Entered::takeAway(const QString& field, const QString& key) {
  EnteredRow& row = rowFor(field, key);
  if (!row.begun) {
    row.gone = true;
    row.cells.clear();
    return;
  }
  QList<EnteredRow>& rows = rows_[field];
  rows.removeIf([&key](const EnteredRow& each) { return each.key == key; });
  if (rows.isEmpty()) rows_.remove(field);
}

QJsonObject Entered::json() const {
  QJsonObject draft{{"texts", jsonOf(texts_)}, {"begun", begun_}};
  QJsonObject sets, rows;
  for (auto it = sets_.begin(); it != sets_.end(); ++it)
    sets[it.key()] = QJsonObject{{"joined", QJsonArray::fromStringList(it->joined)},
                                 {"left", QJsonArray::fromStringList(it->left)}};
  for (auto it = rows_.begin(); it != rows_.end(); ++it) {
    QJsonArray of;
    for (const EnteredRow& row : *it)
      of.append(QJsonObject{{"key", row.key},
                            {"begun", row.begun},
                            {"gone", row.gone},
                            {"cells", jsonOf(row.cells)}});
    rows[it.key()] = of;
  }
  draft["sets"] = sets;
  draft["rows"] = rows;
  return draft;
}

Entered Entered::fromJson(const QJsonObject& draft) {
  Entered entered;
  entered.texts_ = textsOf(draft["texts"].toObject());
  entered.begun_ = draft["begun"].toInt();
  const QJsonObject sets = draft["sets"].toObject(), rows = draft["rows"].toObject();
  for (auto it = sets.begin(); it != sets.end(); ++it) {
    const QJsonObject edit = it.value().toObject();
    entered.sets_[it.key()] = {wordsIn(edit["joined"]), wordsIn(edit["left"])};
  }
  for (auto it = rows.begin(); it != rows.end(); ++it)
    for (const QJsonValue& each : it.value().toArray()) {
      const QJsonObject row = each.toObject();
      entered.rows_[it.key()].append({row["key"].toString(), row["begun"].toBool(),
                                      row["gone"].toBool(), textsOf(row["cells"].toObject())});
    }
  return entered;
}

std::optional<Entered::Misfit> Entered::misfit(const RecordType& type, const Clock& clock) const {
  const auto wrong = [&clock](const FieldDeclaration& field,
                              const QString& entered) -> std::optional<Misfit> {
    const auto value = valueOf(field, entered, clock);
    return value.ok() ? std::nullopt : std::optional(Misfit{&field, value.error()});
  };
  for (const FieldDeclaration& field : type.fields) {
    const QString name = toQt(field.name);
    if (texts_.contains(name))
      if (auto misfit = wrong(field, texts_[name])) return misfit;
    for (const EnteredRow& row : rows_.value(name))
      for (const FieldDeclaration& cell : field.cells)
        if (auto misfit = wrong(cell, row.cells.value(toQt(cell.name)))) return misfit;
  }
  return std::nullopt;
}

std::vector<FieldEdit> Entered::edits(const RecordType& type, const Clock& clock) const {
  std::vector<FieldEdit> edits;
  for (const FieldDeclaration& field : type.fields) {
    const QString name = toQt(field.name);
    if (texts_.contains(name)) {
      const auto value = valueOf(field, texts_[name], clock);
      if (value.ok()) edits.push_back({field.name, *value});
    }
    EditElements set;
    const SetEdit edit = sets_.value(name);
    for (const QString& each : edit.joined) set.added.emplace_back(each.toStdString());
    for (const QString& each : edit.left) set.removed.emplace_back(each.toStdString());
    RowEntries entries;
    for (const EnteredRow& row : rows_.value(name)) {
      if (field.rule == MergeRule::kAppend) {
        if (auto added = addedRow(field, row, clock)) set.added.push_back(*std::move(added));
      } else if (auto entry = rowEntry(field, row, clock)) {
        entries.rows.push_back(*std::move(entry));
      }
    }
    if (!set.added.empty() || !set.removed.empty()) edits.push_back({field.name, std::move(set)});
    if (!entries.rows.empty()) edits.push_back({field.name, std::move(entries)});
  }
  return edits;
}

}  // namespace rapport
