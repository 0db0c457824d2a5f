#include "server/storage/draft_rows.h"

#include "server/storage/columns.h"
#include "shared/sqlite/connection.h"

namespace rapport {
namespace {

constexpr char kSelect[] =
    "SELECT device, key, version, kept_at, bytes FROM draft"
    " WHERE programme = ?1 AND person = ?2 ORDER BY device, key";
constexpr char kPut[] =
    "INSERT OR REPLACE INTO draft (programme, person, device, key, version, kept_at, bytes)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
constexpr char kForget[] =
    "DELETE FROM draft WHERE programme = ?1 AND person = ?2 AND device = ?3 AND key = ?4";
constexpr char kForgetNaming[] =
    "DELETE FROM draft WHERE programme = ?1"
    " AND (instr(key, ?2) > 0 OR instr(CAST(bytes AS TEXT), ?2) > 0)";

}  // namespace

Result<std::vector<DraftRow>> readDrafts(Connection& connection, std::int64_t programme,
                                         PersonId person) {
  Result<LentStatement> select = connection.lend(kSelect);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).id(person);
  std::vector<DraftRow> drafts;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return drafts;
    RowReader row(**select);
    DraftRow draft;
    draft.person = person;
    draft.device = row.id<ReplicaId>(0);
    draft.key = row.text(1);
    draft.version = row.bits(2);
    draft.keptAt = WallTime{std::chrono::milliseconds{row.integer(3)}};
    draft.bytes = row.blob(4);
    if (Status whole = row.whole("a draft"); !whole) return whole.error();
    drafts.push_back(std::move(draft));
  }
}

Status putDraftRow(Connection& connection, std::int64_t programme, const DraftRow& draft) {
  Result<LentStatement> put = connection.lend(kPut);
  if (!put) return put.error();
  RowBinder row(**put);
  row.integer(programme).id(draft.person).id(draft.device).text(draft.key).bits(draft.version);
  row.integer(draft.keptAt.time_since_epoch().count()).blob(draft.bytes);
  return (*put)->run();
}

Status forgetDraftRow(Connection& connection, std::int64_t programme, PersonId person,
                      ReplicaId device, std::string_view key) {
  Result<LentStatement> forget = connection.lend(kForget);
  if (!forget) return forget.error();
  RowBinder(**forget).integer(programme).id(person).id(device).text(key);
  return (*forget)->run();
}

Status forgetDraftsNaming(Connection& connection, std::int64_t programme, RecordId record) {
  Result<LentStatement> forget = connection.lend(kForgetNaming);
  if (!forget) return forget.error();
  const std::string name = record.toString();
  RowBinder(**forget).integer(programme).text(name);
  return (*forget)->run();
}

}  // namespace rapport
