#include "server/review/records_view.h"

#include <nlohmann/json.hpp>

#include "server/review/names.h"
#include "server/review/record_page.h"
#include "server/review/review_view.h"
#include "shared/merge/conflicts.h"
#include "shared/merge/filter.h"
#include "shared/merge/read.h"
#include "shared/model/access.h"
#include "shared/protocol/number_text.h"
#include "shared/sync/record_facts.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

Error notFound() {
  return {ErrorCode::kNotFound, "There is no such record, or it is not for your role."};
}

// By name, and cells of rows by their address.
std::vector<std::string> conflictedFields(const RecordType& type, const RecordState& record) {
  std::vector<std::string> names;
  for (const Conflict& conflict : conflictsIn(type, record)) names.push_back(conflict.address);
  return names;
}

// How many there are in all, beside the page.
Result<Json> counted(const Viewer& viewer, RecordQuery query, Result<Json> page) {
  query.beyond.reset();
  const Result<std::size_t> total = viewer.reader.count(query);
  if (!total) return total.error();
  if (page) (*page)["total"] = *total;
  return page;
}

}  // namespace

Result<Json> recordsView(const Viewer& viewer, const RecordsQuestion& question) {
  Result<RecordQuery> query = queryOf(viewer, question);
  if (!query) return query.error();
  query->wanted = Wanted::kLiving;
  Names names(viewer.reader, viewer.catalogue);
  const auto item = [&](const RecordType& type, const RecordRow& row) -> Json {
    const auto state = filterFor(viewer.role, &type, row.state);
    if (!state) return nullptr;
    return {{"id", state->id.toString()},
            {"type", type.name},
            {"title", titleOf(type, *state)},
            {"fields", fieldsToJson(type, *state)},
            {"deleted", isDeleted(*state)},
            {"flags", flagsOf(*state)},
            {"conflicts", conflictedFields(type, *state)},
            {"updated_at", timeToJson(row.facts.updatedAtMillis)},
            {"person", names.person(row.facts.updatedBy)},
            {"device", names.device(row.facts.updatedOn)}};
  };
  return counted(viewer, *query, recordPage(viewer, *query, question.limit, item));
}

Result<Json> conflictsView(const Viewer& viewer, const RecordsQuestion& question) {
  Result<RecordQuery> query = queryOf(viewer, question);
  if (!query) return query.error();
  query->wanted = Wanted::kNeedingPerson;
  const auto item = [&](const RecordType& type, const RecordRow& row) -> Json {
    const auto state = filterFor(viewer.role, &type, row.state);
    // A conflict in a field that the role may not read is not this person's to settle.
    if (!state || !needsPerson(type, *state)) return nullptr;
    return {{"id", state->id.toString()},     {"type", type.name},
            {"title", titleOf(type, *state)}, {"fields", conflictedFields(type, *state)},
            {"flags", flagsOf(*state)},       {"at", timeToJson(row.facts.updatedAtMillis)}};
  };
  return counted(viewer, *query, recordPage(viewer, *query, question.limit, item));
}

Result<Json> recordView(const Viewer& viewer, RecordId id) {
  const Result<std::optional<RecordState>> state = viewer.reader.record(id);
  if (!state) return state.error();
  if (*state) return recordView(viewer, **state);
  const auto erased = viewer.reader.erasure(id);
  if (!erased) return erased.error();
  if (!*erased) return notFound();
  return Error{ErrorCode::kNotFound, "This record was erased. Nothing of it is kept."};
}

Result<Json> recordView(const Viewer& viewer, const RecordState& state) {
  const RecordType* type = viewer.catalogue.type(state.type);
  const auto visible = filterFor(viewer.role, type, state);
  if (!visible) return notFound();
  Names names(viewer.reader, viewer.catalogue);
  Json out = recordToJson(*type, *visible, names.directory());
  out["title"] = titleOf(*type, *visible);
  out["number"] = state.number ? numberText(*state.number) : "";
  Result<Json> review = reviewView(viewer, state);
  if (!review) return review.error();
  out["review"] = std::move(*review);
  return out;
}

}  // namespace rapport
