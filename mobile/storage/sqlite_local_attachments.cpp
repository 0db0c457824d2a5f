#include "mobile/storage/sqlite_local_attachments.h"

#include "shared/base/bytes.h"
#include "shared/sqlite/connection.h"
#include "shared/sqlite/row_binder.h"
#include "shared/sqlite/row_reader.h"

namespace rapport {
namespace {

constexpr char kFetched[] = "fetched";  // the scope of what is on its way here

constexpr char kColumns[] =
    "SELECT attachment, about, sha256, size_bytes, here, stage, sent_bytes, reason FROM blob"
    " WHERE programme = ?1";
constexpr char kPut[] =
    "INSERT OR REPLACE INTO blob (programme, attachment, about, sha256, size_bytes, here, stage,"
    " epoch, sent_bytes, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, NULL, ?8, ?9)";
constexpr char kStage[] =
    "UPDATE blob SET stage = ?3, sent_bytes = ?4, reason = ?5, epoch = ?6"
    " WHERE programme = ?1 AND attachment = ?2";
constexpr char kArrived[] =
    "UPDATE blob SET here = 1, stage = 2, sent_bytes = size_bytes, reason = '', epoch = ?3"
    " WHERE programme = ?1 AND attachment = ?2";
constexpr char kCounts[] =
    "SELECT COALESCE(SUM(here = 1 AND stage < 2), 0), COALESCE(SUM(stage >= 4), 0),"
    " COALESCE(SUM(here = 0), 0) FROM blob WHERE programme = ?1";

ByteView after(const std::optional<RecordId>& id) { return id ? id->uuid.view() : ByteView{}; }

}  // namespace

std::string SqliteLocalAttachments::identityOf(std::int64_t programme, const Digest& sha256) {
  return std::to_string(programme) + "\n" +
         std::string(reinterpret_cast<const char*>(sha256.data()), sha256.size());
}

Status SqliteLocalAttachments::keepContent(const Digest& sha256, ByteView content) {
  kept_.reset();
  const Status kept = files_.keepWhole(identityOf(sha256), content);
  if (kept) kept_ = sha256;
  return kept;
}

Status SqliteLocalAttachments::pin(const LocalBlob& blob) {
  const auto whole = files_.openWhole(identityOf(blob.sha256));
  if (!whole && whole.error().code != ErrorCode::kNotFound) return whole.error();
  const bool here = whole && whole->sizeBytes() == blob.sizeBytes;
  if (here && kept_ != blob.sha256) {
    if (const Status confirmed = files_.confirmWhole(); !confirmed) return confirmed;
  }
  auto put = connection_.lend(kPut);
  if (!put) return put.error();
  RowBinder row(**put);
  row.integer(programme_).id(blob.attachment).id(blob.about).digest(blob.sha256);
  row.bits(blob.sizeBytes).flag(here).enumeration(blob.stage).bits(blob.sentBytes);
  row.text(blob.reason);
  return (*put)->run();
}

Result<LocalBlob> SqliteLocalAttachments::blobOf(const Statement& statement) {
  RowReader row(statement);
  LocalBlob blob;
  blob.attachment = row.id<RecordId>(0);
  blob.about = row.id<RecordId>(1);
  blob.sha256 = row.digest(2);
  blob.sizeBytes = row.bits(3);
  blob.whole = row.flag(4);
  blob.stage = row.enumeration(5, ReceiptStage::kQuarantined);
  blob.sentBytes = row.bits(6);
  blob.reason = row.text(7);
  if (Status whole = row.whole("an attachment"); !whole) return whole.error();
  blob.hereBytes = blob.whole ? blob.sizeBytes : 0;
  if (blob.whole || files_.partsIn(kFetched).files == 0) return blob;
  const auto part = files_.openPart(kFetched, identityOf(blob.sha256));
  if (!part) {
    growing_.reset();  // what it knows of the part may be true no more
    return part.error();
  }
  blob.hereBytes = part->sizeBytes();
  return blob;
}

Result<std::optional<LocalBlob>> SqliteLocalAttachments::firstOf(Statement& select) {
  const Result<Step> stepped = select.step();
  if (!stepped) return stepped.error();
  if (*stepped == Step::kDone) return std::optional<LocalBlob>{};
  auto blob = blobOf(select);
  if (!blob) return blob.error();
  return std::optional<LocalBlob>{*std::move(blob)};
}

Result<std::optional<LocalBlob>> SqliteLocalAttachments::find(RecordId attachment) {
  static const std::string kSql = std::string(kColumns) + " AND attachment = ?2";
  auto select = connection_.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).id(attachment);
  return firstOf(**select);
}

Result<std::vector<LocalBlob>> SqliteLocalAttachments::of(RecordId about) {
  static const std::string kSql = std::string(kColumns) + " AND about = ?2 ORDER BY attachment";
  auto select = connection_.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).id(about);
  std::vector<LocalBlob> all;
  while (true) {
    auto next = firstOf(**select);
    if (!next) return next.error();
    if (!*next) return all;
    all.push_back(**std::move(next));
  }
}

Result<LocalBlobCounts> SqliteLocalAttachments::counts() {
  auto select = connection_.lend(kCounts);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_);
  if (const Result<Step> stepped = (*select)->step(); !stepped) return stepped.error();
  const auto at = [&](int column) { return static_cast<std::size_t>((*select)->integer(column)); };
  return LocalBlobCounts{at(0), at(1), at(2)};
}

