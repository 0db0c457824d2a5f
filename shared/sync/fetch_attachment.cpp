#include "shared/sync/fetch_attachment.h"

#include "shared/sync/attachment_facts.h"

namespace rapport {

Result<LocalBlob> wantAttachment(Notebook& notebook, LocalAttachments& files, RecordId attachment) {
  const auto known = files.find(attachment);
  if (!known) return known.error();
  if (*known) return **known;
  const auto sheet = notebook.get(attachment);
  if (!sheet) return sheet.error();
  const auto facts = *sheet ? attachmentFacts(notebook.catalogue(), (*sheet)->state)
                            : std::vector<AttachmentFacts>{};
  if (facts.empty()) {
    return Error{ErrorCode::kNotFound,
                 "There is no attachment " + attachment.toString() + " on this tablet."};
  }
  LocalBlob blob;
  blob.attachment = attachment;
  blob.about = facts.front().about.value_or(RecordId{});
  blob.sha256 = facts.front().sha256;
  blob.sizeBytes = facts.front().sizeBytes;
  const Status kept = notebook.store().inTransaction([&] { return files.pin(blob); });
  if (!kept) return kept.error();
  const auto found = files.find(attachment);
  if (!found) return found.error();
  return found->value_or(blob);
}

}  // namespace rapport
