#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/protocol/frame_codec.h"
#include "shared/sync/attachment_facts.h"
#include "shared/sync/chunk_pace.h"
#include "shared/sync/programme_types.h"
#include "shared/sync/server_blobs.h"

namespace rapport {

// What a server's end of attachments works with; all of it outlives it.
struct AttachmentDesk {
  ServerStore& store;
  ProgrammeTypes& types;
  BlobFiles& files;
  BlobLedger& ledger;
  const Clock& clock;
};

// What to do after a frame: send this one, or close with the refusal.
struct ServerAttachmentStep {
  std::optional<Bytes> frame;
  std::optional<Refusal> refusal;
};

// The server's end of the blobs on one connection (PROTOCOL.md "Attachments"), without I/O but for
// its stores: one on its way up and one on its way down at most. It blocks on the disk, so that it
// stands apart from the session of changes, which never waits for it. One thread at a time.
//
// Permission is asked anew for every offer and ask, of the role that the replica has then.
class ServerAttachments {
 public:
  ServerAttachments(const AttachmentDesk& desk, std::string programme, ReplicaId replica)
      : desk_(desk), programme_(std::move(programme)), replica_(replica) {}

  // Is this a frame for receive()?
  static bool isFor(ByteView frame);
  ServerAttachmentStep receive(ByteView frame);

 private:
  struct Upload {
    AttachmentOffer offer;
    AttachmentFacts facts;
    std::unique_ptr<IncomingBlob> blob;
  };
  struct Download {
    Digest sha256{};
    std::unique_ptr<WholeBlob> blob;
    ChunkPace pace;
  };

  ServerAttachmentStep onOffer(const AttachmentOffer& offer);
  ServerAttachmentStep onChunk(const AttachmentChunk& chunk);
  ServerAttachmentStep onAsk(const AttachmentAsk& ask);
  ServerAttachmentStep onWanted(const AttachmentWanted& wanted);
  ServerAttachmentStep finishUpload();
  ServerAttachmentStep sendFrom(std::uint64_t offset);
  Result<AttachmentFacts> mayOffer(const AttachmentOffer& offer);
  Status fitsQuotas(const AttachmentFacts& facts);
  Result<bool> mayReadElsewhere(const AttachmentOffer& offer);
  Status mayAsk(const AttachmentAsk& ask);
  Status pin(const Upload& upload);
  Status dropIfErased(const Upload& upload);
  using Looking = std::function<Status(ServerReader&, const Catalogue&, Role)>;
  // Of a device whose access was withdrawn.
  enum class Revoked : std::uint8_t { kRefused, kTaken };
  Status look(const Looking& work, Revoked revoked = Revoked::kRefused);

  const AttachmentDesk desk_;
  const std::string programme_;
  const ReplicaId replica_;
  std::optional<Upload> upload_;
  std::optional<Download> download_;
};

}  // namespace rapport
