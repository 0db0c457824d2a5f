#include "mobile/cli/lines.h"

#include <iostream>

#include <nlohmann/json.hpp>

#include "shared/merge/dot_text.h"
#include "shared/protocol/record_json.h"
#include "shared/sync/attachment_facts.h"

namespace rapport::cli {
namespace {

using Json = nlohmann::json;

DirectoryNames namesOf(Notebook& notebook) {
  return {[&notebook](PersonId person) { return notebook.personName(person); },
          [&notebook](ReplicaId replica) { return notebook.deviceName(replica); }};
}

Json valuesToJson(const FieldDeclaration& field, const std::vector<Value>& values) {
  Json list = Json::array();
  for (const Value& value : values) list.push_back(valueToJson(field, value));
  return list;
}

// `field` is the operation's own, or the cell's; null if this version does not know it.
Json operationToJson(const FieldDeclaration* field, const Operation& operation) {
  if (const auto* deleted = std::get_if<SetDeleted>(&operation.deed)) {
    return {
        {"field", "deleted"}, {"op", "write"}, {"value", deleted->deletion == Deletion::kDelete}};
  }
  if (field == nullptr) return {{"field", operation.field}, {"op", "unknown"}};
  if (const auto* write = std::get_if<WriteValue>(&operation.deed)) {
    return {{"field", field->name}, {"op", "write"}, {"value", valueToJson(*field, write->value)}};
  }
  if (const auto* edit = std::get_if<EditElements>(&operation.deed)) {
    return {{"field", field->name},
            {"op", "elements"},
            {"add", valuesToJson(*field, edit->added)},
            {"remove", valuesToJson(*field, edit->removed)}};
  }
  if (const auto* edit = std::get_if<EditRows>(&operation.deed)) {
    Json rows = Json::array();
    for (const RowEdit& row : edit->rows) {
      Json cells = Json::array();
      for (const Operation& cell : row.operations) {
        cells.push_back(operationToJson(field->cell(cell.field), cell));
      }
      rows.push_back({{"id", row.row.toString()}, {"operations", std::move(cells)}});
    }
    return {{"field", field->name}, {"op", "rows"}, {"rows", std::move(rows)}};
  }
  return {
      {"field", field->name}, {"op", "add"}, {"value", std::get<AddAmount>(operation.deed).amount}};
}

void addReason(Json& line, const Receipt& receipt) {
  if (!receipt.verdict.reason.empty()) line["reason"] = receipt.verdict.reason;
}

}  // namespace

void printLine(const Json& object) { std::cout << object.dump() << std::endl; }

std::string_view nameOf(ReceiptStage stage) {
  switch (stage) {
    case ReceiptStage::kSaved:
      return "saved";
    case ReceiptStage::kUploaded:
      return "uploaded";
    case ReceiptStage::kApplied:
      return "applied";
    case ReceiptStage::kReviewed:
      return "reviewed";
    case ReceiptStage::kRefused:
      return "refused";
    case ReceiptStage::kQuarantined:
      return "quarantined";
    case ReceiptStage::kErased:
      return "erased";
  }
  return "unknown";
}

Json recordLine(Notebook& notebook, const RecordSheet& sheet) {
  Json line;
  if (sheet.type != nullptr) {
    line = recordToJson(*sheet.type, sheet.state, namesOf(notebook));
  } else {
    line = {{"id", sheet.state.id.toString()}, {"type", nullptr}, {"fields", Json::object()}};
  }
  line["receipt"] = nameOf(sheet.receipt.stage);
  if (sheet.handedIn) line["handed_in"] = true;
  addReason(line, sheet.receipt);
  return line;
}

Json reviewLine(Notebook& notebook, const Review& review) {
  Json line = {{"outcome", review.hasIssues ? "has_issues" : "looks_right"},
               {"user", notebook.personName(review.by)},
               {"at", timeToJson(review.at.millis)}};
  if (!review.comment.empty()) line["comment"] = review.comment;
  return line;
}

Json keptLine(const Kept& kept) { return {{"id", kept.id.toString()}, {"dot", dotText(kept.dot)}}; }

Json receiptLine(const ReceiptNews& news) {
  Json line = {{"id", news.record.toString()},
               {"dot", dotText(news.dot)},
               {"receipt", nameOf(news.receipt.stage)}};
  addReason(line, news.receipt);
  return line;
}

Json handedInLine(const Notebook& notebook, const OwnChange& own) {
  const RecordType* type = notebook.catalogue().type(own.change.type);
  Json line = {{"id", own.change.record.toString()},
               {"type", type != nullptr ? Json(type->name) : Json(nullptr)},
               {"at", timeToJson(own.change.wall.time_since_epoch().count())},
               {"dot", dotText(own.change.dot)},
               {"receipt", nameOf(own.receipt.stage)}};
  addReason(line, own.receipt);
  return line;
}

Json erasedLine(const Notebook& notebook, const ErasedRecord& erased) {
  const RecordType* type = notebook.catalogue().type(erased.type);
  std::string reason =
      "This record was erased for good, because the person it was about asked for it.";
  if (erased.discarded > 0) {
    reason += " What you had written about it and not sent yet was discarded with it.";
  }
  return {{"id", erased.record.toString()},
          {"type", type != nullptr ? Json(type->name) : Json(nullptr)},
          {"receipt", nameOf(ReceiptStage::kErased)},
          {"discarded", erased.discarded},
          {"reason", reason + " There is nothing for you to do."}};
}

Json blobLine(const LocalBlob& blob) {
  Json line = {{"id", blob.attachment.toString()},
               {"file", nameOf(blob.stage)},
               {"sent_bytes", blob.sentBytes},
               {"size_bytes", blob.sizeBytes},
               {"here", blob.whole}};
  if (!blob.reason.empty()) line["reason"] = blob.reason;
  return line;
}

Status addAttachments(Json& line, Notebook& notebook, LocalAttachments& attachments,
                      const RecordSheet& sheet) {
  auto blobs = attachments.of(sheet.state.id);
  if (!blobs) return blobs.error();
  auto own = attachments.find(sheet.state.id);
  if (!own) return own.error();
  if (*own) blobs->push_back(**own);
  bool complete = sheet.receipt.stage == ReceiptStage::kApplied ||
                  sheet.receipt.stage == ReceiptStage::kReviewed;
  Json list = Json::array();
  for (const LocalBlob& blob : *blobs) {
    complete = complete && blob.stage == ReceiptStage::kApplied;
    Json each = blobLine(blob);
    const auto about = notebook.get(blob.attachment);
    if (!about) return about.error();
    const auto facts = *about ? attachmentFacts(notebook.catalogue(), (*about)->state)
                              : std::vector<AttachmentFacts>{};
    if (!facts.empty()) {
      each["file_name"] = facts.front().fileName;
      each["media_type"] = facts.front().mediaType;
    }
    list.push_back(std::move(each));
  }
  line["attachments"] = std::move(list);
  line["complete"] = complete;
  return {};
}

Json historyLine(Notebook& notebook, const HistoryLine& line) {
  const RecordType* type = notebook.catalogue().type(line.change.type);
  Json operations = Json::array();
  for (const Operation& operation : line.change.operations) {
    const FieldDeclaration* field = type != nullptr ? type->field(operation.field) : nullptr;
    operations.push_back(operationToJson(field, operation));
  }
  Json out = {{"id", line.change.record.toString()},
              {"at", timeToJson(line.change.time.millis)},
              {"user", notebook.personName(line.change.person)},
              {"device", notebook.deviceName(line.change.dot.replica)},
              {"dot", dotText(line.change.dot)},
              {"receipt", nameOf(line.receipt.stage)},
              {"operations", std::move(operations)}};
  if (line.sealed) out["handed_in"] = true;
  addReason(out, line.receipt);
  return out;
}

}  // namespace rapport::cli
