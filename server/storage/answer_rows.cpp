#include "server/storage/answer_rows.h"

#include "server/storage/columns.h"
#include "shared/base/limits.h"
#include "shared/protocol/answer_codec.h"
#include "shared/sqlite/connection.h"

namespace rapport {
namespace {

constexpr char kSelect[] =
    "SELECT id, counted, answered FROM answer WHERE programme = ?1 AND about = ?2 ORDER BY id";
constexpr char kInsert[] =
    "INSERT INTO answer (programme, about, id, counted, answered) VALUES (?1, ?2, ?3, 0, ?4)"
    " ON CONFLICT DO NOTHING";
constexpr char kCount[] =
    "UPDATE answer SET counted = 1 WHERE programme = ?1 AND about = ?2 AND counted = 0 AND ?3 <="
    " (SELECT count(*) FROM answer WHERE programme = ?1 AND about = ?2 AND counted = 0)";

}  // namespace

Status eachAnswerRow(Connection& connection, std::int64_t programme, RecordId about,
                     const std::function<Status(const KeptAnswer&)>& visit) {
  Result<LentStatement> select = connection.lend(kSelect);
  if (!select) return select.error();
  RowBinder(**select).integer(programme).id(about);
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return {};
    RowReader row(**select);
    KeptAnswer kept;
    kept.answer.id = row.uuid(0);
    kept.counted = row.flag(1);
    const Bytes bytes = row.blob(2);
    ByteReader in(bytes);
    decodeAnswered(in, kept.answer);
    if (!in.finished()) row.damaged();
    if (Status whole = row.whole("an answer"); !whole) return whole;
    if (Status visited = visit(kept); !visited) return visited;
  }
}

Status putAnswerRow(Connection& connection, std::int64_t programme, RecordId about,
                    const DroppedAnswer& answer) {
  Result<LentStatement> insert = connection.lend(kInsert);
  if (!insert) return insert.error();
  ByteWriter out;
  encodeAnswered(out, answer);
  RowBinder(**insert).integer(programme).id(about).uuid(answer.id).blob(out.bytes());
  return (*insert)->run();
}

Status countAnswerRows(Connection& connection, std::int64_t programme, RecordId about) {
  Result<LentStatement> count = connection.lend(kCount);
  if (!count) return count.error();
  RowBinder(**count).integer(programme).id(about).bits(limits::kSmallestGroup);
  return (*count)->run();
}

}  // namespace rapport
