#pragma once

#include <string>

#include "server/app/account_store.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"

namespace rapport {

struct Invitation {
  EnrolmentRow enrolment;
  std::string code;  // shown once; only its hash is kept
};

struct Invited {
  std::string programme;  // must exist: the caller knows
  Role role = Role::kWorker;
  std::string personName;
  Confirmation confirmation = Confirmation::kByCoordinator;
};

// Draws a code for one device of one person, valid for limits::kEnrolmentLife. A person of that
// name who is known is invited again; else they are added, without a password.
Result<Invitation> invite(AccountStore& accounts, const Clock& clock, Random& random,
                          const Invited& invited);

// The known person of this name, or a new one.
Result<UserRow> personNamed(AccountStore& accounts, const Clock& clock, Random& random,
                            const std::string& name);

}  // namespace rapport
