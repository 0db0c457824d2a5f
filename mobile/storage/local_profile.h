#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "mobile/storage/draft_shelf.h"
#include "mobile/storage/lock_shelf.h"
#include "shared/base/result.h"
#include "shared/crypto/sealed_folder.h"
#include "shared/sync/local_answers.h"
#include "shared/sync/local_attachments.h"
#include "shared/sync/local_drafts.h"
#include "shared/sync/local_store.h"

namespace rapport {

class Connection;

struct ProfileOptions {
  std::string path;           // the database file; made if it is not there, in a folder that is
  Bytes key;                  // 32 random bytes; the same ones for the life of the file
  std::string vfs;            // a registered SQLite VFS; empty: the system's files
  Disk& disk = systemDisk();  // for attachments; outlives the profile
};

// The database of one person on one tablet, with every programme that the person works in.
//
// Used by one thread at a time. Another process may open the same file: each write waits for the
// other, up to some seconds, and then says kUnavailable. Opening fails with kNewerDatabase (nothing
// is touched), kUnauthenticated (another key), kStorageFull or kStorageFailed. Secrets of the
// device are not in here.
class LocalProfile {
 public:
  static Result<std::unique_ptr<LocalProfile>> open(const ProfileOptions& options);
  ~LocalProfile();

  // Begins a programme; kConflict if it is here already.
  Status addProgramme(const Enrolment& enrolment, const Standing& standing);
  Result<std::vector<std::string>> programmes();  // in alphabetical order
  // Everything of the programme, and every draft, which may be about it: gone, from the database's
  // files too. Nobody may have one of its stores open. kNotFound when there was no enrolment.
  Status removeProgramme(std::string_view name);
  // Must not outlive this profile. kNotFound when there was no enrolment.
  Result<std::unique_ptr<LocalStore>> programme(std::string_view name);
  // Its attachments, whose blobs lie sealed in the folder "attachments" beside the database. Must
  // not outlive this profile.
  Result<std::unique_ptr<LocalAttachments>> attachments(std::string_view programme);
  // Its anonymous answers. Must not outlive this profile.
  Result<std::unique_ptr<LocalAnswers>> answers(std::string_view programme);
  // What was begun in it and is kept at the office too. Must not outlive this profile.
  Result<std::unique_ptr<LocalDrafts>> begun(std::string_view programme);
  // Forgets blobs that the office has and whose records this tablet sees no more, then removes
  // files that no row speaks of; answers how many. They must have been left alone for a day, so
  // that nobody is still at work with them.
  Result<std::size_t> sweepAttachments();
  // Removes files from this tablet until so many bytes are free, the oldest first, and answers what
  // went: of those alone that the office said it has, in this epoch, and whose records are here, so
  // that whoever asks gets them from the office again. What is left may be less than was asked.
  struct LetGo {
    std::size_t files = 0;
    std::uint64_t sizeBytes = 0;
  };
  Result<LetGo> letGoOfAttachments(std::uint64_t wantedBytes);
  // What this person has begun and keeps on this tablet alone. Must not outlive this profile.
  DraftShelf drafts();
  // The lock before its screens. Must not outlive this profile.
  LockShelf lock();

 private:
  LocalProfile(std::unique_ptr<Connection> connection, const ProfileOptions& options);
  Result<std::int64_t> keyOf(std::string_view programme);
  Status forgetUnseenBlobs();
  Result<std::size_t> sweepFiles(std::chrono::seconds strayLife, std::chrono::seconds uploadLife);

  std::unique_ptr<Connection> connection_;
  SealedFolder attachments_;
};

}  // namespace rapport
