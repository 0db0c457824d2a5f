#include "shared/sync/sent_back.h"

#include <algorithm>
#include <span>

#include "shared/model/access.h"
#include "shared/model/label_text.h"
#include "shared/model/value_text.h"

namespace rapport {
namespace {

// As assets/records/hand_over.json bounds it.
constexpr std::size_t kEnteredBytes = 8000;

Result<HistoryLine> inInbox(Notebook& notebook, std::uint64_t counter) {
  auto inbox = notebook.inbox();
  if (!inbox) return inbox.error();
  for (HistoryLine& line : *inbox) {
    if (line.change.dot.counter == counter) return std::move(line);
  }
  return Error{ErrorCode::kNotFound,
               "No change " + std::to_string(counter) + " waits in this tablet's inbox."};
}

std::string valueInWords(const FieldDeclaration& field, const Value& value,
                         const std::string& language) {
  const std::string text = textOf(value);
  const Enumerator* named = field.enumerator(text);
  return named != nullptr ? labelIn(named->label, language) : text;
}

void addLine(std::string& out, const std::string& label, const std::string& value) {
  if (value.empty() || out.size() + label.size() + value.size() + 3 > kEnteredBytes) return;
  if (!out.empty()) out += '\n';
  out += label + ": " + value;
}

void describe(std::string& out, const RecordType& type, const FieldDeclaration& field,
              const Operation& operation, const std::string& language) {
  const std::string label = labelIn(field.label, language);
  if (const auto* written = std::get_if<WriteValue>(&operation.deed)) {
    addLine(out, label, valueInWords(field, written->value, language));
  } else if (const auto* count = std::get_if<AddAmount>(&operation.deed)) {
    addLine(out, label, (count->amount > 0 ? "+" : "") + std::to_string(count->amount));
  } else if (const auto* set = std::get_if<EditElements>(&operation.deed)) {
    for (const Value& value : set->added) {
      addLine(out, label, "+ " + valueInWords(field, value, language));
    }
    for (const Value& value : set->removed) {
      addLine(out, label, "− " + valueInWords(field, value, language));
    }
  } else if (const auto* rows = std::get_if<EditRows>(&operation.deed)) {
    for (const RowEdit& row : rows->rows) {
      for (const Operation& each : row.operations) {
        const FieldDeclaration* cell = field.cell(each.field);
        if (cell != nullptr && mayRead(type, &field, cell, Role::kCoordinator)) {
          describe(out, type, *cell, each, language);
        }
      }
    }
  }
}

bool seals(const RecordType& type, const Change& change) {
  const FieldDeclaration* seal = type.sealedWhen ? type.field(*type.sealedWhen) : nullptr;
  return seal != nullptr && std::ranges::any_of(change.operations, [seal](const Operation& each) {
           const auto* written = std::get_if<WriteValue>(&each.deed);
           return each.field == seal->number && written != nullptr && written->value == Value{true};
         });
}

// What the change wrote, as far as a coordinator may read it.
std::string enteredIn(const RecordType& type, const Change& change, const std::string& language) {
  std::string out;
  if (seals(type, change)) return out;
  for (const Operation& operation : change.operations) {
    const FieldDeclaration* field = type.field(operation.field);
    if (field != nullptr && mayRead(type, field, Role::kCoordinator)) {
      describe(out, type, *field, operation, language);
    }
  }
  return out;
}

Result<Kept> putAndDismiss(Notebook& notebook, const Entry& entry, std::uint64_t counter) {
  const auto kept = notebook.putAct({&entry, 1}, [&] { return notebook.store().dismiss(counter); });
  if (!kept) return kept.error();
  return kept->front();
}

}  // namespace

Result<Kept> sendAgain(Notebook& notebook, std::uint64_t counter, std::vector<FieldEdit> instead) {
  const auto old = inInbox(notebook, counter);
  if (!old) return old.error();
  if (old->sealed && instead.empty()) {
    return Error{ErrorCode::kInvalid,
                 "What you wrote was sealed for the office as it was saved, and cannot be read "
                 "here any more. Write it again, or hand it to the coordinator."};
  }
  const RecordType* type = notebook.catalogue().type(old->change.type);
  if (type == nullptr) {
    return Error{ErrorCode::kNotFound,
                 "This app does not know this kind of record. Update it; the change is safe here."};
  }
  const auto sheet = notebook.get(old->change.record);
  if (!sheet) return sheet.error();
  Entry entry;
  entry.id = old->change.record;
  entry.type = type->name;
  entry.fields = std::move(instead);
  static const Contents kNothing;
  const Contents& shown = *sheet ? static_cast<const Contents&>((*sheet)->state) : kNothing;
  for (const Operation& operation : old->change.operations) {
    if (const auto* deletion = std::get_if<SetDeleted>(&operation.deed)) {
      entry.deletion = deletion->deletion;
      continue;
    }
    const FieldDeclaration* field = type->field(operation.field);
    if (field == nullptr) continue;
    const bool replaced = std::ranges::any_of(
        entry.fields, [field](const FieldEdit& edit) { return edit.field == field->name; });
    if (!replaced) entry.fields.push_back(editAgain(*field, operation.deed, shown));
  }
  return putAndDismiss(notebook, entry, counter);
}

Result<Kept> handOver(Notebook& notebook, std::uint64_t counter, const std::string& words,
                      const std::string& language) {
  const auto old = inInbox(notebook, counter);
  if (!old) return old.error();
  const RecordType* type = notebook.catalogue().type(old->change.type);
  Entry entry;
  entry.type = "hand_over";
  const auto write = [&entry](const char* field, std::string text) {
    if (!text.empty()) entry.fields.push_back({field, Value(std::move(text))});
  };
  write("about", old->change.record.toString());
  if (type != nullptr) write("about_type", type->name);
  write("change", old->change.dot.replica.toString() + ":" + std::to_string(counter));
  write("reason", old->receipt.verdict.reason);
  if (type != nullptr) write("entered", enteredIn(*type, old->change, language));
  write("words", words);
  return putAndDismiss(notebook, entry, counter);
}

}  // namespace rapport
