#include "server/storage/server_database.h"

#include <array>
#include <fstream>
#include <span>
#include <utility>

#include "shared/base/limits.h"

namespace rapport {

extern const std::span<const Migration> kServerMigrations;

namespace {

// A reader holds the pages of one answer, the writer those of the indexes it adds to.
constexpr int kWriterCacheKib = 8 * 1024;
constexpr int kReaderCacheKib = 2 * 1024;

DatabaseOptions databaseOptions(const ServerDatabaseOptions& options) {
  DatabaseOptions database;
  database.path = options.path;
  database.key = options.key;
  database.vfs = options.vfs;
  database.deleted = Deleted::kOverwritten;  // an erased record is nowhere on its pages either
  return database;
}

// The few bytes before the encrypted ones are under no seal, and those that tell the file's format
// decide whether SQLite writes: with another it would refuse, at a time that nobody chose.
Status checkHeader(const ServerDatabaseOptions& options) {
  constexpr std::streamoff kFormatAt = 18;  // of writing, then of reading (SQLite file format 1.3)
  constexpr char kWriteAheadLog = 2;
  if (!options.vfs.empty()) return {};
  std::ifstream file(options.path, std::ios::binary);
  std::array<char, 2> formats{};
  const bool read = file.seekg(kFormatAt) && file.read(formats.data(), formats.size());
  if (read && formats[0] == kWriteAheadLog && formats[1] == kWriteAheadLog) return {};
  return Error{ErrorCode::kStorageFailed,
               "The beginning of the database file is damaged. Keep the file as it is and restore "
               "the newest backup."};
}

}  // namespace

Result<std::unique_ptr<ServerDatabase>> ServerDatabase::open(const ServerDatabaseOptions& options) {
  DatabaseOptions database = databaseOptions(options);
  database.cacheKib = kWriterCacheKib;
  Result<std::unique_ptr<Connection>> writer = Connection::open(database, kServerMigrations);
  if (!writer) return writer.error();
  return std::unique_ptr<ServerDatabase>(new ServerDatabase(options, std::move(writer).value()));
}

ServerDatabase::ServerDatabase(ServerDatabaseOptions options, std::unique_ptr<Connection> writer)
    : options_(std::move(options)), writer_(std::move(writer)) {}

ServerDatabase::~ServerDatabase() = default;

Status ServerDatabase::write(const std::function<Status(Connection&)>& work) {
  const std::lock_guard lock(writing_);
  return writer_->write([&] { return work(*writer_); });
}

Status ServerDatabase::read(const std::function<Status(Connection&)>& work) {
  Result<std::unique_ptr<Connection>> reader = takeReader();
  if (!reader) return reader.error();
  Status done = (*reader)->read([&] { return work(**reader); });
  giveBack(std::move(reader).value());
  return done;
}

Result<std::unique_ptr<Connection>> ServerDatabase::takeReader() {
  {
    std::unique_lock lock(pool_);
    freed_.wait(lock, [&] { return !idle_.empty() || readers_ < limits::kDatabaseReaders; });
    if (!idle_.empty()) {
      std::unique_ptr<Connection> reader = std::move(idle_.back());
      idle_.pop_back();
      return reader;
    }
    ++readers_;
  }
  DatabaseOptions database = databaseOptions(options_);
  database.access = DatabaseAccess::kReadOnly;
  database.cacheKib = kReaderCacheKib;
  Result<std::unique_ptr<Connection>> opened = Connection::open(database);
  if (!opened) giveBack(nullptr);
  return opened;
}

void ServerDatabase::giveBack(std::unique_ptr<Connection> reader) {
  {
    const std::lock_guard lock(pool_);
    if (reader != nullptr) {
      idle_.push_back(std::move(reader));
    } else {
      --readers_;
    }
  }
  freed_.notify_one();
}

Result<bool> ServerDatabase::forgetPast() {
  const std::lock_guard lock(writing_);
  const Result<Database*> database = writer_->database();
  if (!database) return database.error();
  return (*database)->emptyLog();
}

Status ServerDatabase::check(CheckDepth depth) {
  if (const Status header = checkHeader(options_); !header) return header;
  return read([&](Connection& connection) -> Status {
    const Result<Database*> database = connection.database();
    if (!database) return database.error();
    return (*database)->check(depth);
  });
}

Status ServerDatabase::copyTo(const std::string& path) {
  // Not inside a transaction: the copy makes its own.
  Result<std::unique_ptr<Connection>> reader = takeReader();
  if (!reader) return reader.error();
  const Result<Database*> database = (*reader)->database();
  Status copied = database ? (*database)->copyTo(path) : Status(database.error());
  giveBack(std::move(reader).value());
  return copied;
}

}  // namespace rapport
