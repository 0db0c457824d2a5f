#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/sync/attach.h"
#include "shared/sync/local_attachments.h"
#include "shared/sync/notebook.h"

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

// A file that a person chose for a record, or made on the screen.
struct ChosenFile {
  RecordId about;
  std::string field{};  // of that record; empty: where it can only go to one, that one
  std::string path{};   // of this machine; of what was made here its name alone
  Bytes made{};         // what was made here; empty: the file at `path` is read
  std::string caption{};
};

// The photos and papers of this tablet, and what a person does where nothing else helps any more.
// Lives on the desk's worker.
class Files {
 public:
  virtual ~Files() = default;

  // How far an attachment's file has come; nothing where this tablet keeps none of it.
  virtual Result<std::optional<LocalBlob>> find(RecordId attachment) = 0;
  // Every file of a record that this tablet keeps something of.
  virtual Result<std::vector<LocalBlob>> of(RecordId about) = 0;
  virtual Result<LocalBlobCounts> counts() = 0;

  // Takes a copy of the file into the record (shared/sync/attach.h): when this returns, file and
  // record are durable, and the chosen one may go. After a failure nothing was saved. Besides what
  // attach() says: kNotFound where it cannot be read, kInvalid where nothing is in it.
  virtual Result<Attached> attach(Notebook& notebook, const ChosenFile& chosen) = 0;
  // All of an attachment's file. kNotFound: not all of it is here.
  virtual Result<Bytes> content(RecordId attachment) = 0;
  // Asks for it, with this connection and each one after, until it is here. kNotFound: no such
  // attachment is known here.
  virtual Status fetch(Notebook& notebook, RecordId attachment) = 0;

  // Writes what the office does not have into a new file, for the office alone to read. `written`
  // is told now and then how many bytes stand there. After a failure there is no such file, and
  // what is on this tablet is as it was. kNotFound: the office has everything; kConflict: there is
  // a file of that name; kUnavailable: the office never gave this tablet its key; kStorageFull.
  virtual Result<CarriedAway> carryOut(const std::function<void(std::uint64_t bytes)>& written) = 0;
  // Removes the files from this tablet that the office said it has; the office keeps them.
  virtual Result<LetGone> letGo() = 0;
};

}  // namespace rapport
