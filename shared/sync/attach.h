#pragma once

#include <string>

#include "shared/sync/local_attachments.h"
#include "shared/sync/notebook.h"

namespace rapport {

// A file that somebody attaches to a record.
struct AttachRequest {
  RecordId about;
  std::string field;     // of that record; empty: where it can only go to one, that one
  std::string fileName;  // for people; only its last part is kept
  ByteView content;
  std::string caption;  // may be empty
};

struct Attached {
  RecordId attachment;
  Digest sha256{};
  std::string mediaType;
  // As kept: photos lose what is beside the picture (media/photo.h), recordings what is beside the
  // sound (media/recording.h).
  std::uint64_t sizeBytes = 0;
  std::string caution;  // what a person should know of what was kept; empty: nothing
};

// Keeps the file and an attachment record of it, and names that record in a field of `about` that
// refers to attachments, where its type has one: all in one transaction, so that a crash leaves
// everything or nothing. Limits of kind, size and number are kept here, where something can still
// be done about them. kNotFound, kInvalid and kTooLarge come with a sentence; then nothing is
// saved.
Result<Attached> attach(Notebook& notebook, LocalAttachments& files, const AttachRequest& request,
                        const Clock& clock, Random& random);

}  // namespace rapport
