#include "server/storage/sqlite_account_store.h"

#include "server/storage/account_statements.h"

namespace rapport {
namespace {

UserRow userOf(RowReader& row) {
  UserRow user;
  user.id = row.id<PersonId>(0);
  user.name = row.text(1);
  user.nameKey = row.text(2);
  user.passwordHash = row.text(3);
  user.createdAt = timeAt(row, 4);
  return user;
}

RoleRow roleOf(RowReader& row) {
  return {row.id<PersonId>(0), row.text(1), row.enumeration(2, Role::kAdmin)};
}

BrowserSession sessionOf(RowReader& row) {
  return {row.digest(0), row.id<PersonId>(1), row.text(2), timeAt(row, 3), timeAt(row, 4)};
}

std::string titleOfRow(RowReader& row) { return row.text(0); }

}  // namespace

Status SqliteAccountStore::addUser(const UserRow& user) {
  Status added = changeRows(database_,
                            "INSERT INTO user (id, name, name_key, password_hash, created_at)"
                            " VALUES (?1, ?2, ?3, ?4, ?5)",
                            [&](RowBinder& row) {
                              row.id(user.id).text(user.name).text(user.nameKey);
                              row.text(user.passwordHash).integer(millisOf(user.createdAt));
                            });
  if (added || added.error().code != ErrorCode::kConflict) return added;
  return Error{ErrorCode::kConflict, "There is somebody called " + user.name + " already."};
}

Result<std::optional<UserRow>> SqliteAccountStore::user(PersonId id) {
  return selectRow(
      database_, "SELECT id, name, name_key, password_hash, created_at FROM user WHERE id = ?1",
      [&](RowBinder& row) { row.id(id); }, userOf, "a user");
}

Result<std::optional<UserRow>> SqliteAccountStore::userNamed(std::string_view nameKey) {
  return selectRow(
      database_,
      "SELECT id, name, name_key, password_hash, created_at FROM user WHERE name_key = ?1",
      [&](RowBinder& row) { row.text(nameKey); }, userOf, "a user");
}

Result<std::vector<UserRow>> SqliteAccountStore::users() {
  return selectRows(
      database_, "SELECT id, name, name_key, password_hash, created_at FROM user ORDER BY name_key",
      [](RowBinder&) {}, userOf, "a user");
}

Status SqliteAccountStore::setPasswordHash(PersonId id, std::string_view hash) {
  return database_.write([&](Connection& connection) -> Status {
    Status set = changeRows(connection, "UPDATE user SET password_hash = ?1 WHERE id = ?2",
                            [&](RowBinder& row) { row.text(hash).id(id); });
    if (!set) return set;
    if (connection.changedRows() == 0) {
      return Error{ErrorCode::kNotFound, "There is no such person here."};
    }
    return changeRows(connection, "DELETE FROM browser_session WHERE person = ?1",
                      [&](RowBinder& row) { row.id(id); });
  });
}

Status SqliteAccountStore::putRole(const RoleRow& role) {
  return changeRows(
      database_, "INSERT OR REPLACE INTO user_role (person, programme, role) VALUES (?1, ?2, ?3)",
      [&](RowBinder& row) { row.id(role.person).text(role.programme).enumeration(role.role); });
}

Status SqliteAccountStore::removeRole(PersonId person, std::string_view programme) {
  return changeRows(database_, "DELETE FROM user_role WHERE person = ?1 AND programme = ?2",
                    [&](RowBinder& row) { row.id(person).text(programme); });
}

Result<std::vector<RoleRow>> SqliteAccountStore::rolesOf(PersonId person) {
  return selectRows(
      database_,
      "SELECT person, programme, role FROM user_role WHERE person = ?1 ORDER BY programme",
      [&](RowBinder& row) { row.id(person); }, roleOf, "a role");
}

Status SqliteAccountStore::putTitle(std::string_view programme, std::string_view title) {
  return changeRows(database_,
                    "INSERT OR REPLACE INTO programme_title (programme, title) VALUES (?1, ?2)",
                    [&](RowBinder& row) { row.text(programme).text(title); });
}

Result<std::string> SqliteAccountStore::titleOf(std::string_view programme) {
  const Result<std::optional<std::string>> title = selectRow(
      database_, "SELECT title FROM programme_title WHERE programme = ?1",
      [&](RowBinder& row) { row.text(programme); }, titleOfRow, "a title");
  if (!title) return title.error();
  return title->value_or("");
}

Status SqliteAccountStore::addSession(const BrowserSession& session) {
  return changeRows(database_,
                    "INSERT INTO browser_session (token_hash, person, csrf, created_at, expires_at)"
                    " VALUES (?1, ?2, ?3, ?4, ?5)",
                    [&](RowBinder& row) {
                      row.digest(session.tokenHash).id(session.person).text(session.csrf);
                      row.integer(millisOf(session.createdAt)).integer(millisOf(session.expiresAt));
                    });
}

Result<std::optional<BrowserSession>> SqliteAccountStore::session(const Digest& tokenHash) {
  return selectRow(
      database_,
      "SELECT token_hash, person, csrf, created_at, expires_at FROM browser_session"
      " WHERE token_hash = ?1",
      [&](RowBinder& row) { row.digest(tokenHash); }, sessionOf, "a sign-in");
}

Status SqliteAccountStore::extendSession(const Digest& tokenHash, WallTime expiresAt) {
  return changeRows(database_, "UPDATE browser_session SET expires_at = ?1 WHERE token_hash = ?2",
                    [&](RowBinder& row) { row.integer(millisOf(expiresAt)).digest(tokenHash); });
}

Status SqliteAccountStore::endSession(const Digest& tokenHash) {
  return changeRows(database_, "DELETE FROM browser_session WHERE token_hash = ?1",
                    [&](RowBinder& row) { row.digest(tokenHash); });
}

Status SqliteAccountStore::endSessionsExpiredBy(WallTime now) {
  return changeRows(database_, "DELETE FROM browser_session WHERE expires_at <= ?1",
                    [&](RowBinder& row) { row.integer(millisOf(now)); });
}

}  // namespace rapport
