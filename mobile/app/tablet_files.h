#pragma once

#include <functional>
#include <string>

#include "mobile/storage/local_profile.h"
#include "mobile/viewmodels/files.h"
#include "shared/base/clock.h"
#include "shared/base/disk.h"
#include "shared/base/random.h"
#include "shared/crypto/signing.h"
#include "shared/sync/local_store.h"

namespace rapport {

// What the files of a tablet are made of; all of it outlives them.
struct FilesDesk {
  LocalStore& store;
  LocalAttachments& attachments;
  const SigningKey& device;
  const Clock& clock;
  Random& random;
  Disk& disk;
  std::string carryFolder;  // where a person finds what is to be carried; made when it is needed
  std::function<Result<LocalProfile::LetGo>()> letGo;
};

class TabletFiles final : public Files {
 public:
  explicit TabletFiles(FilesDesk desk) : desk_(std::move(desk)) {}

  Result<std::optional<LocalBlob>> find(RecordId attachment) override {
    return desk_.attachments.find(attachment);
  }
  Result<std::vector<LocalBlob>> of(RecordId about) override { return desk_.attachments.of(about); }
  Result<LocalBlobCounts> counts() override { return desk_.attachments.counts(); }
  Result<Attached> attach(Notebook& notebook, const ChosenFile& chosen) override;
  Result<Bytes> content(RecordId attachment) override;
  Status fetch(Notebook& notebook, RecordId attachment) override;
  Result<CarriedAway> carryOut(const std::function<void(std::uint64_t bytes)>& written) override;
  Result<LetGone> letGo() override;

 private:
  Result<std::string> freePath() const;
  Result<CarriedAway> writeAll(DiskFile& file,
                               const std::function<void(std::uint64_t bytes)>& written) const;

  FilesDesk desk_;
};

}  // namespace rapport
