#pragma once

#include <memory>
#include <string>

#include "server/backup/new_file.h"
#include "shared/base/bytes.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/crypto/sealed_stream.h"
#include "shared/crypto/sha256.h"

namespace rapport {

// One backup being written: named entries in a sealed stream (DESIGN.md). Under another name until
// it is whole, on the disk, and was read back; a kill or a full disk leaves nothing that looks like
// a backup.
class BackupWriter {
 public:
  // kConflict: there is such a file. Else as NewFile::open and SealedStreamWriter::begin.
  static Result<std::unique_ptr<BackupWriter>> begin(const std::string& path,
                                                     const SealingPublicKey& reader,
                                                     Random& random);

  Status add(const std::string& name, ByteView contents);
  Status addFile(const std::string& name, const std::string& path);
  // The end; reads all of it back from the disk; then the file has its name.
  Status finish();
  std::uint64_t sizeBytes() const { return sizeBytes_; }  // as it lies there

 private:
  BackupWriter(std::string path, NewFile file) : path_(std::move(path)), file_(std::move(file)) {}
  Status addPlain(ByteView plain);
  Status beginEntry(const std::string& name, std::uint64_t sizeBytes);
  Status readBack();

  const std::string path_;
  NewFile file_;
  std::unique_ptr<SealedStreamWriter> stream_;
  Sha256Stream plainHash_;
  std::uint64_t plainBytes_ = 0, sizeBytes_ = 0;
};

}  // namespace rapport
