#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/app/account_store.h"
#include "server/app/attempt_limit.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/crypto/password.h"

namespace rapport {

// Somebody signed in with a browser, as a request finds them.
struct Visitor {
  PersonId person;
  std::string name;
  std::string csrf;
  std::vector<RoleRow> roles;  // ascending by programme

  std::optional<Role> roleIn(std::string_view programme) const;
};

struct SignedIn {
  Visitor visitor;
  std::string token;  // for the cookie; kept nowhere
};

// Signing in at the console with name and password. Any thread; signIn blocks for the time that
// argon2id takes.
class SignInDesk {
 public:
  SignInDesk(AccountStore& accounts, const Clock& clock, Random& random, PasswordCost cost = {});

  // kUnauthenticated, in one and the same sentence and time, whatever was wrong. kUnavailable: too
  // many failures of this name from this address, of this address, or of this name; wait.
  Result<SignedIn> signIn(std::string_view name, std::string_view password,
                          std::string_view address);
  // kUnauthenticated: no such session, or it expired. A session that is used lives on, up to
  // limits::kSessionLife.
  Result<Visitor> visitor(std::string_view token);
  Status signOut(std::string_view token);

 private:
  std::optional<Error> mustWait(const std::string& nameKey, std::string_view address);
  Result<SignedIn> welcome(const UserRow& user);
  Result<Visitor> visitorFor(const UserRow& user, std::string csrf);
  std::string drawToken();

  AccountStore& accounts_;
  const Clock& clock_;
  Random& random_;
  const PasswordCost cost_;
  const std::string decoyHash_;  // checked where there is no user, so that both take as long
  AttemptLimit pairs_, addresses_, names_;
};

}  // namespace rapport
