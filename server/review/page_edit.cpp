#include "server/review/page_edit.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "shared/merge/author.h"
#include "shared/merge/filter.h"
#include "shared/protocol/number_text.h"
#include "shared/protocol/record_json.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

// A value whose meaning depends on the one before it can only be written by who knows that one.
bool buildsOnPresent(MergeRule rule) {
  return rule == MergeRule::kStatus || rule == MergeRule::kConsent || rule == MergeRule::kImmutable;
}

bool movedOn(const FieldDeclaration& field, const FieldState* state, Number seen) {
  if (state == nullptr || !buildsOnPresent(field.rule)) return false;
  const Coverage coverage(seen);
  return std::ranges::any_of(
      state->heads, [&coverage](const Head& head) { return !coverage.covers(head.numbers); });
}

}  // namespace

Error reloadFirst() {
  return {ErrorCode::kConflict,
          "The record changed while you were looking at it. Nothing was saved; load it again, then "
          "repeat your edit."};
}

bool movedOn(const RecordType& type, const RecordState& now, const FieldEdit& edit, Number seen) {
  const FieldDeclaration& field = *type.field(std::string_view{edit.field});
  const FieldState* state = now.field(field.number);
  const auto* entries = std::get_if<RowEntries>(&edit.what);
  if (entries == nullptr) return movedOn(field, state, seen);
  return std::ranges::any_of(entries->rows, [&](const RowEntry& entry) {
    const RowState* row = state != nullptr && entry.id ? state->row(*entry.id) : nullptr;
    if (row == nullptr) return false;
    return std::ranges::any_of(entry.cells, [&](const FieldEdit& each) {
      const FieldDeclaration& cell = *field.cell(std::string_view{each.field});
      return movedOn(cell, row->field(cell.number), seen);
    });
  });
}

Result<RecordState> visibleRecord(ServerReader& reader, const Catalogue& catalogue, Role role,
                                  RecordId id) {
  const auto state = reader.record(id);
  if (!state) return state.error();
  auto visible = *state ? filterFor(role, catalogue.type((*state)->type), **state) : std::nullopt;
  if (visible) return std::move(*visible);
  return Error{ErrorCode::kNotFound, "There is no such record, or it is not for your role."};
}

Result<Number> seenIn(const Json& body, const RecordState& shown) {
  const auto seen = body.find("seen");
  if (seen == body.end() || !seen->is_string()) {
    return Error{ErrorCode::kInvalid, "\"seen\" must be the number of the record that was shown."};
  }
  const auto number = parseNumber(seen->get<std::string>());
  const bool ours = number && shown.number && number->epoch == shown.number->epoch &&
                    number->n <= shown.number->n;
  if (!ours) return reloadFirst();
  return *number;
}

Result<ServerWrite> newRecordFrom(const Catalogue& catalogue, const Editor& editor, RecordId id,
                                  const Json& body) {
  const auto named = body.is_object() ? body.find("type") : body.end();
  if (named == body.end() || !named->is_string()) {
    return Error{ErrorCode::kInvalid, "\"type\" must name the kind of record."};
  }
  const RecordType* type = catalogue.type(std::string_view{named->get_ref<const std::string&>()});
  if (type == nullptr) return Error{ErrorCode::kNotFound, "There is no such kind of record."};
  Json entryBody = body;
  entryBody.erase("type");
  Result<JsonEntry> entry = entryFromJson(*type, entryBody);
  if (!entry) return entry.error();
  nameNewRows(entry->fields, editor.clock, editor.random);
  if (entry->id || entry->deletion) {
    return Error{ErrorCode::kInvalid, "A new record has \"type\" and \"fields\" only."};
  }
  RecordState shown;
  shown.id = id;
  shown.type = type->number;
  shown.formVersion = type->formVersion;
  ServerWrite write;
  write.person = editor.person;
  write.role = editor.role;
  write.record = id;
  write.type = type->number;
  for (const FieldEdit& edit : entry->fields) {
    Result<Operation> operation = authorEdit(*type, editor.role, shown, edit);
    if (!operation) return operation.error();
    write.operations.push_back(std::move(*operation));
  }
  return write;
}

Result<ServerWrite> editFrom(ServerReader& reader, const Catalogue& catalogue, const Editor& editor,
                             RecordId id, const Json& body) {
  if (!body.is_object()) return Error{ErrorCode::kInvalid, "An edit is an object with \"seen\"."};
  Result<RecordState> shown = visibleRecord(reader, catalogue, editor.role, id);
  if (!shown) return shown.error();
  const RecordType& type = *catalogue.type(shown->type);
  const Result<Number> seen = seenIn(body, *shown);
  if (!seen) return seen.error();
  Json entryBody = body;
  entryBody.erase("seen");
  Result<JsonEntry> entry = entryFromJson(type, entryBody);
  if (!entry) return entry.error();
  nameNewRows(entry->fields, editor.clock, editor.random);
  if (entry->id) return Error{ErrorCode::kInvalid, "An edit has no \"id\" of its own."};
  for (const FieldEdit& edit : entry->fields) {
    if (movedOn(type, *shown, edit, *seen)) return reloadFirst();
  }
  shown->number = *seen;
  ServerWrite write;
  write.person = editor.person;
  write.role = editor.role;
  write.record = id;
  write.type = type.number;
  for (const FieldEdit& edit : entry->fields) {
    Result<Operation> operation = authorEdit(type, editor.role, *shown, edit);
    if (!operation) return operation.error();
    write.operations.push_back(std::move(*operation));
  }
  if (entry->deletion) {
    write.operations.push_back(authorDelete(type, editor.role, *shown, *entry->deletion));
  }
  return write;
}

}  // namespace rapport
