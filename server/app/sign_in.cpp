#include "server/app/sign_in.h"

#include <algorithm>
#include <array>

#include "server/app/account_names.h"
#include "shared/base/limits.h"
#include "shared/crypto/base64url.h"
#include "shared/crypto/digest.h"

namespace rapport {
namespace {

constexpr std::size_t kTokenBytes = 32;

Error wrongSignIn() {
  return {ErrorCode::kUnauthenticated,
          "The name or the password is not right. Check both, or ask an administrator for a new "
          "password."};
}

Error signedOut() {
  return {ErrorCode::kUnauthenticated, "You are signed out. Sign in again to go on."};
}

}  // namespace

std::optional<Role> Visitor::roleIn(std::string_view programme) const {
  const auto found = std::ranges::find(roles, programme, &RoleRow::programme);
  if (found == roles.end()) return std::nullopt;
  return found->role;
}

SignInDesk::SignInDesk(AccountStore& accounts, const Clock& clock, Random& random,
                       PasswordCost cost)
    : accounts_(accounts),
      clock_(clock),
      random_(random),
      cost_(cost),
      decoyHash_(decoyHash(random, cost)),
      pairs_(clock, limits::kSignInFailures),
      addresses_(clock, limits::kAddressFailures),
      names_(clock, limits::kNameFailures) {}

std::optional<Error> SignInDesk::mustWait(const std::string& nameKey, std::string_view address) {
  std::optional<std::chrono::seconds> wait = addresses_.begin(address);
  if (!wait) wait = pairs_.begin(nameKey + '\n' + std::string(address));
  if (!wait) wait = names_.begin(nameKey);
  if (!wait) return std::nullopt;
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(*wait).count();
  const std::string span = minutes == 1 ? "a minute" : std::to_string(minutes) + " minutes";
  return Error{ErrorCode::kUnavailable,
               "Too many sign-ins failed. Wait " + span + ", then try again."};
}

Result<SignedIn> SignInDesk::signIn(std::string_view name, std::string_view password,
                                    std::string_view address) {
  if (name.size() > limits::kNameBytes || password.size() > limits::kPasswordBytes) {
    return wrongSignIn();
  }
  const std::string nameKey = nameKeyOf(name);
  if (auto error = mustWait(nameKey, address)) return std::move(*error);
  const auto user = accounts_.userNamed(nameKey);
  if (!user) return user.error();
  const bool maySignIn = *user && !(*user)->passwordHash.empty();
  const PasswordVerdict verdict =
      checkPassword(password, maySignIn ? (*user)->passwordHash : decoyHash_, cost_);
  if (!maySignIn || verdict == PasswordVerdict::kWrong) return wrongSignIn();
  addresses_.succeeded(address);
  pairs_.succeeded(nameKey + '\n' + std::string(address));
  names_.succeeded(nameKey);
  if (verdict == PasswordVerdict::kRightButWeak) {
    const auto stronger = hashPassword(password, cost_);
    if (!stronger) return stronger.error();
    const Status kept = accounts_.setPasswordHash((*user)->id, *stronger);
    if (!kept) return kept.error();
  }
  return welcome(**user);
}

Result<SignedIn> SignInDesk::welcome(const UserRow& user) {
  const WallTime now = clock_.wallNow();
  if (const Status swept = accounts_.endSessionsExpiredBy(now); !swept) return swept.error();
  SignedIn in;
  in.token = drawToken();
  Result<Visitor> visitor = visitorFor(user, drawToken());
  if (!visitor) return visitor.error();
  in.visitor = std::move(*visitor);
  BrowserSession session;
  session.tokenHash = digestOf(in.token);
  session.person = user.id;
  session.csrf = in.visitor.csrf;
  session.createdAt = now;
  session.expiresAt = now + limits::kSessionIdle;
  if (const Status added = accounts_.addSession(session); !added) return added.error();
  return in;
}

Result<Visitor> SignInDesk::visitor(std::string_view token) {
  if (token.empty() || token.size() > limits::kNameBytes) return signedOut();
  const Digest hash = digestOf(token);
  const auto session = accounts_.session(hash);
  if (!session) return session.error();
  const WallTime now = clock_.wallNow();
  if (!*session || (*session)->expiresAt <= now) return signedOut();
  const auto user = accounts_.user((*session)->person);
  if (!user) return user.error();
  if (!*user) return signedOut();
  const WallTime wanted =
      std::min<WallTime>(now + limits::kSessionIdle, (*session)->createdAt + limits::kSessionLife);
  if (wanted - (*session)->expiresAt >= limits::kSessionExtendEvery) {
    if (const Status kept = accounts_.extendSession(hash, wanted); !kept) return kept.error();
  }
  return visitorFor(**user, (*session)->csrf);
}

Result<Visitor> SignInDesk::visitorFor(const UserRow& user, std::string csrf) {
  auto roles = accounts_.rolesOf(user.id);
  if (!roles) return roles.error();
  return Visitor{user.id, user.name, std::move(csrf), std::move(*roles)};
}

Status SignInDesk::signOut(std::string_view token) { return accounts_.endSession(digestOf(token)); }

std::string SignInDesk::drawToken() {
  std::array<std::uint8_t, kTokenBytes> bytes;
  random_.fill(bytes);
  return toBase64Url({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace rapport
