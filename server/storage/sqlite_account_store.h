#pragma once

#include "server/app/account_store.h"

namespace rapport {

class ServerDatabase;

// Users, browser sessions and enrolments, in the same database as the records. Must not outlive the
// database, and is not called inside a ServerStore's transaction: each call makes its own.
class SqliteAccountStore final : public AccountStore {
 public:
  explicit SqliteAccountStore(ServerDatabase& database) : database_(database) {}

  Status addUser(const UserRow& user) override;
  Result<std::optional<UserRow>> user(PersonId id) override;
  Result<std::optional<UserRow>> userNamed(std::string_view nameKey) override;
  Result<std::vector<UserRow>> users() override;
  Status setPasswordHash(PersonId id, std::string_view hash) override;

  Status putRole(const RoleRow& role) override;
  Status removeRole(PersonId person, std::string_view programme) override;
  Result<std::vector<RoleRow>> rolesOf(PersonId person) override;

  Status putTitle(std::string_view programme, std::string_view title) override;
  Result<std::string> titleOf(std::string_view programme) override;

  Status addSession(const BrowserSession& session) override;
  Result<std::optional<BrowserSession>> session(const Digest& tokenHash) override;
  Status extendSession(const Digest& tokenHash, WallTime expiresAt) override;
  Status endSession(const Digest& tokenHash) override;
  Status endSessionsExpiredBy(WallTime now) override;

  Status addEnrolment(const EnrolmentRow& enrolment) override;
  Result<std::optional<EnrolmentRow>> enrolment(Uuid id) override;
  Result<std::optional<EnrolmentRow>> enrolmentOfLookup(const Digest& lookup) override;
  Result<EnrolmentRow> claimEnrolment(const Digest& codeHash, const EnrolmentClaim& claim,
                                      WallTime now) override;
  Result<EnrolmentRow> refuseEnrolment(Uuid id) override;
  Result<EnrolmentRow> confirmEnrolment(Uuid id, WallTime now) override;
  Status forgetEnrolmentsExpiredBy(WallTime before) override;

 private:
  ServerDatabase& database_;
};

}  // namespace rapport
