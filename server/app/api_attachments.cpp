#include <algorithm>

#include "server/app/api_call.h"
#include "shared/media/media_kind.h"
#include "shared/sync/attachment_facts.h"

namespace rapport {
namespace {

// One answer for what is not there, what the office has not got yet, and what this role may not
// read: nobody learns which.
Error noFile() {
  return {ErrorCode::kNotFound,
          "There is no such file for you, or it is still on the tablet that made it."};
}

// What the record says of the blobs that this role may read.
Result<std::vector<AttachmentFacts>> readable(const ApiCall& call, RecordId attachment) {
  std::vector<AttachmentFacts> all;
  const Status done = call.desk.store.reading(call.programme, [&](ServerReader& reader) -> Status {
    const auto types = call.desk.types.of(reader);
    if (!types) return types.error();
    auto found = readableAttachment(reader, **types, call.role, attachment);
    if (!found) return found.error();
    all = *std::move(found);
    return {};
  });
  if (!done) return done.error();
  return all;
}

Result<ApiReply> replyWith(const ApiCall& call, const AttachmentFacts& facts) {
  // Pinning asked the same; a record of later days may say more kinds than this server knows.
  const auto kind = mediaKindNamed(facts.mediaType);
  if (!kind) return noFile();
  auto blob = call.desk.blobs.open(call.programme, facts.sha256);
  if (!blob) return blob.error();
  // Further pieces are read as they go out; a sentence can be told only now.
  const auto beginning = (*blob)->read(0, 1);
  if (!beginning) return beginning.error();
  if ((*blob)->sizeBytes() != facts.sizeBytes) {
    return Error{
        ErrorCode::kStorageFailed,
        "This file is damaged at the office; its record is safe. Whoever made it may still have "
        "it: ask them to attach it again."};
  }
  ApiReply reply;
  reply.file = ApiFile{std::string(mediaTypeOf(*kind)), facts.fileName, *std::move(blob)};
  return reply;
}

Result<ApiReply> attachment(const ApiCall& call) {
  const Result<Uuid> id = idFrom(call.names.front());
  if (!id) return id.error();
  const std::string wanted = valueIn(call.query, "sha256");
  const auto all = readable(call, RecordId{*id});
  if (!all) return all.error();
  for (const AttachmentFacts& facts : *all) {
    if (!wanted.empty() && digestFromHex(wanted) != facts.sha256) continue;
    const auto pinned = call.desk.ledger.isPinned(call.programme, RecordId{*id}, facts.sha256);
    if (!pinned) return pinned.error();
    if (*pinned) return replyWith(call, facts);
  }
  return noFile();
}

}  // namespace

const std::vector<ApiRoute>& attachmentRoutes() {
  static const std::vector<ApiRoute> kRoutes{
      {Method::kGet, "/api/programmes/*/attachments/*", Access::kProgramme, attachment}};
  return kRoutes;
}

}  // namespace rapport
