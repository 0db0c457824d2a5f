#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/protocol/attachment_frames.h"
#include "shared/sync/chunk_pace.h"
#include "shared/sync/local_attachments.h"

namespace rapport {

// How far a blob came. What failed is tried again in the next session; the blob's reason says why.
struct AttachmentNews {
  LocalBlob blob;
  std::optional<ErrorCode> failed{};
};

// What to do: send these frames in order; show the news.
struct AttachmentStep {
  std::vector<Bytes> frames;
  std::vector<AttachmentNews> news;
  // The office said what it may not say now: the session ends.
  bool outOfOrder = false;
};

// Which of them may travel now.
enum class Blobs : std::uint8_t { kBothWays, kUp };

// The tablet's end of the blobs on one connection (PROTOCOL.md "Attachments"), without I/O: one on
// its way up and one on its way down at most, a chunk of each in flight. What a store cannot do
// now, and what the office declines, waits for the next session; changes go on. Lives with its
// session.
class ClientAttachments {
 public:
  ClientAttachments(LocalAttachments& store, const Clock& clock) : store_(store), clock_(clock) {}

  // No change waits to go out: what may be sent now.
  void next(EpochId epoch, AttachmentStep& step, Blobs which = Blobs::kBothWays);
  void onWanted(const AttachmentWanted& wanted, AttachmentStep& step);
  void onChunk(const AttachmentChunk& chunk, AttachmentStep& step);
  void onDeclined(const AttachmentDeclined& declined, AttachmentStep& step);

  // Nothing is on its way, and the last next() found nothing more to do.
  bool idle() const { return !upload_ && !fetch_; }

 private:
  enum class Line : std::uint8_t { kOffered, kFree, kSending };
  struct Upload {
    LocalBlob blob;
    std::uint64_t officeHas = 0;
    std::uint64_t notedBytes = 0;  // of officeHas, in the store
    Line line = Line::kOffered;
  };

  void offerNext(AttachmentStep& step);
  void sendChunk(AttachmentStep& step);
  void endUpload(AttachmentStep& step, std::optional<ErrorCode> failed = std::nullopt);
  void askNext(AttachmentStep& step);
  void finishFetch(AttachmentStep& step);
  void giveUpFetch(const Error& why, AttachmentStep& step);
  void note(LocalBlob& blob, std::optional<ErrorCode> failed, AttachmentStep& step);

  LocalAttachments& store_;
  const Clock& clock_;
  EpochId epoch_;
  ChunkPace pace_;
  std::optional<Upload> upload_;
  std::optional<LocalBlob> fetch_;
  std::optional<RecordId> offered_, asked_;  // dealt with in this session up to here
};

}  // namespace rapport
