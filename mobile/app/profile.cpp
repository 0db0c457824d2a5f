#include "mobile/app/profile.h"

#include <algorithm>
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

// Until a coordinator has confirmed, or `waiting` gives up.
Result<EnrolAnswer> letIn(const EnrolLink& link, const SigningKey& key, std::string_view deviceName,
                          const std::function<bool(const std::string&)>& waiting) {
  auto answer = redeem(link, key, deviceName);
  while (answer && !answer->confirmed) {
    const std::string words = answer->words;
    do {
      if (!waiting(words)) {
        return Error{ErrorCode::kUnavailable,
                     "The coordinator has not confirmed this tablet yet. Nothing was kept."};
      }
      answer = pollEnrolment(link, key, deviceName);
    } while (!answer && answer.error().code == ErrorCode::kUnavailable);
  }
  return answer;
}

// An office that anybody may have set up could say what it likes. Without pins there is the name
// that the authorities vouch for, or this very machine.
bool isOfficeOf(const Enrolment& own, const EnrolLink& link) {
  if ((link.transport == Transport::kTls) != own.tls) return false;
  if (own.tls && !own.pins.empty()) {
    return std::ranges::any_of(link.pins, [&](const std::string& pin) {
      return std::ranges::find(own.pins, pin) != own.pins.end();
    });
  }
  return hostAndPort(link.host, link.port) == own.server && (!own.tls || link.pins.empty());
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
  const auto answer = letIn(*link, signingKey_, deviceName, waiting);
  if (!answer) return answer.error();
  Standing standing;
  standing.replica = answer->replica;
  standing.copyRole = answer->enrolment.role;
  const Status kept = database_->addProgramme(answer->enrolment, standing);
  if (!kept) return kept.error();
  if (const Status forgotten = forgetWhyCleared(folder_); !forgotten) return forgotten.error();
  return answer->enrolment;
}

Status Profile::provePerson(const TypedInvitation& typed, LocalStore& store, Random& random,
                            const std::function<bool(const std::string&)>& waiting) {
  const auto own = store.enrolment();
  if (!own) return own.error();
  const auto link = linkFor(typed, random);
  if (!link) return link.error();
  if (!isOfficeOf(*own, *link)) {
    return Error{
        ErrorCode::kRefused,
        "This code is of another office than this tablet's. Ask your coordinator for one."};
  }
  const auto answer = letIn(*link, SigningKey::generate(random), own->deviceName, waiting);
  if (!answer) return answer.error();
  if (answer->enrolment.person == own->person && answer->enrolment.programme == own->programme)
    return {};
  return Error{ErrorCode::kRefused,
               "This code is for somebody else. Ask your coordinator for one with your name."};
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
