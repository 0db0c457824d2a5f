#include "server/blobs/blob_folder.h"

#include <set>
#include <utility>

#include "shared/base/limits.h"

namespace rapport {
namespace {

// The same whoever brings it, so that a part can become the whole without being sealed anew.
std::string identityOf(const std::string& programme, const Digest& sha256) {
  return programme + "\n" +
         std::string(reinterpret_cast<const char*>(sha256.data()), sha256.size());
}

std::string scopeOf(const std::string& programme, ReplicaId replica) {
  return programme + "\n" + replica.toString();
}

Error takenOver() {
  return {ErrorCode::kUnavailable, "This upload goes on over a newer connection of this tablet."};
}

class SealedIncoming final : public IncomingBlob {
 public:
  SealedIncoming(const SealedFolder& files, std::string scope, std::string identity,
                 const Digest& sha256, std::shared_ptr<BlobFolder::Turn> turn, SealedFile file)
      : files_(files),
        scope_(std::move(scope)),
        identity_(std::move(identity)),
        sha256_(sha256),
        turn_(std::move(turn)),
        file_(std::move(file)) {}

  std::uint64_t haveBytes() const override { return file_.sizeBytes(); }

  Status append(ByteView bytes) override {
    const std::lock_guard lock(turn_->mutex);
    if (turn_->over) return takenOver();
    return files_.grow(scope_, file_, bytes);
  }

  Status finish() override {
    const std::lock_guard lock(turn_->mutex);
    if (turn_->over) return takenOver();
    const auto hash = file_.sha256();
    if (hash && *hash == sha256_) return files_.promote(scope_, identity_);
    if (const Status dropped = files_.dropPart(scope_, identity_); !dropped) return dropped;
    if (!hash) return hash.error();
    return Error{ErrorCode::kInvalid,
                 "This file is not the one that its record speaks of. It was not kept."};
  }

 private:
  const SealedFolder& files_;
  const std::string scope_, identity_;
  const Digest sha256_;
  const std::shared_ptr<BlobFolder::Turn> turn_;
  SealedFile file_;
};

class SealedWhole final : public WholeBlob {
 public:
  explicit SealedWhole(SealedFile file) : file_(std::move(file)) {}
  std::uint64_t sizeBytes() const override { return file_.sizeBytes(); }
  Result<Bytes> read(std::uint64_t offset, std::size_t mostBytes) const override {
    return file_.read(offset, mostBytes);
  }

 private:
  const SealedFile file_;
};

}  // namespace

std::shared_ptr<BlobFolder::Turn> BlobFolder::takeTurn(const std::string& scope,
                                                       const std::string& identity) {
  const std::string upload = files_.partNameOf(scope, identity);
  auto mine = std::make_shared<Turn>();
  std::shared_ptr<Turn> before;
  {
    const std::lock_guard lock(turnsMutex_);
    std::erase_if(turns_, [](const auto& each) { return each.second.expired(); });
    before = std::exchange(turns_[upload], mine).lock();
  }
  if (before) {
    // Waits for what the earlier one is writing.
    const std::lock_guard lock(before->mutex);
    before->over = true;
  }
  return mine;
}

Result<std::unique_ptr<IncomingBlob>> BlobFolder::receive(const std::string& programme,
                                                          ReplicaId replica, const Digest& sha256,
                                                          std::uint64_t sizeBytes) {
  std::string scope = scopeOf(programme, replica);
  std::string identity = identityOf(programme, sha256);
  std::shared_ptr<Turn> turn = takeTurn(scope, identity);
  const SealedFolder::Use begun = files_.partsIn(scope);
  auto file = files_.openPart(scope, identity);
  if (!file) return file.error();
  const bool isNew = file->sizeBytes() == 0;
  const bool tooMany = begun.files >= limits::kUploadsBegun ||
                       begun.sizeBytes + sizeBytes > limits::kUploadsBegunBytes;
  // What is longer than it should be was begun by a record that lied about its size.
  if ((isNew && tooMany) || file->sizeBytes() > sizeBytes) {
    if (const Status dropped = files_.dropPart(scope, identity); !dropped) return dropped.error();
    return Error{ErrorCode::kUnavailable,
                 "This tablet has begun too many uploads at once. It is tried again by itself."};
  }
  return std::unique_ptr<IncomingBlob>(std::make_unique<SealedIncoming>(
      files_, std::move(scope), std::move(identity), sha256, std::move(turn), *std::move(file)));
}

Result<std::unique_ptr<WholeBlob>> BlobFolder::open(const std::string& programme,
                                                    const Digest& sha256) {
  auto file = files_.openWhole(identityOf(programme, sha256));
  if (!file) return file.error();
  return std::unique_ptr<WholeBlob>(std::make_unique<SealedWhole>(*std::move(file)));
}

Status BlobFolder::drop(const std::string& programme, const std::vector<ReplicaId>& replicas,
                        const Digest& sha256) {
  const std::string identity = identityOf(programme, sha256);
  for (const ReplicaId& replica : replicas) {
    const std::string scope = scopeOf(programme, replica);
    takeTurn(scope, identity);  // whoever sends it just now is told to begin again
    if (const Status dropped = files_.dropPart(scope, identity); !dropped) return dropped;
  }
  return files_.dropWhole(identity);
}

Status BlobFolder::check(const std::string& programme, const Digest& sha256,
                         std::uint64_t sizeBytes) const {
  const auto file = files_.openWhole(identityOf(programme, sha256));
  const std::string name = toHex({reinterpret_cast<const char*>(sha256.data()), sha256.size()});
  if (!file) {
    return Error{ErrorCode::kStorageFailed, "The attachment " + name + " is not there."};
  }
  const auto hash = file->sha256();
  if (hash && *hash == sha256 && file->sizeBytes() == sizeBytes) return {};
  return Error{ErrorCode::kStorageFailed, "The attachment " + name + " is damaged."};
}

std::size_t BlobFolder::sweep(const std::vector<Spoken>& pinned) {
  std::set<std::string> names;
  for (const Spoken& each : pinned) {
    names.insert(files_.nameOf(identityOf(each.programme, each.sha256)));
  }
  return files_.sweepWhole(names, limits::kStrayLife) + sweepUploads();
}

// What somebody is at work on stays, whatever a clock that was wrong says of its age: what is
// appended to a file without a name is lost. Nobody begins meanwhile.
std::size_t BlobFolder::sweepUploads() {
  const std::lock_guard lock(turnsMutex_);
  std::set<std::string> atWork;
  for (const auto& [upload, turn] : turns_) {
    if (!turn.expired()) atWork.insert(upload);
  }
  return files_.sweepParts(atWork, limits::kUploadLife);
}

}  // namespace rapport
