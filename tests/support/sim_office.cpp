#include "tests/support/sim_office.h"

#include <algorithm>

#include "tests/support/loopback.h"

namespace rapport::testing {
namespace {

const Bytes kKey(32, 'k');

SecretKey secretKey() {
  SecretKey key;
  std::ranges::copy(kKey, key.span().begin());
  return key;
}

}  // namespace

SimOffice::SimOffice(const std::string& name, std::uint64_t seed)
    : random_(seed), disk_(seed), vfs_(name, disk_, clock_), key_(secretKey()) {}

Status SimOffice::open() {
  close();
  life_ = disk_.life();
  files_ = std::make_unique<SimFiles>(disk_, clock_);
  files_->forgetSyncsOf(forgets_);
  auto database = ServerDatabase::open({"server.db", kKey, vfs_.name()});
  if (!database) return database.error();
  database_ = *std::move(database);
  store_ = std::make_unique<SqliteServerStore>(*database_);
  ledger_ = std::make_unique<SqliteBlobLedger>(*database_);
  blobs_ = std::make_unique<BlobFolder>("blobs", key_, *files_);
  types_ = std::make_unique<ProgrammeTypes>(testCatalogue());
  arbiter_ = std::make_unique<Arbiter>(*types_, clock_, random_, key_);
  return {};
}

void SimOffice::close() {
  arbiter_.reset();
  types_.reset();
  blobs_.reset();
  ledger_.reset();
  store_.reset();
  database_.reset();
  files_.reset();
}

Status SimOffice::write(const std::function<Status(ServerWriter&)>& work) {
  return store_->inTransaction([&](ServerStore::Transaction& transaction) -> Status {
    auto writer = transaction.programme(kTestProgramme);
    return writer ? work(**writer) : Status{writer.error()};
  });
}

Status SimOffice::begin(const std::map<ReplicaId, Role>& tablets) {
  if (const Status added = store_->addProgramme(testProgramme()); !added) return added;
  return write([&](ServerWriter& writer) -> Status {
    for (const auto& [replica, role] : tablets) {
      ReplicaRow row;
      row.replica = replica;
      row.person = {replica.uuid};
      row.personName = "Amara Osei";
      row.deviceName = "Tablet 7";
      row.role = role;
      row.publicKey = Bytes(32, 'p');
      if (const Status put = writer.putReplica(row); !put) return put;
    }
    return {};
  });
}

Status SimOffice::expect(RecordId attachment, const Digest& sha256, std::uint64_t sizeBytes,
                         const std::string& mediaType) {
  const RecordType& type = *testCatalogue().type(kAttachmentTypeName);
  const ByteView raw{reinterpret_cast<const char*>(sha256.data()), sha256.size()};
  ServerWrite record;
  record.authority = Authority::kServer;
  record.record = attachment;
  record.type = type.number;
  const auto writes = [&](const char* field, Value value) {
    record.operations.push_back(
        {type.field(field)->number, std::nullopt, {}, WriteValue{std::move(value)}});
  };
  writes("sha256", toHex(raw));
  writes("media_type", mediaType);
  writes("size_bytes", static_cast<std::int64_t>(sizeBytes));
  return write([&](ServerWriter& writer) -> Status {
    const auto written = arbiter_->write(writer, record);
    return written ? Status{} : Status{written.error()};
  });
}

}  // namespace rapport::testing
