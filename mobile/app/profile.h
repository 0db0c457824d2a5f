#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "mobile/storage/local_profile.h"
#include "mobile/sync/enrol_client.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/crypto/signing.h"
#include "shared/model/catalogue.h"
#include "shared/sync/client_session.h"
#include "shared/sync/notebook.h"

namespace rapport {

struct ProfilePlace {
  std::string folder;                  // made if it is not there, for its owner alone
  std::optional<std::string> keyFile;  // of the database; else folder/database.key
};

// One person's things on one tablet: the encrypted database, the key that opens it, the key that
// signs for this device. The files lie beside each other with mode 0600; where a keystore exists
// the app passes keyFile. Used by one thread.
class Profile {
 public:
  // A new profile draws its keys. kNotFound: there is a database, and no key file where it should
  // be. kRefused: the folder is a server's. Never asks anybody anything.
  static Result<std::unique_ptr<Profile>> open(const ProfilePlace& place, Random& random);

  // Access was withdrawn, and the office holds what was not sent: clears what is here of the
  // programme, or, where it is the only one, the whole profile with its keys. Nobody may have it
  // open.
  static Status leave(const ProfilePlace& place, const std::string& programme, std::string_view why,
                      Random& random);

  // Redeems a link or a typed code and keeps what came of it; nothing is left behind when it fails.
  // While a coordinator still has to compare the words, `waiting` is called with them between two
  // questions: it takes kBetweenQuestions or so, and may give up by returning false. An office that
  // is away meanwhile is asked again.
  static constexpr std::chrono::seconds kBetweenQuestions{1};
  Result<Enrolment> enrol(const TypedInvitation& typed, std::string_view deviceName, Random& random,
                          const std::function<bool(const std::string& words)>& waiting);

  // Redeems a link or code, as enrolling does, for nothing but to see that the office gave it for
  // the person of this store. The office lists the tablet once more by it, under a key that is
  // forgotten here; nothing else changes. kRefused: it is for somebody else, or of another office.
  Status provePerson(const TypedInvitation& typed, LocalStore& store, Random& random,
                     const std::function<bool(const std::string& words)>& waiting);

  Result<std::vector<std::string>> programmes() { return database_->programmes(); }
  // The named programme, or the only one. kNotFound when there is none, kInvalid when a choice is
  // needed.
  Result<std::unique_ptr<LocalStore>> programme(const std::optional<std::string>& name);

  // Of the programme that this store is of.
  Result<std::unique_ptr<LocalAttachments>> attachments(LocalStore& store);
  Result<std::unique_ptr<LocalAnswers>> answers(LocalStore& store);
  Result<std::unique_ptr<LocalDrafts>> begun(LocalStore& store);
  // Removes files that a crash left behind, once they are a day old.
  Status sweepAttachments() {
    const auto swept = database_->sweepAttachments();
    return swept ? Status{} : Status{swept.error()};
  }

  // For a person who needs the space (LocalProfile).
  Result<LocalProfile::LetGo> letGoOfAttachments(std::uint64_t wantedBytes) {
    return database_->letGoOfAttachments(wantedBytes);
  }

  DraftShelf drafts() { return database_->drafts(); }
  LockShelf lock() { return database_->lock(); }

  const SigningKey& signingKey() const { return signingKey_; }
  const std::string& folder() const { return folder_; }

 private:
  Profile(std::string folder, std::unique_ptr<LocalProfile> database, SigningKey signingKey);

  std::string folder_;
  std::unique_ptr<LocalProfile> database_;
  SigningKey signingKey_;
};

}  // namespace rapport
