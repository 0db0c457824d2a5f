#include "mobile/viewmodels/promises_reading.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "mobile/viewmodels/partners_reading.h"
#include "mobile/viewmodels/record_view.h"

namespace rapport {
namespace {

// The cell with this name of a row; empty if it was not filled.
std::string cellOf(const RecordSheet& sheet, const RowValue& row, std::string_view name) {
  const FieldDeclaration* field = sheet.type->field("due_changes");
  for (const FieldDeclaration& cell : field->cells) {
    if (cell.name != name) continue;
    for (const auto& [number, value] : row.cells)
      if (number == cell.number)
        if (const auto* text = std::get_if<std::string>(&value)) return *text;
  }
  return {};
}

// PRODUCT: the due date moves only if the partner agreed before it passed.
std::optional<std::chrono::year_month_day> effectiveDue(const RecordSheet& sheet,
                                                        const RecordView& view) {
  auto due = view.date("original_due");
  for (const RowValue& row : view.rows("due_changes")) {
    const auto moved = parseDate(cellOf(sheet, row, "new_date"));
    const auto agreed = parseDateTime(cellOf(sheet, row, "partner_agreed_at"));
    if (!moved || !agreed || !due) continue;
    const auto local = std::chrono::floor<std::chrono::days>(agreed->instant + agreed->offset);
    if (std::chrono::year_month_day(local) <= *due) due = moved;
  }
  return due;
}

PromiseFacts factsOf(const RecordSheet& sheet, const NameOf& partners, const NameOf& feedback) {
  const RecordView view(sheet);
  PromiseFacts promise{.id = view.id(),
                       .text = view.text("text"),
                       .partnerId = view.text("partner"),
                       .status = view.text("status"),
                       .assignee = view.text("assignee"),
                       .answers = nameIn(feedback, view.text("answers")),
                       .due = effectiveDue(sheet, view),
                       .told = view.time("told_at").has_value(),
                       .needsPerson = view.needsPerson()};
  promise.partner = nameIn(partners, promise.partnerId);
  const std::string owedBy = view.text("owed_by");
  promise.ours = owedBy.empty() || owedBy == kPartyUs;
  return promise;
}

}  // namespace

Result<std::vector<PromiseFacts>> readPromises(Notebook& notebook) {
  const auto partners = readNames(notebook, "partner");
  if (!partners.ok()) return partners.error();
  const auto feedback = readNames(notebook, "feedback");
  if (!feedback.ok()) return feedback.error();
  std::vector<PromiseFacts> promises;
  const Status read = notebook.each("commitment", [&](const RecordSheet& sheet) {
    promises.push_back(factsOf(sheet, *partners, *feedback));
    return true;
  });
  if (!read.ok()) return read.error();
  std::sort(promises.begin(), promises.end(), [](const PromiseFacts& a, const PromiseFacts& b) {
    return std::tuple(!a.due.has_value(), a.due, a.id) <
           std::tuple(!b.due.has_value(), b.due, b.id);
  });
  return promises;
}

Result<std::vector<AnswerFacts>> readAnswersToBringBack(Notebook& notebook) {
  std::set<std::string> anonymous;
  Status read = notebook.each("feedback", [&](const RecordSheet& sheet) {
    const RecordView view(sheet);
    if (view.text("giver") == "anonymous") anonymous.insert(view.id());
    return true;
  });
  if (!read.ok()) return read.error();
  std::vector<AnswerFacts> answers;
  read = notebook.each("response", [&](const RecordSheet& sheet) {
    const RecordView view(sheet);
    // Nobody can be told who gave no name: for them, publishing is telling.
    const bool settled = view.time("told_giver_at") ||
                         (view.yes("published") && anonymous.contains(view.text("feedback")));
    AnswerFacts answer{view.id(), view.text("you_said"), view.text("we_did")};
    if (!answer.weDid.empty() && !settled) answers.push_back(std::move(answer));
    return true;
  });
  if (!read.ok()) return read.error();
  return answers;
}

}  // namespace rapport
