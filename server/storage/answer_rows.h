#pragma once

#include <cstdint>
#include <functional>

#include "shared/base/result.h"
#include "shared/sync/server_store.h"

namespace rapport {

class Connection;

// Anonymous answers about a record. `programme` is the programme's key in this database.

Status eachAnswerRow(Connection& connection, std::int64_t programme, RecordId about,
                     const std::function<Status(const KeptAnswer&)>& visit);
Status putAnswerRow(Connection& connection, std::int64_t programme, RecordId about,
                    const DroppedAnswer& answer);
// Counts all about the record if limits::kSmallestGroup of them are not.
Status countAnswerRows(Connection& connection, std::int64_t programme, RecordId about);

}  // namespace rapport
