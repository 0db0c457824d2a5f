#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

#include "shared/base/result.h"
#include "shared/sync/client_session.h"
#include "shared/sync/notebook.h"

namespace rapport::cli {

// The JSON lines that rapport-cli prints. One object a line, flushed, so that a reader sees each at
// once.
void printLine(const nlohmann::json& object);

std::string_view nameOf(ReceiptStage stage);

// {"id", "type", "fields", "deleted", "flags", "conflicts", "receipt"}, and "handed_in": true where
// what was written here is for the office alone to read.
nlohmann::json recordLine(Notebook& notebook, const RecordSheet& sheet);
// Adds "attachments", a list of blobLine with names, of those that this tablet made or asked for,
// and "complete": the record is applied, and so is every file of it that is here.
Status addAttachments(nlohmann::json& line, Notebook& notebook, LocalAttachments& attachments,
                      const RecordSheet& sheet);
// {"outcome", "comment"?, "user", "at"}
nlohmann::json reviewLine(Notebook& notebook, const Review& review);
// {"id", "dot"}
nlohmann::json keptLine(const Kept& kept);
// {"id", "dot", "receipt", "reason"?}
nlohmann::json receiptLine(const ReceiptNews& news);
// {"id", "type", "at", "dot", "receipt", "reason"?}: all that this tablet can say of it
nlohmann::json handedInLine(const Notebook& notebook, const OwnChange& own);
// {"id", "file", "sent_bytes", "size_bytes", "here", "reason"?}: how far an attachment's bytes came
nlohmann::json erasedLine(const Notebook& notebook, const ErasedRecord& erased);
nlohmann::json blobLine(const LocalBlob& blob);
// {"at", "user", "device", "dot", "receipt", "reason"?, "handed_in"?, "operations": [{"field",
// "op", …}]}
nlohmann::json historyLine(Notebook& notebook, const HistoryLine& line);
// The same, each operation with "stands", and a value with what stood there "before" where that is
// known; cells of rows by their address. Of one field or cell alone, where one is named.
nlohmann::json pastLine(Notebook& notebook, const PastLine& line, const std::string& field);

}  // namespace rapport::cli
