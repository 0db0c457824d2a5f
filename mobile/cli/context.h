#pragma once

#include <memory>
#include <optional>
#include <string>

#include "mobile/app/profile.h"
#include "shared/base/clock.h"
#include "shared/base/exit_code.h"
#include "shared/base/result.h"
#include "shared/crypto/system_random.h"
#include "shared/model/catalogue.h"
#include "shared/sync/notebook.h"

namespace rapport::cli {

// Where a command works, as the command line said it.
struct Place {
  std::string folder;
  std::optional<std::string> keyFile;
  std::optional<std::string> programme;
};

// An opened profile with the notebook of one programme: what every command but `enrol` works with.
class Context {
 public:
  static Result<std::unique_ptr<Context>> open(const Place& place);

  Notebook& notebook() { return notebook_; }
  LocalStore& store() { return *store_; }
  LocalAttachments& attachments() { return *attachments_; }
  LocalAnswers& answers() { return *answers_; }
  LocalDrafts& begun() { return *begun_; }
  Profile& profile() { return *profile_; }
  Catalogue& catalogue() { return catalogue_; }
  const Clock& clock() const { return clock_; }
  Random& random() { return random_; }

 private:
  Context(Catalogue catalogue, std::unique_ptr<Profile> profile, std::unique_ptr<LocalStore> store,
          std::unique_ptr<LocalAttachments> attachments, std::unique_ptr<LocalAnswers> answers,
          std::unique_ptr<LocalDrafts> begun);

  SystemClock clock_;
  SystemRandom random_;
  Catalogue catalogue_;
  std::unique_ptr<Profile> profile_;
  std::unique_ptr<LocalStore> store_;
  std::unique_ptr<LocalAttachments> attachments_;
  std::unique_ptr<LocalAnswers> answers_;
  std::unique_ptr<LocalDrafts> begun_;
  Notebook notebook_;
};

// Prints the error's sentence to standard error; answers the code for the shell.
ExitCode complain(const Error& error);

}  // namespace rapport::cli
