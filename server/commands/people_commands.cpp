#include <cstdio>

#include "server/app/account_names.h"
#include "server/app/directory.h"
#include "server/app/invitation.h"
#include "server/commands/commands.h"
#include "server/commands/serving_note.h"
#include "server/net/certificate.h"
#include "shared/base/limits.h"
#include "shared/crypto/password.h"

namespace rapport {
namespace {

Result<PublicAddress> addressFor(const Place& place, const EnrolOptions& options) {
  if (!options.address) return readServingNote(place.folder);
  const Result<HostPort> given = parseHostPort(*options.address);
  if (!given) return given.error();
  PublicAddress address;
  address.host = given->host;
  address.port = given->port;
  const CertificateFolder certificate(certificateFolderIn(place));
  // What another process serves with is not known here; a certificate says that it is TLS.
  Result<std::vector<std::string>> pins = certificate.pins();
  if (pins) address.pins = std::move(*pins);
  address.transport = pins ? Transport::kTls : Transport::kPlain;
  return address;
}

Status setNewPassword(Home& home, const UserRow& user) {
  const std::string password = generatePassword(home.random());
  const Result<std::string> hash = hashPassword(password);
  if (!hash) return hash.error();
  const Status kept = home.accounts().setPasswordHash(user.id, *hash);
  if (!kept) return kept;
  std::fprintf(stderr, "%s signs in with this password. It is shown once.\n", user.name.c_str());
  std::printf("%s\n", password.c_str());
  return {};
}

Result<UserRow> knownUser(Home& home, const std::string& name) {
  const auto user = home.accounts().userNamed(nameKeyOf(name));
  if (!user) return user.error();
  if (*user) return **user;
  return Error{ErrorCode::kNotFound, "There is nobody called \"" + name + "\"."};
}

}  // namespace

std::string certificateFolderIn(const Place& place) { return place.folder + "/tls"; }

Status enrol(const Place& place, const EnrolOptions& options) {
  const Result<Role> role = roleFrom(options.role);
  if (!role) return role.error();
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  Home& home = **opened;
  if (const Status there = home.mustHaveProgramme(options.programme); !there) return there;
  const Result<PublicAddress> address = addressFor(place, options);
  if (!address) return address.error();
  std::fprintf(stderr, "%s, for %lld minutes:\n",
               options.names.size() == 1 ? "Good for one device" : "Each good for one device",
               static_cast<long long>(limits::kEnrolmentLife.count()));
  for (const std::string& name : options.names) {
    const Result<Invitation> invitation =
        invite(home.accounts(), home.clock(), home.random(),
               {options.programme, *role, name, Confirmation::kNone});
    if (!invitation) return invitation.error();
    const EnrolLink link{address->host,    address->port,      options.programme,
                         invitation->code, address->transport, address->pins};
    std::printf("%s\n", toText(link).c_str());
  }
  return {};
}

Status addUser(const Place& place, const UserOptions& options) {
  const Result<Role> role = roleFrom(options.role);
  if (!role) return role.error();
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  Home& home = **opened;
  if (const Status there = home.mustHaveProgramme(options.programme); !there) return there;
  const Result<UserRow> user =
      personNamed(home.accounts(), home.clock(), home.random(), options.name);
  if (!user) return user.error();
  const Status placed = home.accounts().putRole({user->id, options.programme, *role});
  if (!placed) return placed;
  const Status listed =
      home.store().inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        const Result<ServerWriter*> programme = transaction.programme(options.programme);
        if (!programme) return programme.error();
        return listPerson(**programme, home.arbiter(), home.catalogue(), user->id, user->name,
                          *role);
      });
  if (!listed) return listed;
  if (user->passwordHash.empty()) return setNewPassword(home, *user);
  std::fprintf(stderr, "%s has a password already; it stays. For a new one: user passwd\n",
               user->name.c_str());
  return {};
}

Status renewPassword(const Place& place, const std::string& name) {
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  const Result<UserRow> user = knownUser(**opened, name);
  return user ? setNewPassword(**opened, *user) : Status{user.error()};
}

Status listUsers(const Place& place) {
  Result<std::unique_ptr<Home>> opened = Home::open(place, Opening::kExisting);
  if (!opened) return opened.error();
  AccountStore& accounts = (*opened)->accounts();
  const Result<std::vector<UserRow>> users = accounts.users();
  if (!users) return users.error();
  for (const UserRow& user : *users) {
    const Result<std::vector<RoleRow>> roles = accounts.rolesOf(user.id);
    if (!roles) return roles.error();
    std::string where;
    for (const RoleRow& role : *roles) {
      where += (where.empty() ? "" : ", ") + role.programme + ":" + std::string(nameOf(role.role));
    }
    const char* signsIn = user.passwordHash.empty() ? "tablet only" : "signs in";
    std::printf("%s\t%s\t%s\n", user.name.c_str(), signsIn, where.c_str());
  }
  return {};
}

}  // namespace rapport
