#pragma once

#include <set>
#include <string>
#include <string_view>

#include "shared/crypto/sealed_folder.h"
#include "shared/sync/local_attachments.h"

namespace rapport {

class Connection;
class Statement;

// One programme's attachments in a profile: rows in the database, files sealed beside it
// (DESIGN.md). Made by LocalProfile, which it must not outlive, as its files must not.
class SqliteLocalAttachments final : public LocalAttachments {
 public:
  SqliteLocalAttachments(Connection& connection, std::int64_t programme, const SealedFolder& files)
      : connection_(connection), programme_(programme), files_(files) {}

  Status keepContent(const Digest& sha256, ByteView content) override;
  Status pin(const LocalBlob& blob) override;
  Result<std::optional<LocalBlob>> find(RecordId attachment) override;
  Result<std::vector<LocalBlob>> of(RecordId about) override;
  Result<LocalBlobCounts> counts() override;
  Result<std::optional<LocalBlob>> nextToSend(EpochId epoch,
                                              std::optional<RecordId> after) override;
  Result<std::optional<LocalBlob>> nextToFetch(std::optional<RecordId> after) override;
  Status keepStage(const LocalBlob& blob, EpochId epoch) override;
  Result<Bytes> read(const LocalBlob& blob, std::uint64_t offset, std::size_t mostBytes) override;
  Status erase(RecordId record) override;
  Status append(const LocalBlob& blob, ByteView bytes) override;
  Status finishFetch(const LocalBlob& blob, EpochId epoch) override;

  // What a file of this programme is called in its folder.
  static std::string identityOf(std::int64_t programme, const Digest& sha256);

 private:
  Status dropUnspoken(const Digest& sha256);
  Result<LocalBlob> blobOf(const Statement& row);
  Result<std::optional<LocalBlob>> firstOf(Statement& select);
  std::string identityOf(const Digest& sha256) const { return identityOf(programme_, sha256); }

  Connection& connection_;
  const std::int64_t programme_;  // its key in this database
  const SealedFolder& files_;
  std::optional<Digest> kept_;  // durable, as keepContent said last
  // The last ones read and written: their pieces need not be found again for every chunk.
  std::optional<std::pair<Digest, SealedFile>> reading_, growing_;
};

}  // namespace rapport
