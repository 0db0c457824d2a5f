#include "shared/sync/take_carried.h"

#include <optional>

#include "shared/protocol/frame_codec.h"
#include "shared/sync/change_run.h"

namespace rapport {
namespace {

Error lacksEarlierOnes() {
  return {ErrorCode::kInvalid,
          "The office lacks what this tablet sent before: it was restored from an older backup. "
          "Write the file on the tablet once more, with --everything. Nothing was taken."};
}

class TakingIn {
 public:
  explicit TakingIn(const CarriedDesk& desk) : desk_(desk) {}

  // Whose file it is, by its device's key as the office knows it.
  Result<Bytes> keyOf(const CarriedHead& head);
  Status take(ByteView frame);
  TakenIn taken() && { return std::move(taken_); }

 private:
  Status takeChanges(OfferChanges offer);
  Status takeFile(const AttachmentOffer& offer);
  Status takeChunk(const AttachmentChunk& chunk);
  Status answered(const ServerAttachmentStep& step);
  void count(const FrameVerdict& verdict);
  void note(const std::string& reason) {
    if (taken_.firstReason.empty()) taken_.firstReason = reason;
  }

  const CarriedDesk& desk_;
  ReplicaId replica_;
  TakenIn taken_;
  std::optional<ServerAttachments> files_;
  AttachmentOffer file_;         // the one that is coming
  std::uint64_t haveBytes_ = 0;  // of it, here
  bool isComing_ = false;        // its chunks are wanted
};

Result<Bytes> TakingIn::keyOf(const CarriedHead& head) {
  ReplicaRow row;
  const Status read =
      desk_.attachments.store.reading(head.programme, [&](ServerReader& reader) -> Status {
        const auto known = reader.replica(head.replica);
        if (!known) return known.error();
        if (!*known) {
          return Error{ErrorCode::kNotFound,
                       "The tablet that wrote this file is not enrolled here. Nothing was taken."};
        }
        row = **known;
        return {};
      });
  if (!read) return read.error();
  replica_ = row.replica;
  taken_.programme = head.programme;
  taken_.person = row.personName;
  taken_.device = row.deviceName;
  files_.emplace(desk_.attachments, head.programme, replica_);
  return row.publicKey;
}

void TakingIn::count(const FrameVerdict& verdict) {
  switch (verdict.stage) {
    case VerdictStage::kApplied:
      ++taken_.applied;
      break;
    case VerdictStage::kRefused:
      ++taken_.refused;
      break;
    case VerdictStage::kQuarantined:
      ++taken_.setAside;
      break;
    case VerdictStage::kErased:
      ++taken_.erased;
      break;
  }
  if (verdict.telling == Telling::kAgain) ++taken_.known;
  if (verdict.stage != VerdictStage::kApplied) note(verdict.reason);
}

Status TakingIn::takeChanges(OfferChanges offer) {
  const auto run = decodeOffered(std::move(offer), replica_, &desk_.opens);
  if (!run) return run.error();
  std::vector<FrameVerdict> verdicts;
  const Status done =
      desk_.attachments.store.inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        const auto programme = transaction.programme(taken_.programme);
        if (!programme) return programme.error();
        const auto device = (*programme)->replica(replica_);
        if (!device) return device.error();
        if (!run->changes.empty() && device->has_value() &&
            run->changes.front().change.dot.counter > (*device)->appliedThrough + 1) {
          return lacksEarlierOnes();
        }
        auto judged = desk_.arbiter.take(**programme, *run);
        if (!judged) return judged.error();
        verdicts = *std::move(judged);
        return {};
      });
  if (!done) return done;
  for (const FrameVerdict& verdict : verdicts) count(verdict);
  return {};
}

// What the office says to a file or a piece of it, in the words of a line.
Status TakingIn::answered(const ServerAttachmentStep& step) {
  if (step.refusal) return Error{ErrorCode::kInvalid, step.refusal->message};
  const auto frame = step.frame ? decodeFrame(*step.frame) : Result<Frame>(Frame{Heartbeat{}});
  if (!frame) return frame.error();
  if (const auto* declined = std::get_if<AttachmentDeclined>(&*frame)) {
    isComing_ = false;
    ++taken_.filesLeft;
    note(declined->reason);
  } else if (const auto* wanted = std::get_if<AttachmentWanted>(&*frame)) {
    haveBytes_ = wanted->haveBytes;
    isComing_ = haveBytes_ < file_.sizeBytes;
    if (!isComing_) ++taken_.files;
  }
  return {};
}

Status TakingIn::takeFile(const AttachmentOffer& offer) {
  file_ = offer;
  return answered(files_->receive(encodeFrame(offer)));
}

// A file of which a part came over the line before goes on where that ended.
Status TakingIn::takeChunk(const AttachmentChunk& chunk) {
  const std::uint64_t end = chunk.offsetBytes + chunk.bytes.size();
  if (!isComing_ || end <= haveBytes_) return {};
  if (chunk.sha256 != file_.sha256 || chunk.offsetBytes > haveBytes_) {
    return Error{ErrorCode::kInvalid, "A file that this file carries is not in order."};
  }
  AttachmentChunk rest{chunk.sha256, haveBytes_, {}};
  rest.bytes = chunk.bytes.substr(static_cast<std::size_t>(haveBytes_ - chunk.offsetBytes));
  return answered(files_->receive(encodeFrame(rest)));
}

Status TakingIn::take(ByteView bytes) {
  auto frame = decodeFrame(bytes);
  if (!frame) return frame.error();
  if (auto* changes = std::get_if<OfferChanges>(&*frame)) return takeChanges(std::move(*changes));
  if (const auto* offer = std::get_if<AttachmentOffer>(&*frame)) return takeFile(*offer);
  if (const auto* chunk = std::get_if<AttachmentChunk>(&*frame)) return takeChunk(*chunk);
  return Error{ErrorCode::kInvalid, "This file holds something that no tablet carries."};
}

}  // namespace

Result<TakenIn> takeCarried(const CarriedDesk& desk, const std::function<CarriedSource()>& open) {
  TakingIn taking(desk);
  const auto keyOf = [&](const CarriedHead& head) { return taking.keyOf(head); };
  const auto look = [](ByteView) { return Status{}; };
  if (const Status whole = readCarried(desk.opens, open(), {keyOf, look}); !whole) {
    return whole.error();
  }
  const auto take = [&](ByteView frame) { return taking.take(frame); };
  if (const Status taken = readCarried(desk.opens, open(), {keyOf, take}); !taken) {
    return taken.error();
  }
  return std::move(taking).taken();
}

}  // namespace rapport
