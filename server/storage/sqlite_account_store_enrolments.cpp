// Enrolments: an invitation, redeemed by one device, confirmed by a person.
#include "server/storage/account_statements.h"
#include "server/storage/sqlite_account_store.h"

namespace rapport {
namespace {

constexpr char kInsert[] =
    "INSERT INTO enrolment (id, programme, person, person_name, role, code_hash, lookup,"
    " confirmation, created_at, expires_at, state)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

const std::string kSelect =
    "SELECT id, programme, person, person_name, role, code_hash, lookup, confirmation, created_at,"
    " expires_at, state, public_key, device_name, replica, words FROM enrolment WHERE ";
const std::string kSelectById = kSelect + "id = ?1";
const std::string kSelectByCode = kSelect + "code_hash = ?1";
const std::string kSelectByLookup = kSelect + "lookup = ?1";
constexpr char kClaim[] =
    "UPDATE enrolment SET public_key = ?1, device_name = ?2, replica = ?3, words = ?4,"
    " expires_at = ?5, state = ?6 WHERE id = ?7 AND state = 0";

EnrolmentRow enrolmentOf(RowReader& row) {
  EnrolmentRow enrolment;
  enrolment.id = row.uuid(0);
  enrolment.programme = row.text(1);
  enrolment.person = row.id<PersonId>(2);
  enrolment.personName = row.text(3);
  enrolment.role = row.enumeration(4, Role::kAdmin);
  enrolment.codeHash = row.digest(5);
  enrolment.lookup = row.digest(6);
  enrolment.confirmation = row.enumeration(7, Confirmation::kByCoordinator);
  enrolment.createdAt = timeAt(row, 8);
  enrolment.expiresAt = timeAt(row, 9);
  enrolment.state = row.enumeration(10, EnrolmentState::kRefused);
  if (!row.isNull(11)) {
    EnrolmentClaim claim;
    claim.publicKey = row.blob(11);
    claim.deviceName = row.text(12);
    claim.replica = row.id<ReplicaId>(13);
    claim.words = row.text(14);
    claim.expiresAt = enrolment.expiresAt;
    enrolment.claim = std::move(claim);
  }
  return enrolment;
}

template <typename Source>
Result<std::optional<EnrolmentRow>> byId(Source& source, Uuid id) {
  return selectRow(
      source, kSelectById, [&](RowBinder& row) { row.uuid(id); }, enrolmentOf, "an enrolment");
}

template <typename Source>
Result<std::optional<EnrolmentRow>> byCode(Source& source, const Digest& codeHash) {
  return selectRow(
      source, kSelectByCode, [&](RowBinder& row) { row.digest(codeHash); }, enrolmentOf,
      "an enrolment");
}

Error noEnrolment() {
  return {ErrorCode::kNotFound, "There is no such enrolment. Ask for a new code."};
}

Error unclaimed() { return {ErrorCode::kRefused, "No device has used this code yet."}; }

// May this device have the enrolment as it stands? Nothing: it is free to take.
Result<std::optional<EnrolmentRow>> judgeClaim(const std::optional<EnrolmentRow>& found,
                                               const EnrolmentClaim& claim, WallTime now) {
  if (!found) return noEnrolment();
  if (found->claim) {
    if (found->claim->publicKey == claim.publicKey) return found;
    return Error{ErrorCode::kRefused, "Another device used this code already. Ask for a new code."};
  }
  if (found->expiresAt <= now) {
    return Error{ErrorCode::kRefused, "This code has expired. Ask for a new code."};
  }
  return std::optional<EnrolmentRow>();
}

}  // namespace

Status SqliteAccountStore::addEnrolment(const EnrolmentRow& enrolment) {
  Status added = changeRows(database_, kInsert, [&](RowBinder& row) {
    row.uuid(enrolment.id).text(enrolment.programme).id(enrolment.person);
    row.text(enrolment.personName).enumeration(enrolment.role).digest(enrolment.codeHash);
    row.digest(enrolment.lookup)
        .enumeration(enrolment.confirmation)
        .integer(millisOf(enrolment.createdAt));
    row.integer(millisOf(enrolment.expiresAt)).enumeration(EnrolmentState::kOpen);
  });
  if (added || added.error().code != ErrorCode::kConflict) return added;
  return Error{ErrorCode::kConflict, "This enrolment exists already. Make another code."};
}

Result<std::optional<EnrolmentRow>> SqliteAccountStore::enrolment(Uuid id) {
  return byId(database_, id);
}

Result<std::optional<EnrolmentRow>> SqliteAccountStore::enrolmentOfLookup(const Digest& lookup) {
  return selectRow(
      database_, kSelectByLookup, [&](RowBinder& row) { row.digest(lookup); }, enrolmentOf,
      "an enrolment");
}

Result<EnrolmentRow> SqliteAccountStore::claimEnrolment(const Digest& codeHash,
                                                        const EnrolmentClaim& claim, WallTime now) {
  // Wrong codes and repeated questions stop here, without the writer's place.
  const Result<std::optional<EnrolmentRow>> seen = byCode(database_, codeHash);
  if (!seen) return seen.error();
  const Result<std::optional<EnrolmentRow>> had = judgeClaim(*seen, claim, now);
  if (!had) return had.error();
  if (*had) return **had;

  EnrolmentRow claimed;
  const Status written = database_.write([&](Connection& connection) -> Status {
    const Result<std::optional<EnrolmentRow>> found = byCode(connection, codeHash);
    if (!found) return found.error();
    const Result<std::optional<EnrolmentRow>> judged = judgeClaim(*found, claim, now);
    if (!judged) return judged.error();
    claimed = **found;
    if (*judged) return {};
    claimed.claim = claim;
    claimed.expiresAt = claim.expiresAt;
    claimed.state = claimed.confirmation == Confirmation::kNone ? EnrolmentState::kConfirmed
                                                                : EnrolmentState::kClaimed;
    return changeRows(connection, kClaim, [&](RowBinder& row) {
      row.blob(claim.publicKey).text(claim.deviceName).id(claim.replica).text(claim.words);
      row.integer(millisOf(claim.expiresAt)).enumeration(claimed.state).uuid(claimed.id);
    });
  });
  if (!written) return written.error();
  return claimed;
}

Result<EnrolmentRow> SqliteAccountStore::confirmEnrolment(Uuid id, WallTime now) {
  EnrolmentRow confirmed;
  const Status written = database_.write([&](Connection& connection) -> Status {
    const Result<std::optional<EnrolmentRow>> found = byId(connection, id);
    if (!found) return found.error();
    if (!*found) return noEnrolment();
    confirmed = **found;
    if (confirmed.state == EnrolmentState::kConfirmed) return {};
    if (confirmed.state == EnrolmentState::kOpen) return unclaimed();
    if (confirmed.state == EnrolmentState::kRefused) {
      return Error{ErrorCode::kRefused, "Somebody said that the words differ. Make a new code."};
    }
    if (confirmed.expiresAt <= now) {
      return Error{ErrorCode::kRefused, "This enrolment has expired. Make a new code."};
    }
    confirmed.state = EnrolmentState::kConfirmed;
    return changeRows(connection, "UPDATE enrolment SET state = 2 WHERE id = ?1",
                      [&](RowBinder& row) { row.uuid(id); });
  });
  if (!written) return written.error();
  return confirmed;
}

Result<EnrolmentRow> SqliteAccountStore::refuseEnrolment(Uuid id) {
  EnrolmentRow refused;
  const Status written = database_.write([&](Connection& connection) -> Status {
    const Result<std::optional<EnrolmentRow>> found = byId(connection, id);
    if (!found) return found.error();
    if (!*found) return noEnrolment();
    refused = **found;
    if (refused.state == EnrolmentState::kRefused) return {};
    if (refused.state == EnrolmentState::kOpen) return unclaimed();
    if (refused.state == EnrolmentState::kConfirmed) {
      return Error{ErrorCode::kRefused, "This tablet is let in already. Revoke it in the list."};
    }
    refused.state = EnrolmentState::kRefused;
    return changeRows(connection, "UPDATE enrolment SET state = 3 WHERE id = ?1",
                      [&](RowBinder& row) { row.uuid(id); });
  });
  if (!written) return written.error();
  return refused;
}

Status SqliteAccountStore::forgetEnrolmentsExpiredBy(WallTime before) {
  return changeRows(database_, "DELETE FROM enrolment WHERE expires_at < ?1 AND state != 2",
                    [&](RowBinder& row) { row.integer(millisOf(before)); });
}

}  // namespace rapport