Result<std::optional<LocalBlob>> SqliteLocalAttachments::nextToSend(
    EpochId epoch, std::optional<RecordId> dealtWith) {
  // A record is at the office once a change of it was applied or set aside, or the office sent it.
  static const std::string kSql =
      std::string(kColumns) +
      " AND attachment > ?2 AND here = 1 AND stage < 4 AND (stage < 2 OR epoch IS NOT ?3)"
      " AND (EXISTS (SELECT 1 FROM copy WHERE copy.programme = ?1 AND record = attachment"
      "   AND copy.outdated IS NULL)"
      "  OR EXISTS (SELECT 1 FROM own_change INDEXED BY own_change_by_record"
      "   WHERE own_change.programme = ?1 AND record = attachment"
      "   AND own_change.stage IN (2, 3, 5)))"
      " ORDER BY attachment LIMIT 1";
  auto select = connection_.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).blob(after(dealtWith)).bits(epoch.value);
  return firstOf(**select);
}

Result<std::optional<LocalBlob>> SqliteLocalAttachments::nextToFetch(
    std::optional<RecordId> dealtWith) {
  static const std::string kSql =
      std::string(kColumns) + " AND attachment > ?2 AND here = 0 ORDER BY attachment LIMIT 1";
  auto select = connection_.lend(kSql);
  if (!select) return select.error();
  RowBinder(**select).integer(programme_).blob(after(dealtWith));
  return firstOf(**select);
}

Status SqliteLocalAttachments::keepStage(const LocalBlob& blob, EpochId epoch) {
  return connection_.write([&]() -> Status {
    auto update = connection_.lend(kStage);
    if (!update) return update.error();
    RowBinder row(**update);
    row.integer(programme_).id(blob.attachment).enumeration(blob.stage).bits(blob.sentBytes);
    row.text(blob.reason).bits(epoch.value);
    return (*update)->run();
  });
}

Result<Bytes> SqliteLocalAttachments::read(const LocalBlob& blob, std::uint64_t offset,
                                           std::size_t mostBytes) {
  if (!reading_ || reading_->first != blob.sha256) {
    auto whole = files_.openWhole(identityOf(blob.sha256));
    if (!whole) return whole.error();
    reading_.emplace(blob.sha256, *std::move(whole));
  }
  return reading_->second.read(offset, mostBytes);
}

// The file may go before the commit: a row that is still there then is erased again.
Status SqliteLocalAttachments::dropUnspoken(const Digest& sha256) {
  {
    auto select =
        connection_.lend("SELECT 1 FROM blob WHERE programme = ?1 AND sha256 = ?2 LIMIT 1");
    if (!select) return select.error();
    RowBinder(**select).integer(programme_).digest(sha256);
    const Result<Step> stepped = (*select)->step();
    if (!stepped) return stepped.error();
    if (*stepped == Step::kRow) return {};
  }
  reading_.reset();
  growing_.reset();
  kept_.reset();
  const std::string identity = identityOf(sha256);
  const Status dropped = files_.dropPart(kFetched, identity);
  return dropped ? files_.dropWhole(identity) : dropped;
}

Status SqliteLocalAttachments::erase(RecordId record) {
  auto blobs = of(record);
  if (!blobs) return blobs.error();
  auto itself = find(record);
  if (!itself) return itself.error();
  if (*itself) blobs->push_back(**std::move(itself));
  auto remove =
      connection_.lend("DELETE FROM blob WHERE programme = ?1 AND (attachment = ?2 OR about = ?2)");
  if (!remove) return remove.error();
  RowBinder(**remove).integer(programme_).id(record);
  if (const Status removed = (*remove)->run(); !removed) return removed;
  for (const LocalBlob& blob : *blobs) {
    if (const Status dropped = dropUnspoken(blob.sha256); !dropped) return dropped;
  }
  return {};
}

Status SqliteLocalAttachments::append(const LocalBlob& blob, ByteView bytes) {
  if (!growing_ || growing_->first != blob.sha256) {
    auto part = files_.openPart(kFetched, identityOf(blob.sha256));
    if (!part) return part.error();
    growing_.emplace(blob.sha256, *std::move(part));
  }
  return files_.grow(kFetched, growing_->second, bytes);
}

Status SqliteLocalAttachments::finishFetch(const LocalBlob& blob, EpochId epoch) {
  growing_.reset();
  const std::string identity = identityOf(blob.sha256);
  {
    const auto part = files_.openPart(kFetched, identity);
    if (!part) return part.error();
    const auto hash = part->sha256();
    if (!hash || *hash != blob.sha256 || part->sizeBytes() != blob.sizeBytes) {
      if (const Status dropped = files_.dropPart(kFetched, identity); !dropped) return dropped;
      return Error{ErrorCode::kInvalid,
                   "The file did not arrive as it was made. What came was thrown away; fetch it "
                   "again."};
    }
  }
  if (const Status kept = files_.promote(kFetched, identity); !kept) return kept;
  return connection_.write([&]() -> Status {
    auto update = connection_.lend(kArrived);
    if (!update) return update.error();
    RowBinder(**update).integer(programme_).id(blob.attachment).bits(epoch.value);
    return (*update)->run();
  });
}

}  // namespace rapport
