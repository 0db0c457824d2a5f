#include <set>
#include <vector>

#include "mobile/storage/local_profile.h"
#include "mobile/storage/sqlite_local_attachments.h"
#include "shared/base/limits.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

// Which of the attachments' files a profile keeps.

namespace rapport {
namespace {

// The office said that it has it, and is still the one that said so.
constexpr char kAtTheOffice[] =
    "(stage = 2 AND epoch IS NOT NULL AND epoch IS"
    " (SELECT cursor_epoch FROM standing WHERE standing.programme = blob.programme))";
constexpr char kHasCopy[] =
    "EXISTS (SELECT 1 FROM copy WHERE copy.programme = blob.programme AND record = attachment)";

}  // namespace

// Records that are out of sight take along what the office has of them: in this epoch, so that one
// that was put back from a backup is offered everything first.
Status LocalProfile::forgetUnseenBlobs() {
  static const std::string kSql =
      std::string("DELETE FROM blob WHERE (here = 0 OR ") + kAtTheOffice + ") AND NOT " + kHasCopy +
      " AND NOT EXISTS (SELECT 1 FROM own_change INDEXED BY own_change_by_record"
      "  WHERE own_change.programme = blob.programme AND record = attachment AND overlay = 1)";
  return connection_->write([&]() -> Status {
    auto remove = connection_->lend(kSql);
    if (!remove) return remove.error();
    return (*remove)->run();
  });
}

Result<std::size_t> LocalProfile::sweepAttachments() {
  if (const Status forgotten = forgetUnseenBlobs(); !forgotten) return forgotten.error();
  return sweepFiles(limits::kStrayLife, limits::kUploadLife);
}

Result<std::size_t> LocalProfile::sweepFiles(std::chrono::seconds strayLife,
                                             std::chrono::seconds uploadLife) {
  Result<LentStatement> select = connection_->lend("SELECT programme, sha256 FROM blob");
  if (!select) return select.error();
  std::set<std::string> names;
  while (true) {
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kDone) break;
    RowReader row(**select);
    const std::int64_t programme = row.integer(0);
    names.insert(attachments_.nameOf(SqliteLocalAttachments::identityOf(programme, row.digest(1))));
    if (Status whole = row.whole("an attachment"); !whole) return whole.error();
  }
  return attachments_.sweepWhole(names, strayLife) + attachments_.sweepParts({}, uploadLife);
}

// A file that two records have goes when neither needs it here. The rows go first: a crash between
// leaves a stray, never a row without its file.
Result<LocalProfile::LetGo> LocalProfile::letGoOfAttachments(std::uint64_t wantedBytes) {
  static const std::string kSql = std::string(
                                      "SELECT programme, sha256, MAX(size_bytes) FROM blob"
                                      " GROUP BY programme, sha256 HAVING MIN(here = 1 AND ") +
                                  kAtTheOffice + " AND " + kHasCopy +
                                  ") = 1 ORDER BY MIN(attachment)";
  struct Going {
    std::int64_t programme = 0;
    Digest sha256{};
  };
  std::vector<Going> going;
  LetGo gone;
  const Status forgotten = connection_->write([&]() -> Status {
    going.clear();
    gone = {};
    auto select = connection_->lend(kSql);
    if (!select) return select.error();
    while (gone.sizeBytes < wantedBytes) {
      const Result<Step> stepped = (*select)->step();
      if (!stepped) return stepped.error();
      if (*stepped == Step::kDone) break;
      RowReader row(**select);
      going.push_back({row.integer(0), row.digest(1)});
      gone.sizeBytes += row.bits(2);
      ++gone.files;
      if (Status whole = row.whole("an attachment"); !whole) return whole;
    }
    for (const Going& each : going) {
      auto remove = connection_->lend("DELETE FROM blob WHERE programme = ?1 AND sha256 = ?2");
      if (!remove) return remove.error();
      RowBinder(**remove).integer(each.programme).digest(each.sha256);
      if (const Status removed = (*remove)->run(); !removed) return removed;
    }
    return {};
  });
  if (!forgotten) return forgotten.error();
  // As a writer, and asking again: somebody may have captured the same file meanwhile.
  const Status dropped = connection_->write([&]() -> Status {
    for (const Going& each : going) {
      auto select =
          connection_->lend("SELECT 1 FROM blob WHERE programme = ?1 AND sha256 = ?2 LIMIT 1");
      if (!select) return select.error();
      RowBinder(**select).integer(each.programme).digest(each.sha256);
      const Result<Step> stepped = (*select)->step();
      if (!stepped) return stepped.error();
      if (*stepped == Step::kRow) continue;
      const Status removed =
          attachments_.dropWhole(SqliteLocalAttachments::identityOf(each.programme, each.sha256));
      if (!removed) return removed;
    }
    return {};
  });
  if (!dropped) return dropped.error();
  return gone;
}

}  // namespace rapport
