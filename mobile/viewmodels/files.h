#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/sync/local_attachments.h"

namespace rapport {

// What was written into a file that a person brings to the office.
struct CarriedAway {
  std::string path;
  std::size_t changes = 0;
  std::size_t files = 0;  // of attachments
  std::uint64_t sizeBytes = 0;
};

struct LetGone {
  std::size_t files = 0;
  std::uint64_t sizeBytes = 0;
};

// The photos and papers of this tablet, and what a person does where nothing else helps any more.
// Lives on the desk's worker.
class Files {
 public:
  virtual ~Files() = default;

  // How far an attachment's file has come; nothing where this tablet keeps none of it.
  virtual Result<std::optional<LocalBlob>> find(RecordId attachment) = 0;
  virtual Result<LocalBlobCounts> counts() = 0;

  // Writes what the office does not have into a new file, for the office alone to read. `written`
  // is told now and then how many bytes stand there. After a failure there is no such file, and
  // what is on this tablet is as it was. kNotFound: the office has everything; kConflict: there is
  // a file of that name; kUnavailable: the office never gave this tablet its key; kStorageFull.
  virtual Result<CarriedAway> carryOut(const std::function<void(std::uint64_t bytes)>& written) = 0;
  // Removes the files from this tablet that the office said it has; the office keeps them.
  virtual Result<LetGone> letGo() = 0;
};

}  // namespace rapport
