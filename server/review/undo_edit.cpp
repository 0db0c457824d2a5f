#include "server/review/undo_edit.h"

#include <nlohmann/json.hpp>

#include "server/review/history_operations.h"
#include "server/review/record_past.h"
#include "shared/merge/author.h"
#include "shared/merge/dot_text.h"
#include "shared/merge/filter.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

struct Asked {
  Dot change;
  std::optional<Place> only;
};

Result<Asked> askedIn(const RecordType& type, const Json& body) {
  const auto named = body.find("change");
  const auto dot = named != body.end() && named->is_string() ? parseDot(named->get<std::string>())
                                                             : std::nullopt;
  if (!dot) {
    return Error{ErrorCode::kInvalid, "\"change\" must name a change, as the history does."};
  }
  const auto field = body.find("field");
  if (field == body.end()) return Asked{*dot, {}};
  const auto place =
      field->is_string() ? placeAt(type, field->get_ref<const std::string&>()) : std::nullopt;
  if (place) return Asked{*dot, place};
  return Error{ErrorCode::kNotFound,
               "The form has no such field. What it said stays in the "
               "history."};
}

Result<Inverse> inverseIn(ServerReader& reader, const Catalogue& catalogue, const Editor& editor,
                          const RecordState& shown, const Asked& asked, const RecordPast& past) {
  const auto done = past.done({asked.change});
  if (!done.empty()) {
    return inverseOf(*catalogue.type(shown.type), editor.role, shown, done.begin()->second,
                     asked.only);
  }
  const auto entry = reader.logEntry(asked.change);
  if (!entry) return entry.error();
  const bool sentBack = *entry && (*entry)->record == shown.id && !(*entry)->verdict.after;
  if (!sentBack) {
    return Error{ErrorCode::kNotFound,
                 "There is no such change to this record, or it is not for your role."};
  }
  return Error{ErrorCode::kInvalid,
               "This change never reached the record. There is nothing to undo."};
}

}  // namespace

Result<ServerWrite> undoFrom(ServerReader& reader, const Catalogue& catalogue, const Editor& editor,
                             RecordId id, const Json& body) {
  const Result<RecordState> now = visibleRecord(reader, catalogue, editor.role, id);
  if (!now) return now.error();
  const RecordType& type = *catalogue.type(now->type);
  const auto seen = seenIn(body, *now);
  if (!seen) return seen.error();
  const auto asked = askedIn(type, body);
  if (!asked) return asked.error();
  const auto past = RecordPast::of(reader, catalogue, id);
  if (!past) return past.error();
  // On what the page showed, whatever came since.
  std::optional<RecordState> shown = past->at(*seen);
  if (shown) shown = filterFor(editor.role, &type, *std::move(shown));
  if (!shown) shown = *now;
  shown->number = *seen;
  const auto inverse = inverseIn(reader, catalogue, editor, *shown, *asked, *past);
  if (!inverse) return inverse.error();
  ServerWrite write;
  write.person = editor.person;
  write.role = editor.role;
  write.record = id;
  write.type = type.number;
  for (const FieldEdit& edit : inverse->fields) {
    if (movedOn(type, *now, edit, *seen)) return reloadFirst();
    auto operation = authorEdit(type, editor.role, *shown, edit);
    if (!operation) return operation.error();
    write.operations.push_back(*std::move(operation));
  }
  if (inverse->deletion) {
    write.operations.push_back(authorDelete(type, editor.role, *shown, *inverse->deletion));
  }
  return write;
}

}  // namespace rapport
