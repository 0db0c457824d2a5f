#include "server/review/record_page.h"

#include <algorithm>
#include <charconv>
#include <string>

#include <nlohmann/json.hpp>

#include "shared/base/limits.h"
#include "shared/model/access.h"

namespace rapport {
namespace {

using Json = nlohmann::json;

// As record_facts.h folds what is searched.
std::string lowerAscii(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

Json page(Json items, Json next) {
  return {{"items", std::move(items)}, {"next", std::move(next)}};
}

}  // namespace

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
    query.beyond = below;
  }
  return query;
}

Result<Json> recordPage(const Viewer& viewer, RecordQuery query, std::size_t limit,
                        const RecordItem& item) {
  query.limit = std::clamp<std::size_t>(limit, 1, limits::kPageItems);
  Json items = Json::array();
  while (true) {
    const Result<std::vector<RecordRow>> rows = viewer.reader.find(query);
    if (!rows) return rows.error();
    for (const RecordRow& row : *rows) {
      if (items.size() == query.limit) return page(std::move(items), std::to_string(*query.beyond));
      query.beyond = row.state.number ? row.state.number->n : 0;
      const RecordType* type = viewer.catalogue.type(row.state.type);
      Json shown = type != nullptr ? item(*type, row) : Json(nullptr);
      if (!shown.is_null()) items.push_back(std::move(shown));
    }
    if (rows->size() < query.limit) return page(std::move(items), nullptr);
  }
}

}  // namespace rapport
