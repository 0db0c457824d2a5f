#include "mobile/viewmodels/record_view.h"

namespace rapport {
namespace {

// The cells of a row that hold something, one after another.
std::string textOfRow(const FieldDeclaration& field, const RowState& row) {
  std::string out;
  for (const FieldDeclaration& cell : field.cells) {
    const FieldState* state = row.field(cell.number);
    if (state == nullptr) continue;
    const FieldReading reading = readField(cell, *state);
    std::string text = textOf(reading.value);
    for (const Value& element : reading.elements)
      text += (text.empty() ? "" : " ") + textOf(element);
    if (!text.empty()) out += (out.empty() ? "" : ", ") + text;
  }
  return out;
}

}  // namespace

std::string labelOf(const RecordType& type, std::string_view field, std::string_view name,
                    const std::string& language) {
  const FieldDeclaration* declaration = type.field(field);
  const Enumerator* known = declaration != nullptr ? declaration->enumerator(name) : nullptr;
  return known != nullptr ? labelIn(known->label, language) : std::string(name);
}

std::optional<FieldReading> RecordView::reading(std::string_view field) const {
  const FieldDeclaration* declaration = sheet_.type->field(field);
  if (declaration == nullptr) return std::nullopt;
  const FieldState* state = sheet_.state.field(declaration->number);
  if (state == nullptr) return std::nullopt;
  return readField(*declaration, *state);
}

std::string RecordView::text(std::string_view field) const {
  const auto found = reading(field);
  return found ? textOf(found->value) : std::string();
}

bool RecordView::yes(std::string_view field) const {
  const auto found = reading(field);
  const bool* yes = found ? std::get_if<bool>(&found->value) : nullptr;
  return yes != nullptr && *yes;
}

std::int64_t RecordView::count(std::string_view field) const {
  const auto found = reading(field);
  const auto* number = found ? std::get_if<std::int64_t>(&found->value) : nullptr;
  return number != nullptr ? *number : 0;
}

std::int64_t RecordView::countOf(std::string_view field, ReplicaId replica) const {
  const FieldDeclaration* declaration = sheet_.type->field(field);
  const FieldState* state =
      declaration != nullptr ? sheet_.state.field(declaration->number) : nullptr;
  if (state == nullptr) return 0;
  std::int64_t sum = 0;
  for (const CountEntry& entry : state->counts)
    if (entry.replica == replica) sum += entry.sum;
  return sum;
}

std::vector<std::string> RecordView::elements(std::string_view field) const {
  std::vector<std::string> out;
  const auto found = reading(field);
  if (!found) return out;
  for (const Value& element : found->elements) out.push_back(textOf(element));
  for (const RowState* row : found->rows)
    out.push_back(textOfRow(*sheet_.type->field(field), *row));
  return out;
}

std::vector<RowValue> RecordView::rows(std::string_view field) const {
  std::vector<RowValue> out;
  if (const auto found = reading(field))
    for (const Value& element : found->elements)
      if (const auto* row = std::get_if<RowValue>(&element)) out.push_back(*row);
  return out;
}

std::optional<ZonedTime> RecordView::time(std::string_view field) const {
  return parseDateTime(text(field));
}

std::optional<std::chrono::year_month_day> RecordView::date(std::string_view field) const {
  return parseDate(text(field));
}

bool RecordView::conflicted(std::string_view field) const {
  const auto found = reading(field);
  return found && found->conflicted();
}

const Head* RecordView::writer(std::string_view field) const {
  const auto found = reading(field);
  return found ? found->winner : nullptr;
}

std::string RecordView::titleIn(const std::string& language) const {
  constexpr std::string_view kEnglish = "_en";
  for (const std::string& field : sheet_.type->title) {
    if (!field.ends_with(kEnglish)) continue;
    const std::string base = field.substr(0, field.size() - kEnglish.size());
    std::string found = text(base + '_' + language);
    if (!found.empty()) return found;
  }
  return title();
}

std::string RecordView::title() const {
  for (const std::string& field : sheet_.type->title) {
    std::string found = text(field);
    if (!found.empty()) return found;
  }
  return {};
}

}  // namespace rapport
