#include <algorithm>

#include "shared/merge/undo.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/notebook.h"
#include "shared/sync/own_past.h"

// What a record's history is on this tablet, and how a change is taken back.

namespace rapport {
namespace {

Error noChange() {
  return {ErrorCode::kNotFound,
          "This tablet knows no such change to this record. The office has the whole history."};
}

// Does it say what this change wrote there?
bool isHeadOf(const Contents& contents, FieldNumber field, const Dot& dot) {
  const FieldState* state = contents.field(field);
  if (field == kDeletedField) {
    return std::ranges::find(contents.deletes, dot, &DeleteHead::dot) != contents.deletes.end();
  }
  return state != nullptr &&
         (std::ranges::find(state->heads, dot, &Head::dot) != state->heads.end());
}

}  // namespace

bool PastLine::standsAt(const Place& place) const {
  return std::ranges::find(standing, place) != standing.end();
}

Result<std::vector<PastLine>> Notebook::past(RecordId id) {
  const auto sheet = get(id);
  if (!sheet) return sheet.error();
  std::vector<PastLine> lines;
  if (!*sheet) return lines;
  const auto own = store_.changesOf(id);
  if (!own) return own.error();
  for (const OwnChange& each : *own) {
    PastLine line{{each.change, each.receipt, true, isSealedChange(each.encoded)}};
    auto done = ownDone(store_, *own, each);
    if (!done) return done.error();
    line.done = *std::move(done);
    lines.push_back(std::move(line));
  }
  if ((*sheet)->type != nullptr) {
    for (StandingChange& each : standingBeside(*(*sheet)->type, (*sheet)->state, *own)) {
      PastLine line{{each.change, {}, false}};
      line.line.receipt.stage = ReceiptStage::kApplied;
      line.line.receipt.verdict.after = each.number;
      line.done.change = std::move(each.change);
      lines.push_back(std::move(line));
    }
  }
  for (PastLine& line : lines) mark((*sheet)->state, line);
  // Pending ones last came: they have no number yet.
  const auto isNewer = [](const PastLine& a, const PastLine& b) {
    const auto& ofA = a.line.receipt.verdict.after;
    const auto& ofB = b.line.receipt.verdict.after;
    if (!ofA || !ofB) return !ofA && ofB;
    return ofA->n > ofB->n;
  };
  std::ranges::stable_sort(lines, isNewer);
  return lines;
}

void Notebook::mark(const RecordState& shown, PastLine& line) {
  const Dot& dot = line.line.change.dot;
  for (const Operation& operation : line.line.change.operations) {
    const auto* edit = std::get_if<EditRows>(&operation.deed);
    if (edit == nullptr) {
      const Place place{operation.field};
      const bool counted = std::holds_alternative<AddAmount>(operation.deed) &&
                           line.line.receipt.stage < ReceiptStage::kRefused &&
                           !line.done.takenBack.contains(place);
      if (counted || isHeadOf(shown, operation.field, dot)) line.standing.push_back(place);
      continue;
    }
    const FieldState* field = shown.field(operation.field);
    for (const RowEdit& row : edit->rows) {
      const RowState* there = field != nullptr ? field->row(row.row) : nullptr;
      if (there == nullptr) continue;
      for (const Operation& cell : row.operations) {
        if (!isHeadOf(*there, cell.field, dot)) continue;
        line.standing.push_back({operation.field, row.row, cell.field});
      }
    }
  }
}

Result<Kept> Notebook::undo(RecordId id, const Dot& dot, std::string_view field) {
  const auto sheet = get(id);
  if (!sheet) return sheet.error();
  if (!*sheet || (*sheet)->type == nullptr) {
    return Error{ErrorCode::kNotFound, "There is no record " + id.toString() + " on this tablet."};
  }
  const RecordType& type = *(*sheet)->type;
  const auto lines = past(id);
  if (!lines) return lines.error();
  const auto line = std::ranges::find_if(
      *lines, [&dot](const PastLine& each) { return each.line.change.dot == dot; });
  if (line == lines->end()) return noChange();
  if (line->line.receipt.stage >= ReceiptStage::kRefused) {
    return Error{ErrorCode::kInvalid,
                 "This change never reached the record. There is nothing to undo."};
  }
  if (line->line.sealed) {
    return Error{ErrorCode::kInvalid,
                 "What you handed in is for the office alone to read and to undo. To correct it, "
                 "write it again."};
  }
  std::optional<Place> only;
  if (!field.empty()) {
    only = placeAt(type, field);
    if (!only) {
      return Error{ErrorCode::kNotFound,
                   "A " + type.name + " has no field called \"" + std::string(field) + "\"."};
    }
  }
  // Of an outdated copy too: what its author wrote under the present role is theirs to undo, and
  // the entry claims to have seen no more than was shown.
  const auto eyes = presentEyes();
  if (!eyes) return eyes.error();
  auto inverse = inverseOf(type, eyes->role, (*sheet)->state, line->done, only);
  if (!inverse) return inverse.error();
  Entry entry;
  entry.id = id;
  entry.type = type.name;
  entry.fields = std::move(inverse->fields);
  entry.deletion = inverse->deletion;
  entry.shown = &**sheet;
  return put(entry);
}

}  // namespace rapport
