#include "shared/sync/server_attachments.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/media/media_kind.h"
#include "shared/model/access.h"
#include "shared/sync/server_session.h"

namespace rapport {
namespace {

constexpr std::size_t kOthersLookedAt = 64;  // records that the same blob is pinned to

ServerAttachmentStep sends(Bytes frame) { return {std::move(frame), std::nullopt}; }

ServerAttachmentStep wants(const Digest& sha256, std::uint64_t haveBytes) {
  return sends(encodeFrame(AttachmentWanted{sha256, haveBytes}));
}

ServerAttachmentStep outOfOrder() {
  return {std::nullopt, Refusal{RefusalCode::kOutOfOrder, "This message may not come now."}};
}

// The office's own trouble passes; what is wrong with the file stays.
ServerAttachmentStep declines(const Digest& sha256, DeclinedWhat what, const Error& error) {
  const bool theirs = error.code == ErrorCode::kInvalid || error.code == ErrorCode::kTooLarge ||
                      error.code == ErrorCode::kRefused || error.code == ErrorCode::kNotFound;
  const bool person = error.code == ErrorCode::kInvalid || error.code == ErrorCode::kTooLarge;
  return sends(encodeFrame(AttachmentDeclined{
      sha256, what, person ? DeclinedUntil::kPerson : DeclinedUntil::kLater,
      theirs || error.code == ErrorCode::kUnavailable ? error.message : troubleOf(error)}));
}

Error notYet() {
  return {ErrorCode::kNotFound,
          "The office does not hold the record of this file yet. It is sent again by itself."};
}

}  // namespace

bool ServerAttachments::isFor(ByteView frame) {
  const auto kind = kindOf(frame);
  return kind == FrameKind::kAttachmentOffer || kind == FrameKind::kAttachmentWanted ||
         kind == FrameKind::kAttachmentChunk || kind == FrameKind::kAttachmentAsk;
}

ServerAttachmentStep ServerAttachments::receive(ByteView frame) {
  const auto decoded = decodeFrame(frame);
  if (!decoded) {
    const bool large = decoded.error().code == ErrorCode::kTooLarge;
    return {std::nullopt, Refusal{large ? RefusalCode::kTooLarge : RefusalCode::kMalformed,
                                  decoded.error().message}};
  }
  if (const auto* offer = std::get_if<AttachmentOffer>(&*decoded)) return onOffer(*offer);
  if (const auto* chunk = std::get_if<AttachmentChunk>(&*decoded)) return onChunk(*chunk);
  if (const auto* ask = std::get_if<AttachmentAsk>(&*decoded)) return onAsk(*ask);
  if (const auto* wanted = std::get_if<AttachmentWanted>(&*decoded)) return onWanted(*wanted);
  return outOfOrder();
}

Status ServerAttachments::look(const Looking& work, Revoked revoked) {
  return desk_.store.reading(programme_, [&](ServerReader& reader) -> Status {
    const auto row = reader.replica(replica_);
    if (!row) return row.error();
    if (!*row || ((*row)->revoked && revoked == Revoked::kRefused)) {
      return Error{ErrorCode::kRefused, "The coordinator has withdrawn this tablet's access."};
    }
    const auto types = desk_.types.of(reader);
    if (!types) return types.error();
    return work(reader, **types, (*row)->role);
  });
}

// What the record says of this blob, if this tablet may bring it.
Result<AttachmentFacts> ServerAttachments::mayOffer(const AttachmentOffer& offer) {
  std::optional<AttachmentFacts> found;
  const Status looked = look(
      [&](ServerReader& reader, const Catalogue& types, Role role) -> Status {
        const auto record = reader.record(offer.attachment);
        if (!record) return record.error();
        const RecordType* type = types.type(kAttachmentTypeName);
        if (type == nullptr) return notYet();
        if (!mayWrite(*type, role)) {
          return Error{ErrorCode::kRefused, "This role does not bring files to the office."};
        }
        auto told = setAsideAttachment(reader, types, replica_, offer.attachment);
        if (!told) return told.error();
        if (!*record && told->empty()) return notYet();
        if (*record) {
          for (AttachmentFacts& facts : attachmentFacts(types, **record)) {
            told->push_back(std::move(facts));
          }
        }
        for (const AttachmentFacts& facts : *told) {
          const bool fits = facts.sha256 == offer.sha256 && facts.sizeBytes == offer.sizeBytes;
          if (fits) found = facts;
        }
        return found ? Status{}
                     : Error{ErrorCode::kInvalid, "The record of this file speaks of another one."};
      },
      Revoked::kTaken);
  if (!looked) return looked.error();
  const auto kind = mediaKindNamed(found->mediaType);
  if (!kind) {
    return Error{ErrorCode::kInvalid, "The office keeps " + std::string(kKindsKept) + " only."};
  }
  if (found->sizeBytes > mostBytesOf(*kind)) {
    return Error{ErrorCode::kTooLarge, "This file is larger than the office keeps of its kind."};
  }
  return *found;
}

Status ServerAttachments::fitsQuotas(const AttachmentFacts& facts) {
  WallTime since{};
  std::uint64_t most = limits::kBlobBytesPerReplica;
  const Status looked = desk_.store.reading(programme_, [&](ServerReader& reader) -> Status {
    const auto row = reader.replica(replica_);
    if (!row) return row.error();
    if (*row && (*row)->revoked) {
      since = (*row)->revokedAt.value_or(WallTime{});
      most = limits::kRevokedBlobBytes;
    }
    return {};
  });
  if (!looked) return looked.error();
  const auto bytes = desk_.ledger.bytesOf(programme_, replica_, since);
  if (!bytes) return bytes.error();
  if (*bytes + facts.sizeBytes > most) {
    return Error{ErrorCode::kUnavailable,
                 "The office keeps no more files of this tablet. They stay safe here; tell the "
                 "coordinator."};
  }
  if (!facts.about) return {};
  const auto count = desk_.ledger.countAbout(programme_, *facts.about);
  if (!count) return count.error();
  if (*count < limits::kAttachmentsPerRecord) return {};
  return Error{ErrorCode::kTooLarge, "The record of this file has as many files as it may have."};
}

// Possession is proved by sending the bytes, or by being allowed to read them anyway.
Result<bool> ServerAttachments::mayReadElsewhere(const AttachmentOffer& offer) {
  const auto others = desk_.ledger.pinnedTo(programme_, offer.sha256, kOthersLookedAt);
  if (!others) return others.error();
  bool may = false;
  const Status looked =
      look([&](ServerReader& reader, const Catalogue& types, Role role) -> Status {
        for (const RecordId& other : *others) {
          const auto readable = readableAttachment(reader, types, role, other);
          if (!readable) return readable.error();
          may = may || std::ranges::find(*readable, offer.sha256, &AttachmentFacts::sha256) !=
                           readable->end();
        }
        return {};
      });
  // Whose access was withdrawn sends all bytes.
  if (!looked && looked.error().code == ErrorCode::kRefused) return false;
  if (!looked) return looked.error();
  return may;
}

ServerAttachmentStep ServerAttachments::onOffer(const AttachmentOffer& offer) {
  upload_.reset();
  const auto decline = [&](const Error& error) {
    return declines(offer.sha256, DeclinedWhat::kOffer, error);
  };
  auto facts = mayOffer(offer);
  if (!facts) return decline(facts.error());
  const auto pinned = desk_.ledger.isPinned(programme_, offer.attachment, offer.sha256);
  if (!pinned) return decline(pinned.error());
  const auto whole = desk_.files.open(programme_, offer.sha256);
  const bool there = whole && (*whole)->sizeBytes() == offer.sizeBytes;
  if (there && *pinned) return wants(offer.sha256, offer.sizeBytes);
  if (const Status fits = fitsQuotas(*facts); !fits && !*pinned) return decline(fits.error());
  Upload upload{offer, *std::move(facts), nullptr};
  if (there) {
    const auto may = mayReadElsewhere(offer);
    if (!may) return decline(may.error());
    if (*may) {
      const Status kept = pin(upload);
      return kept ? wants(offer.sha256, offer.sizeBytes) : decline(kept.error());
    }
  }
  auto blob = desk_.files.receive(programme_, replica_, offer.sha256, offer.sizeBytes);
  if (!blob) return decline(blob.error());
  upload.blob = *std::move(blob);
  upload_ = std::move(upload);
  if (upload_->blob->haveBytes() == offer.sizeBytes) return finishUpload();
  return wants(offer.sha256, upload_->blob->haveBytes());
}

ServerAttachmentStep ServerAttachments::onChunk(const AttachmentChunk& chunk) {
  if (!upload_ || upload_->offer.sha256 != chunk.sha256) return outOfOrder();
  const std::uint64_t have = upload_->blob->haveBytes();
  const bool fits =
      chunk.offsetBytes == have && chunk.bytes.size() <= upload_->offer.sizeBytes - have;
  if (!fits) return outOfOrder();
  if (const Status kept = upload_->blob->append(chunk.bytes); !kept) {
    upload_.reset();
    return declines(chunk.sha256, DeclinedWhat::kOffer, kept.error());
  }
  if (upload_->blob->haveBytes() == upload_->offer.sizeBytes) return finishUpload();
  return wants(chunk.sha256, upload_->blob->haveBytes());
}

ServerAttachmentStep ServerAttachments::finishUpload() {
  const Upload upload = *std::exchange(upload_, std::nullopt);
  Status kept = upload.blob->finish();
  if (kept) kept = pin(upload);
  if (kept) kept = dropIfErased(upload);
  if (!kept) return declines(upload.offer.sha256, DeclinedWhat::kOffer, kept.error());
  return wants(upload.offer.sha256, upload.offer.sizeBytes);
}

// What was erased while its file was on the way is pinned to nothing.
Status ServerAttachments::dropIfErased(const Upload& upload) {
  const Digest& sha256 = upload.offer.sha256;
  const auto pinned = desk_.ledger.isPinned(programme_, upload.offer.attachment, sha256);
  if (!pinned) return pinned.error();
  if (*pinned) return {};
  const auto others = desk_.ledger.pinnedTo(programme_, sha256, 1);
  if (!others) return others.error();
  if (others->empty()) {
    const Status dropped = desk_.files.drop(programme_, {replica_}, sha256);
    if (!dropped) return dropped;
  }
  return Error{ErrorCode::kNotFound, "The record that this file belongs to was erased."};
}

// The record says which kind it is, and whoever gets it believes that.
Status ServerAttachments::pin(const Upload& upload) {
  const auto whole = desk_.files.open(programme_, upload.offer.sha256);
  if (!whole) return whole.error();
  const auto beginning = (*whole)->read(0, kSniffedBytes);
  if (!beginning) return beginning.error();
  const auto kind = mediaKindOf(*beginning);
  if (!kind || mediaTypeOf(*kind) != upload.facts.mediaType) {
    return Error{ErrorCode::kInvalid, "This file is of another kind than its record says."};
  }
  return desk_.ledger.pin(
      programme_, {upload.offer.attachment, upload.facts.about.value_or(RecordId{}),
                   upload.offer.sha256, upload.offer.sizeBytes, replica_, desk_.clock.wallNow()});
}

Status ServerAttachments::mayAsk(const AttachmentAsk& ask) {
  // One sentence for what is not there, what is not pinned, and what this role may not read.
  const Error no{ErrorCode::kNotFound,
                 "The office does not have this file, or not for this role. It may still be on the "
                 "tablet that made it."};
  const auto pinned = desk_.ledger.isPinned(programme_, ask.attachment, ask.sha256);
  if (!pinned) return pinned.error();
  if (!*pinned) return no;
  return look([&](ServerReader& reader, const Catalogue& types, Role role) -> Status {
    const auto readable = readableAttachment(reader, types, role, ask.attachment);
    if (!readable) return readable.error();
    const bool may =
        std::ranges::find(*readable, ask.sha256, &AttachmentFacts::sha256) != readable->end();
    return may ? Status{} : Status{no};
  });
}

ServerAttachmentStep ServerAttachments::onAsk(const AttachmentAsk& ask) {
  download_.reset();
  if (const Status may = mayAsk(ask); !may) {
    return declines(ask.sha256, DeclinedWhat::kAsk, may.error());
  }
  auto whole = desk_.files.open(programme_, ask.sha256);
  if (!whole) return declines(ask.sha256, DeclinedWhat::kAsk, whole.error());
  if (ask.haveBytes >= (*whole)->sizeBytes()) return outOfOrder();
  download_ = Download{ask.sha256, *std::move(whole), {}};
  return sendFrom(ask.haveBytes);
}

ServerAttachmentStep ServerAttachments::sendFrom(std::uint64_t offset) {
  auto bytes = download_->blob->read(offset, download_->pace.nextBytes());
  if (!bytes) {
    const Digest sha256 = download_->sha256;
    download_.reset();
    return declines(sha256, DeclinedWhat::kAsk, bytes.error());
  }
  download_->pace.sent(desk_.clock.steadyNow());
  return sends(encodeFrame(AttachmentChunk{download_->sha256, offset, *std::move(bytes)}));
}

ServerAttachmentStep ServerAttachments::onWanted(const AttachmentWanted& wanted) {
  if (!download_ || download_->sha256 != wanted.sha256) return outOfOrder();
  download_->pace.answered(desk_.clock.steadyNow());
  const std::uint64_t sizeBytes = download_->blob->sizeBytes();
  if (wanted.haveBytes > sizeBytes) return outOfOrder();
  if (wanted.haveBytes < sizeBytes) return sendFrom(wanted.haveBytes);
  download_.reset();
  return {};
}

}  // namespace rapport
