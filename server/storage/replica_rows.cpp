#include "server/storage/columns.h"
#include "server/storage/programme_rows.h"
#include "shared/sqlite/connection.h"
#include "shared/sync/formerly_codec.h"

namespace rapport {
namespace {

constexpr char kPut[] =
    "INSERT OR REPLACE INTO replica (programme, id, person, person_name, device_name, role,"
    " public_key, applied_through, chain, told_through, cursor_epoch, cursor_n, formerly, revoked,"
    " enrolled_at, last_seen, last_upload, roles_before, revoked_at, aside_changes, aside_bytes)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19,"
    " ?20, ?21)";
constexpr char kColumns[] =
    "SELECT id, person, person_name, device_name, role, public_key, applied_through, chain,"
    " told_through, cursor_epoch, cursor_n, formerly, revoked, enrolled_at, last_seen, last_upload,"
    " roles_before, revoked_at, aside_changes, aside_bytes"
    " FROM replica WHERE programme = ?1";

std::int64_t bitsOf(const std::set<Role>& roles) {
  std::int64_t bits = 0;
  for (const Role role : roles) bits |= std::int64_t{1} << static_cast<int>(role);
  return bits;
}

std::set<Role> rolesOf(std::uint64_t bits) {
  std::set<Role> roles;
  for (int role = 0; role <= static_cast<int>(Role::kAdmin); ++role) {
    if ((bits >> role & 1U) != 0) roles.insert(static_cast<Role>(role));
  }
  return roles;
}

Result<ReplicaRow> replicaOf(const Statement& statement) {
  RowReader row(statement);
  ReplicaRow replica;
  replica.replica = row.id<ReplicaId>(0);
  replica.person = row.id<PersonId>(1);
  replica.personName = row.text(2);
  replica.deviceName = row.text(3);
  replica.role = row.enumeration(4, Role::kAdmin);
  replica.publicKey = row.blob(5);
  replica.appliedThrough = row.bits(6);
  replica.chain = row.digest(7);
  replica.toldThrough = row.bits(8);
  replica.cursor = numberAt(row, 9);
  if (std::optional<Formerly> formerly = decodeFormerly(statement.blob(11))) {
    replica.formerly = std::move(*formerly);
  } else {
    row.damaged();
  }
  replica.revoked = row.flag(12);
  replica.enrolledAt = optionalTimeAt(row, 13);
  replica.lastSeen = optionalTimeAt(row, 14);
  replica.lastUpload = optionalTimeAt(row, 15);
  replica.rolesBefore = rolesOf(row.bits(16));
  replica.revokedAt = optionalTimeAt(row, 17);
  replica.asideChanges = row.bits(18);
  replica.asideBytes = row.bits(19);
  if (Status whole = row.whole("a device"); !whole) return whole.error();
  return replica;
}

}  // namespace

Status putReplicaRow(Connection& connection, std::int64_t programme, const ReplicaRow& replica) {
  Result<LentStatement> put = connection.lend(kPut);
  if (!put) return put.error();
  RowBinder row(**put);
  row.integer(programme).id(replica.replica).id(replica.person).text(replica.personName);
  row.text(replica.deviceName).enumeration(replica.role).blob(replica.publicKey);
  row.bits(replica.appliedThrough).digest(replica.chain).bits(replica.toldThrough);
  bindNumber(row, replica.cursor);
  row.blob(encodeFormerly(replica.formerly)).flag(replica.revoked);
  bindTime(row, replica.enrolledAt);
  bindTime(row, replica.lastSeen);
  bindTime(row, replica.lastUpload);
  row.integer(bitsOf(replica.rolesBefore));
  bindTime(row, replica.revokedAt);
  row.bits(replica.asideChanges).bits(replica.asideBytes);
  return (*put)->run();
}

Result<std::optional<ReplicaRow>> readReplica(Connection& connection, std::int64_t programme,
                                              ReplicaId id) {
  static const std::string kSql = std::string(kColumns) + " AND id = ?2";
  Result<LentStatement> select = connection.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).id(id);
  const Result<Step> stepped = (*select)->step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<ReplicaRow>();
  Result<ReplicaRow> replica = replicaOf(**select);
  if (!replica) return replica.error();
  return std::optional<ReplicaRow>(std::move(replica).value());
}

Result<std::vector<ReplicaRow>> readReplicas(Connection& connection, std::int64_t programme) {
  static const std::string kSql = std::string(kColumns) + " ORDER BY id";
  Result<LentStatement> select = connection.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme);
  std::vector<ReplicaRow> replicas;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return replicas;
    Result<ReplicaRow> replica = replicaOf(**select);
    if (!replica) return replica.error();
    replicas.push_back(std::move(replica).value());
  }
}

}  // namespace rapport
