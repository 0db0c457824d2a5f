#include "server/app/invitation.h"

#include "server/app/account_names.h"
#include "shared/base/limits.h"
#include "shared/crypto/enrolment_code.h"
#include "shared/protocol/enrol_office.h"

namespace rapport {

Result<UserRow> personNamed(AccountStore& accounts, const Clock& clock, Random& random,
                            const std::string& name) {
  if (const Status fits = checkName("A person's name", name); !fits) return fits.error();
  const std::string key = nameKeyOf(name);
  const auto known = accounts.userNamed(key);
  if (!known) return known.error();
  if (*known) return **known;
  const UserRow user{PersonId{makeUuidV7(clock, random)}, name, key, {}, clock.wallNow()};
  const Status added = accounts.addUser(user);
  if (added) return user;
  if (added.error().code != ErrorCode::kConflict) return added.error();
  const auto winner = accounts.userNamed(key);  // somebody else added the name just now
  if (!winner) return winner.error();
  if (!*winner) return added.error();
  return **winner;
}

Result<Invitation> invite(AccountStore& accounts, const Clock& clock, Random& random,
                          const Invited& invited) {
  const Result<UserRow> person = personNamed(accounts, clock, random, invited.personName);
  if (!person) return person.error();
  const WallTime now = clock.wallNow();
  if (const Status swept = accounts.forgetEnrolmentsExpiredBy(now - limits::kEnrolmentLife);
      !swept) {
    return swept.error();
  }
  const EnrolmentCode code = EnrolmentCode::generate(random);
  EnrolmentRow row;
  row.id = makeUuidV4(random);
  row.programme = invited.programme;
  row.person = person->id;
  row.personName = person->name;
  row.role = invited.role;
  row.codeHash = enrolmentCodeHash(code.view());
  row.lookup = enrolmentLookup(row.codeHash);
  row.confirmation = invited.confirmation;
  row.createdAt = now;
  row.expiresAt = now + limits::kEnrolmentLife;
  if (const Status added = accounts.addEnrolment(row); !added) return added.error();
  return Invitation{std::move(row), code.toString()};
}

}  // namespace rapport
