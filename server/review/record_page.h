#pragma once

#include <functional>

#include <nlohmann/json_fwd.hpp>

#include "server/review/records_view.h"

namespace rapport {

// What a question asks the store for. kNotFound: no such type for this role; kInvalid: its cursor
// is none of ours.
Result<RecordQuery> queryOf(const Viewer& viewer, const RecordsQuestion& question);

// A row of a list, made of a record whose type is known; null: it does not belong there.
using RecordItem = std::function<nlohmann::json(const RecordType&, const RecordRow&)>;

// Walks what the query finds, in its order, until a page is full: {"items", "next"}.
Result<nlohmann::json> recordPage(const Viewer& viewer, RecordQuery query, std::size_t limit,
                                  const RecordItem& item);

}  // namespace rapport
