#include "shared/sync/client_attachments.h"

#include <algorithm>

#include "shared/protocol/frame_codec.h"

namespace rapport {
namespace {

// Between two notes of how much the office has: a note is a commit, and costs as much as a chunk.
constexpr std::uint64_t kNotesPerBlob = 8;

}  // namespace

void ClientAttachments::next(EpochId epoch, AttachmentStep& step, Blobs which) {
  epoch_ = epoch;
  if (!upload_) offerNext(step);
  if (upload_ && upload_->line == Line::kFree) sendChunk(step);
  if (!fetch_ && which == Blobs::kBothWays) askNext(step);
}

// Keeps what was learnt and tells of it. A store that fails tells why instead: the office is asked
// again in the next session.
void ClientAttachments::note(LocalBlob& blob, std::optional<ErrorCode> failed,
                             AttachmentStep& step) {
  const Status kept = store_.keepStage(blob, epoch_);
  if (!kept) {
    blob.reason = kept.error().message;
    failed = kept.error().code;
  }
  step.news.push_back({blob, failed});
}

void ClientAttachments::offerNext(AttachmentStep& step) {
  const auto found = store_.nextToSend(epoch_, offered_);
  if (!found || !*found) return;
  upload_ = Upload{**found, 0, 0, Line::kOffered};
  pace_ = {};
  step.frames.push_back(encodeFrame(
      AttachmentOffer{upload_->blob.attachment, upload_->blob.sha256, upload_->blob.sizeBytes}));
}

void ClientAttachments::endUpload(AttachmentStep& step, std::optional<ErrorCode> failed) {
  note(upload_->blob, failed, step);
  offered_ = upload_->blob.attachment;
  upload_.reset();
}

void ClientAttachments::sendChunk(AttachmentStep& step) {
  auto bytes = store_.read(upload_->blob, upload_->officeHas, pace_.nextBytes());
  if (!bytes || bytes->empty()) {
    upload_->blob.reason =
        bytes ? "The file on this tablet is shorter than it was." : bytes.error().message;
    return endUpload(step, ErrorCode::kStorageFailed);
  }
  upload_->line = Line::kSending;
  pace_.sent(clock_.steadyNow());
  step.frames.push_back(
      encodeFrame(AttachmentChunk{upload_->blob.sha256, upload_->officeHas, *std::move(bytes)}));
}

void ClientAttachments::onWanted(const AttachmentWanted& wanted, AttachmentStep& step) {
  const bool fits = upload_ && upload_->line != Line::kFree &&
                    upload_->blob.sha256 == wanted.sha256 &&
                    wanted.haveBytes <= upload_->blob.sizeBytes;
  if (!fits) {
    step.outOfOrder = true;
    return;
  }
  if (upload_->line == Line::kSending) pace_.answered(clock_.steadyNow());
  LocalBlob& blob = upload_->blob;
  upload_->line = Line::kFree;
  upload_->officeHas = blob.sentBytes = wanted.haveBytes;
  blob.reason.clear();
  if (wanted.haveBytes == blob.sizeBytes) {
    blob.stage = ReceiptStage::kApplied;
    return endUpload(step);
  }
  blob.stage = wanted.haveBytes > 0 ? ReceiptStage::kUploaded : ReceiptStage::kSaved;
  const std::uint64_t noted = upload_->notedBytes;
  const bool much =
      wanted.haveBytes - std::min(noted, wanted.haveBytes) >= blob.sizeBytes / kNotesPerBlob;
  if (wanted.haveBytes > 0 && (noted == 0 || much)) {
    upload_->notedBytes = wanted.haveBytes;
    note(blob, std::nullopt, step);
  } else {
    step.news.push_back({blob});
  }
}

void ClientAttachments::onDeclined(const AttachmentDeclined& declined, AttachmentStep& step) {
  if (declined.what == DeclinedWhat::kAsk) {
    if (!fetch_ || fetch_->sha256 != declined.sha256) {
      step.outOfOrder = true;
      return;
    }
    return giveUpFetch({ErrorCode::kUnavailable, declined.reason}, step);
  }
  if (!upload_ || upload_->blob.sha256 != declined.sha256) {
    step.outOfOrder = true;
    return;
  }
  LocalBlob& blob = upload_->blob;
  blob.reason = declined.reason;
  if (declined.until == DeclinedUntil::kLater) return endUpload(step, ErrorCode::kUnavailable);
  blob.stage = ReceiptStage::kRefused;
  endUpload(step);
}

void ClientAttachments::askNext(AttachmentStep& step) {
  const auto found = store_.nextToFetch(asked_);
  if (!found || !*found) return;
  fetch_ = **found;
  // The last piece came just before a crash.
  if (fetch_->hereBytes == fetch_->sizeBytes) return finishFetch(step);
  step.frames.push_back(
      encodeFrame(AttachmentAsk{fetch_->attachment, fetch_->sha256, fetch_->hereBytes}));
}

void ClientAttachments::giveUpFetch(const Error& why, AttachmentStep& step) {
  fetch_->reason = why.message;
  step.news.push_back({*fetch_, why.code});
  asked_ = fetch_->attachment;
  fetch_.reset();
}

void ClientAttachments::finishFetch(AttachmentStep& step) {
  const Status whole = store_.finishFetch(*fetch_, epoch_);
  if (!whole) {
    fetch_->hereBytes = 0;
    return giveUpFetch(whole.error(), step);
  }
  fetch_->whole = true;
  fetch_->stage = ReceiptStage::kApplied;
  fetch_->sentBytes = fetch_->sizeBytes;
  step.news.push_back({*fetch_});
  asked_ = fetch_->attachment;
  fetch_.reset();
}

void ClientAttachments::onChunk(const AttachmentChunk& chunk, AttachmentStep& step) {
  const bool fits = fetch_ && fetch_->sha256 == chunk.sha256 &&
                    fetch_->hereBytes == chunk.offsetBytes &&
                    chunk.bytes.size() <= fetch_->sizeBytes - fetch_->hereBytes;
  if (!fits) {
    step.outOfOrder = true;
    return;
  }
  if (const Status kept = store_.append(*fetch_, chunk.bytes); !kept) {
    return giveUpFetch(kept.error(), step);
  }
  fetch_->hereBytes += chunk.bytes.size();
  step.frames.push_back(encodeFrame(AttachmentWanted{fetch_->sha256, fetch_->hereBytes}));
  if (fetch_->hereBytes == fetch_->sizeBytes) return finishFetch(step);
  step.news.push_back({*fetch_});
}

}  // namespace rapport
