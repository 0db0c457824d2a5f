#include "mobile/storage/sqlite_local_answers.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/protocol/answer_codec.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {

Result<std::size_t> SqliteLocalAnswers::count() {
  auto select = connection_.lend("SELECT count(*) FROM answer WHERE programme = ?1");
  if (!select) return select.error();
  RowBinder(**select).integer(programme_);
  if (const auto stepped = (*select)->step(); !stepped) return stepped.error();
  return static_cast<std::size_t>((*select)->integer(0));
}

Result<std::vector<DroppedAnswer>> SqliteLocalAnswers::waiting() {
  auto select =
      connection_.lend("SELECT id, answered FROM answer WHERE programme = ?1 ORDER BY id");
  if (!select) return select.error();
  RowBinder(**select).integer(programme_);
  std::vector<DroppedAnswer> answers;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) return answers;
    RowReader row(**select);
    DroppedAnswer answer;
    answer.id = row.uuid(0);
    const Bytes bytes = row.blob(1);
    ByteReader in(bytes);
    decodeAnswered(in, answer);
    if (!in.finished()) row.damaged();
    if (Status whole = row.whole("an answer"); !whole) return whole.error();
    answers.push_back(std::move(answer));
  }
}

// A page lays its rows out in the order in which they were written, whatever their key: so all are
// written again, by their random ids, whenever one is added.
Status SqliteLocalAnswers::writeAnew(const std::vector<DroppedAnswer>& answers) {
  auto remove = connection_.lend("DELETE FROM answer WHERE programme = ?1");
  if (!remove) return remove.error();
  RowBinder(**remove).integer(programme_);
  if (const Status removed = (*remove)->run(); !removed) return removed;
  for (const DroppedAnswer& answer : answers) {
    auto put = connection_.lend("INSERT INTO answer (programme, id, answered) VALUES (?1, ?2, ?3)");
    if (!put) return put.error();
    ByteWriter out;
    encodeAnswered(out, answer);
    RowBinder(**put).integer(programme_).uuid(answer.id).blob(out.bytes());
    if (const Status written = (*put)->run(); !written) return written;
  }
  return {};
}

// The log still has the pages of before, one commit after the other, between changes that have a
// time and a person. Where it cannot be emptied now, opening the profile does it: what was asked
// for is done and durable, and must not be told as failed, or it would be done twice.
void SqliteLocalAnswers::forgetLog() {
  const auto database = connection_.database();
  if (database) static_cast<void>((*database)->emptyLog());
}

Status SqliteLocalAnswers::keep(const DroppedAnswer& answer) {
  const Status kept = connection_.write([&]() -> Status {
    auto answers = waiting();
    if (!answers) return answers.error();
    if (answers->size() >= limits::kAnswersKept) {
      return Error{ErrorCode::kTooLarge,
                   "No more answers fit on this tablet. Connect it to the office, then go on."};
    }
    const auto place = std::ranges::lower_bound(*answers, answer.id, {}, &DroppedAnswer::id);
    answers->insert(place, answer);
    return writeAnew(*answers);
  });
  if (kept) forgetLog();
  return kept;
}

Status SqliteLocalAnswers::erase(const std::vector<Uuid>& ids) {
  const Status erased = connection_.write([&]() -> Status {
    for (const Uuid& id : ids) {
      auto remove = connection_.lend("DELETE FROM answer WHERE programme = ?1 AND id = ?2");
      if (!remove) return remove.error();
      RowBinder(**remove).integer(programme_).uuid(id);
      if (const Status removed = (*remove)->run(); !removed) return removed;
    }
    return {};
  });
  if (erased) forgetLog();
  return erased;
}

}  // namespace rapport
