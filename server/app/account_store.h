#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "shared/base/clock.h"
#include "shared/base/digest.h"
#include "shared/base/result.h"
#include "shared/base/uuid.h"
#include "shared/model/record_type.h"

namespace rapport {

// A person who signs in at the console, carries a tablet, or both.
struct UserRow {
  PersonId id;
  std::string name;          // as people write it
  std::string nameKey;       // account_names.h; no two users share one
  std::string passwordHash;  // argon2id in its own text form; empty: cannot sign in
  WallTime createdAt;
};

// What somebody may do in one programme at the console. One role a programme.
struct RoleRow {
  PersonId person;
  std::string programme;
  Role role = Role::kWorker;
};

// Somebody signed in with a browser. The token itself is in the cookie only.
struct BrowserSession {
  Digest tokenHash{};
  PersonId person;
  std::string csrf;
  WallTime createdAt, expiresAt;
};

// kRefused: somebody saw other words than the tablet showed.
enum class EnrolmentState : std::uint8_t { kOpen = 0, kClaimed = 1, kConfirmed = 2, kRefused = 3 };
enum class Confirmation : std::uint8_t { kNone = 0, kByCoordinator = 1 };

// What a tablet shows when it redeems a code.
struct EnrolmentClaim {
  Bytes publicKey;  // Ed25519, 32 bytes
  std::string deviceName;
  ReplicaId replica;   // drawn for it; kept only by the claim that succeeds
  std::string words;   // three, with spaces, for two people to compare
  WallTime expiresAt;  // until when a coordinator may confirm
};

// One invitation of one device for one person.
struct EnrolmentRow {
  Uuid id;
  std::string programme;
  PersonId person;
  std::string personName;
  Role role = Role::kWorker;
  Digest codeHash{};  // shared/protocol/enrol_office.h, as is the next; no two enrolments share one
  Digest lookup{};
  Confirmation confirmation = Confirmation::kByCoordinator;
  WallTime createdAt, expiresAt;  // expiresAt is the claim's own once it is claimed
  EnrolmentState state = EnrolmentState::kOpen;
  std::optional<EnrolmentClaim> claim;  // from kClaimed on
};

// Who may come in: users, their roles, browser sessions and enrolments.
//
// Every call is durable by itself when it returns, and safe from several threads and from a second
// process (the command line works while the server runs). kStorageFull and kStorageFailed leave
// what was there. `now` is the caller's clock.
class AccountStore {
 public:
  virtual ~AccountStore() = default;

  virtual Status addUser(const UserRow& user) = 0;  // kConflict: id or nameKey is taken
  virtual Result<std::optional<UserRow>> user(PersonId id) = 0;
  virtual Result<std::optional<UserRow>> userNamed(std::string_view nameKey) = 0;
  virtual Result<std::vector<UserRow>> users() = 0;  // ascending by nameKey
  // Ends every browser session of the user with it. kNotFound: no such user.
  virtual Status setPasswordHash(PersonId id, std::string_view hash) = 0;

  virtual Status putRole(const RoleRow& role) = 0;  // in place of the one there was
  // Nothing happens where there is none.
  virtual Status removeRole(PersonId person, std::string_view programme) = 0;
  virtual Result<std::vector<RoleRow>> rolesOf(PersonId person) = 0;  // ascending by programme

  // What people call a programme; empty where nobody named it.
  virtual Status putTitle(std::string_view programme, std::string_view title) = 0;
  virtual Result<std::string> titleOf(std::string_view programme) = 0;

  virtual Status addSession(const BrowserSession& session) = 0;
  virtual Result<std::optional<BrowserSession>> session(const Digest& tokenHash) = 0;
  virtual Status extendSession(const Digest& tokenHash, WallTime expiresAt) = 0;
  virtual Status endSession(const Digest& tokenHash) = 0;  // fine if it is gone already
  virtual Status endSessionsExpiredBy(WallTime now) = 0;

  virtual Status addEnrolment(const EnrolmentRow& enrolment) = 0;
  virtual Result<std::optional<EnrolmentRow>> enrolment(Uuid id) = 0;
  virtual Result<std::optional<EnrolmentRow>> enrolmentOfLookup(const Digest& lookup) = 0;
  // Redeems a code: of any number of callers at once exactly one device wins. It moves an open
  // enrolment to kClaimed, or straight to kConfirmed where no confirmation is wanted, and answers
  // the row with the claim in it. The same public key again gets the same row, whatever became of
  // it, expired or not: its answer was lost, or it asks whether it was confirmed. kNotFound:
  // no such code. kRefused: another device used it, or it expired (expiresAt <= now).
  virtual Result<EnrolmentRow> claimEnrolment(const Digest& codeHash, const EnrolmentClaim& claim,
                                              WallTime now) = 0;
  // kNotFound: no such enrolment. kRefused: nobody claimed it, or it expired. Confirming again is
  // fine.
  virtual Result<EnrolmentRow> confirmEnrolment(Uuid id, WallTime now) = 0;
  // Confirms a claim no more. kNotFound: no such enrolment. kRefused: nobody claimed it, or it was
  // confirmed. Refusing again is fine.
  virtual Result<EnrolmentRow> refuseEnrolment(Uuid id) = 0;
  // Those that expired before this and were never confirmed.
  virtual Status forgetEnrolmentsExpiredBy(WallTime before) = 0;
};

}  // namespace rapport
