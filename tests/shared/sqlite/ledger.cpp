#include "tests/shared/sqlite/ledger.h"

#include "shared/sqlite/migrations.h"
#include "shared/sqlite/transaction.h"

namespace rapport::testing {
namespace {

constexpr Migration kTables[] = {
    {1, "0001_entry", "CREATE TABLE entry (id INTEGER PRIMARY KEY, body BLOB NOT NULL)"},
    {2, "0002_outbox", "CREATE TABLE outbox (id INTEGER PRIMARY KEY, bytes INTEGER NOT NULL)"}};

}  // namespace

Ledger::Ledger(const std::string& vfs, Durability durability) : durability_(durability) {
  options_.path = "ledger.db";
  options_.vfs = vfs;
  options_.key = Bytes(32, 'k');
  // Small pages and an early checkpoint, so that every kind of write comes soon.
  options_.pageSizeBytes = 1024;
}

Status Ledger::open() {
  close();
  Status opened = openOnce();
  if (!opened) close();
  return opened;
}

Status Ledger::openOnce() {
  Result<Database> opened = Database::open(options_);
  if (!opened) return opened.error();
  database_ = std::make_unique<Database>(std::move(opened).value());
  Status set = database_->execute("PRAGMA wal_autocheckpoint = 40");
  if (set && durability_ == Durability::kNormal) {
    set = database_->execute("PRAGMA synchronous = NORMAL");
  }
  if (!set) return set;
  return migrate(*database_, kTables);
}

Status Ledger::save(std::size_t sizeBytes) {
  const std::int64_t id = next_++;
  Result<Transaction> transaction = Transaction::begin(*database_);
  if (!transaction) return transaction.error();
  Result<Statement> entry = database_->prepare("INSERT INTO entry VALUES (?, ?)");
  if (!entry) return entry.error();
  if (Status ran = entry->bindInteger(1, id).bindBlob(2, Bytes(sizeBytes, 'b')).run(); !ran) {
    return ran;
  }
  Result<Statement> outbox = database_->prepare("INSERT INTO outbox VALUES (?, ?)");
  if (!outbox) return outbox.error();
  const auto size = static_cast<std::int64_t>(sizeBytes);
  if (Status ran = outbox->bindInteger(1, id).bindInteger(2, size).run(); !ran) return ran;
  if (Status done = transaction->commit(); !done) return done;
  acknowledged_.insert(id);
  return {};
}

Ledger::Findings Ledger::look() {
  Findings found;
  if (Status whole = database_->check(CheckDepth::kFull); !whole) {
    found.damage = whole.error().message;
    return found;
  }
  const Result<std::int64_t> halves = database_->integer(
      "SELECT (SELECT count(*) FROM entry LEFT JOIN outbox USING (id) WHERE bytes IS NOT "
      "length(body)) + (SELECT count(*) FROM outbox LEFT JOIN entry USING (id) WHERE body IS "
      "NULL)");
  if (!halves) {
    found.damage = halves.error().message;
    return found;
  }
  found.halves = static_cast<std::size_t>(*halves);
  for (const std::int64_t id : acknowledged_) {
    const auto there =
        database_->integer("SELECT count(*) FROM entry WHERE id = " + std::to_string(id));
    if (!there || *there != 1) ++found.lost;
  }
  return found;
}

}  // namespace rapport::testing
