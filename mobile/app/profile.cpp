#include "mobile/app/profile.h"

#include <cerrno>
#include <cstring>

#include <sys/stat.h>

#include "mobile/app/clearing.h"
#include "mobile/sync/find_office.h"
#include "shared/crypto/key_file.h"

namespace rapport {
namespace {

bool isThere(const std::string& path) {
  struct stat found {};
  return stat(path.c_str(), &found) == 0;
}

Status makeFolder(const std::string& folder) {
  if (isThere(folder + "/rapport.db")) {
    return Error{ErrorCode::kRefused, folder +
                                          " is a server's data folder, not a tablet's. Nothing was "
                                          "changed; choose another folder."};
  }
  if (mkdir(folder.c_str(), S_IRWXU) == 0 || errno == EEXIST) return {};
  return Error{ErrorCode::kStorageFailed,
               "The folder " + folder + " cannot be made: " + std::strerror(errno) +
                   ". Nothing was changed; everything saved before is safe. Mend that, then try "
                   "again."};
}

std::string databaseIn(const ProfilePlace& place) { return place.folder + "/profile.db"; }

ProfileFiles filesOf(const ProfilePlace& place) {
  return {place.folder, place.keyFile.value_or(place.folder + "/database.key")};
}

// A key drawn beside an old database would open nothing, and hide that the right one is missing.
Result<SecretKey> databaseKey(const ProfilePlace& place, Random& random) {
  const std::string path = filesOf(place).keyFile;
  return isThere(databaseIn(place)) ? readKeyFile(path) : readOrCreateKeyFile(path, random);
}

}  // namespace

Profile::Profile(std::string folder, std::unique_ptr<LocalProfile> database, SigningKey signingKey)
    : folder_(std::move(folder)),
      database_(std::move(database)),
      signingKey_(std::move(signingKey)) {}

Status Profile::leave(const ProfilePlace& place, const std::string& programme, std::string_view why,
                      Random& random) {
  bool isOnly = false;
  {
    auto profile = open(place, random);
    if (!profile) return profile.error();
    const auto all = (*profile)->programmes();
    if (!all) return all.error();
    isOnly = all->size() <= 1;
    if (!isOnly) return (*profile)->database_->removeProgramme(programme);
  }
  return clearProfile(filesOf(place), why);
}

Result<std::unique_ptr<Profile>> Profile::open(const ProfilePlace& place, Random& random) {
  if (const Status made = makeFolder(place.folder); !made) return made.error();
  if (const Status finished = finishClearing(filesOf(place)); !finished) return finished.error();
  const auto key = databaseKey(place, random);
  if (!key) return key.error();
  const auto seed = readOrCreateKeyFile(place.folder + "/device.key", random);
  if (!seed) return seed.error();
  ProfileOptions options;
  options.path = databaseIn(place);
  options.key = Bytes(key->view());
  auto database = LocalProfile::open(options);
  if (!database) return database.error();
  return std::unique_ptr<Profile>(
      new Profile(place.folder, *std::move(database), SigningKey::fromSeed(*seed)));
}

Result<Enrolment> Profile::enrol(const TypedInvitation& typed, std::string_view deviceName,
                                 Random& random,
                                 const std::function<bool(const std::string&)>& waiting) {
  const auto link = linkFor(typed, random);
  if (!link) return link.error();
  auto answer = redeem(*link, signingKey_, deviceName);
  while (answer && !answer->confirmed) {
    const std::string words = answer->words;
    do {
      if (!waiting(words)) {
        return Error{ErrorCode::kUnavailable,
                     "The coordinator has not confirmed this tablet yet. Nothing was kept."};
      }
      answer = pollEnrolment(*link, signingKey_, deviceName);
    } while (!answer && answer.error().code == ErrorCode::kUnavailable);
  }
  if (!answer) return answer.error();
  Standing standing;
  standing.replica = answer->replica;
  standing.copyRole = answer->enrolment.role;
  const Status kept = database_->addProgramme(answer->enrolment, standing);
  if (!kept) return kept.error();
  if (const Status forgotten = forgetWhyCleared(folder_); !forgotten) return forgotten.error();
  return answer->enrolment;
}

Result<std::unique_ptr<LocalStore>> Profile::programme(const std::optional<std::string>& name) {
  if (name) return database_->programme(*name);
  const auto all = database_->programmes();
  if (!all) return all.error();
  if (all->empty()) {
    if (const auto why = whyCleared(folder_)) return Error{ErrorCode::kNotFound, *why};
    return Error{ErrorCode::kNotFound,
                 "This tablet is not enrolled yet. Ask the coordinator for a link or a code, then "
                 "enrol it."};
  }
  if (all->size() > 1) {
    return Error{ErrorCode::kInvalid,
                 "This tablet works for several programmes. Say which with --programme."};
  }
  return database_->programme(all->front());
}

Result<std::unique_ptr<LocalAttachments>> Profile::attachments(LocalStore& store) {
  const auto who = store.enrolment();
  if (!who) return who.error();
  return database_->attachments(who->programme);
}

Result<std::unique_ptr<LocalAnswers>> Profile::answers(LocalStore& store) {
  const auto who = store.enrolment();
  if (!who) return who.error();
  return database_->answers(who->programme);
}

Result<std::unique_ptr<LocalDrafts>> Profile::begun(LocalStore& store) {
  const auto who = store.enrolment();
  if (!who) return who.error();
  return database_->begun(who->programme);
}

}  // namespace rapport
