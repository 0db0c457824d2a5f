#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mobile/viewmodels/files.h"
#include "shared/model/label_text.h"
#include "shared/sync/notebook.h"

namespace rapport {

// One photo or paper of a record, as far as the person here may know it.
struct RecordFile {
  RecordId attachment;
  std::string caption{}, fileName{}, mediaType{};  // empty: unknown, or not to be read back
  std::uint64_t sizeBytes = 0;
  bool handedIn = false;            // only the office looks at it
  std::optional<LocalBlob> blob{};  // what this tablet keeps of it
};

// A field of the record that takes files.
struct FilePlace {
  std::string field;
  Label label;
};

struct RecordFiles {
  std::string title{};      // of the record
  bool takesFiles = false;  // the record is here, and this person may attach to it
  std::vector<FilePlace> places{};
  std::vector<RecordFile> files{};  // the newest first
};

Result<RecordFiles> readRecordFiles(Notebook& notebook, Files& files, RecordId about);

// Deletes the attachment's record and takes its name out of the fields that it stands in, as one
// act. What the office has of it stays there. kNotFound: it is not on this tablet.
Result<std::vector<Kept>> removeFile(Notebook& notebook, RecordId attachment);
// The way back.
Status undoRemoval(Notebook& notebook, const std::vector<Kept>& removed);

}  // namespace rapport
