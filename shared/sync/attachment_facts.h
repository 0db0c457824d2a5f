#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/digest.h"
#include "shared/merge/state.h"
#include "shared/model/catalogue.h"
#include "shared/model/record_type.h"
#include "shared/sync/server_store.h"

namespace rapport {

inline constexpr char kAttachmentTypeName[] = "attachment";

// What an attachment record says of its blob.
struct AttachmentFacts {
  Digest sha256{};
  std::uint64_t sizeBytes = 0;
  std::string mediaType;
  std::string fileName;           // may be empty
  std::optional<RecordId> about;  // the record that it belongs to
};

// One for each blob that the record names: two where two tablets wrote it first and differently. A
// record of another type, and one without hash or size, says nothing.
std::vector<AttachmentFacts> attachmentFacts(const Catalogue& types, const RecordState& record);

// The same, of what this role may see; nothing where it may not read the attachment, or the record
// that it belongs to.
Result<std::vector<AttachmentFacts>> readableAttachment(ServerReader& reader,
                                                        const Catalogue& types, Role role,
                                                        RecordId attachment);

// What a replica's own change says of an attachment whose record was set aside with it
// (quarantined): its file is kept beside, for whoever looks at it.
Result<std::vector<AttachmentFacts>> setAsideAttachment(ServerReader& reader,
                                                        const Catalogue& types, ReplicaId replica,
                                                        RecordId attachment);

std::optional<Digest> digestFromHex(std::string_view hex);

}  // namespace rapport
