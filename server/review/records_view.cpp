#include "server/review/records_view.h"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>

#include "server/review/names.h"
#include "server/review/review_view.h"
#include "shared/base/limits.h"
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

// As record_facts.h folds what is searched.
std::string lowerAscii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// By name, and cells of rows by their address.
std::vector<std::string> conflictedFields(const RecordType& type, const RecordState& record) {
  std::vector<std::string> names;
  for (const Conflict& conflict : conflictsIn(type, record)) names.push_back(conflict.address);
  return names;
}

// Walks found records until a page is full of those that the role may see.
class Page {
 public:
  Page(const Viewer& viewer, RecordQuery query, std::size_t limit)
      : viewer_(viewer), query_(std::move(query)), limit_(limit) {
    query_.limit = std::clamp<std::size_t>(limit, 1, limits::kPageItems);
    limit_ = query_.limit;
  }

  // `item` answers null for a row that does not belong.
  template <typename Item>
  Result<Json> collect(const Item& item) {
    RecordQuery whole = query_;
    whole.below.reset();
    const Result<std::size_t> total = viewer_.reader.count(whole);
    if (!total) return total.error();
    Json items = Json::array();
    Json next = nullptr;
    while (true) {
      const Result<std::vector<RecordRow>> rows = viewer_.reader.find(query_);
      if (!rows) return rows.error();
      for (const RecordRow& row : *rows) {
        if (items.size() == limit_) {
          next = std::to_string(*query_.below);
          return page(std::move(items), std::move(next), *total);
        }
        query_.below = row.state.number ? row.state.number->n : 0;
        Json shown = itemOf(row, item);
        if (!shown.is_null()) items.push_back(std::move(shown));
      }
      if (rows->size() < query_.limit) return page(std::move(items), nullptr, *total);
    }
  }

 private:
  template <typename Item>
  Json itemOf(const RecordRow& row, const Item& item) {
    const RecordType* type = viewer_.catalogue.type(row.state.type);
    const auto visible = filterFor(viewer_.role, type, row.state);
    return visible ? item(*type, *visible, row.facts) : Json(nullptr);
  }

  static Json page(Json items, Json next, std::size_t total) {
    return {{"items", std::move(items)}, {"next", std::move(next)}, {"total", total}};
  }

  const Viewer& viewer_;
  RecordQuery query_;
  std::size_t limit_;
};

Result<RecordQuery> queryOf(const Viewer& viewer, const RecordsQuestion& question) {
  RecordQuery query;
  query.text = lowerAscii(question.text.substr(0, limits::kNameBytes));
  if (!question.type.empty()) {
    const RecordType* type = viewer.catalogue.type(std::string_view{question.type});
    if (type == nullptr || !mayRead(*type, viewer.role)) {
      return Error{ErrorCode::kNotFound, "There is no such kind of record for your role."};
    }
    query.type = type->number;
  }
  if (!question.after.empty()) {
    std::uint64_t below = 0;
    const char* end = question.after.data() + question.after.size();
    const auto [last, failure] = std::from_chars(question.after.data(), end, below);
    if (failure != std::errc{} || last != end) {
      return Error{ErrorCode::kInvalid, "This place in the list is unknown. Load it again."};
    }
    query.below = below;
  }
  return query;
}

}  // namespace

Result<Json> recordsView(const Viewer& viewer, const RecordsQuestion& question) {
  Result<RecordQuery> query = queryOf(viewer, question);
  if (!query) return query.error();
  query->wanted = Wanted::kLiving;
  Names names(viewer.reader, viewer.catalogue);
  const auto item = [&names](const RecordType& type, const RecordState& state,
                             const RecordFacts& facts) -> Json {
    return {{"id", state.id.toString()},
            {"type", type.name},
            {"title", titleOf(type, state)},
            {"fields", fieldsToJson(type, state)},
            {"deleted", isDeleted(state)},
            {"flags", flagsOf(state)},
            {"conflicts", conflictedFields(type, state)},
            {"updated_at", timeToJson(facts.updatedAtMillis)},
            {"person", names.person(facts.updatedBy)},
            {"device", names.device(facts.updatedOn)}};
  };
  return Page(viewer, std::move(*query), question.limit).collect(item);
}

Result<Json> conflictsView(const Viewer& viewer, const RecordsQuestion& question) {
  Result<RecordQuery> query = queryOf(viewer, question);
  if (!query) return query.error();
  query->wanted = Wanted::kNeedingPerson;
  const auto item = [](const RecordType& type, const RecordState& state,
                       const RecordFacts& facts) -> Json {
    // A conflict in a field that the role may not read is not this person's to settle.
    if (!needsPerson(type, state)) return nullptr;
    return {{"id", state.id.toString()},     {"type", type.name},
            {"title", titleOf(type, state)}, {"fields", conflictedFields(type, state)},
            {"flags", flagsOf(state)},       {"at", timeToJson(facts.updatedAtMillis)}};
  };
  return Page(viewer, std::move(*query), question.limit).collect(item);
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
