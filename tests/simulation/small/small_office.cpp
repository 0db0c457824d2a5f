#include "tests/simulation/small/small_office.h"

#include "shared/base/byte_writer.h"
#include "shared/crypto/digest.h"
#include "shared/merge/state_codec.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

SecretKey keyFrom(Random& random) {
  SecretKey key;
  random.fill(key.span());
  return key;
}

void say(SmallLine& line, Bytes frame) {
  line.check.goesDown(frame);
  line.history = hashOf(frame, line.history);
  line.down.push_back(std::move(frame));
}

}  // namespace

SmallOffice::SmallOffice(Scene& scene, Oracle& oracle, Ledger& ledger, const Clock& clock)
    : scene_(scene),
      oracle_(oracle),
      ledger_(ledger),
      clock_(clock),
      machine_(Machine::Content::kOfficeDatabase, 1, clock, Mutant{}),
      key_(keyFrom(random_)),
      types_(simCatalogue()),
      arbiter_(types_, clock, random_, key_) {
  open();
}

void SmallOffice::open() {
  auto opened = ServerDatabase::open({kDatabase, "", machine_.vfs()});
  if (!opened) return scene_.violated("the office does not open");
  database_ = std::move(opened).value();
  real_ = std::make_unique<SqliteServerStore>(*database_);
  store_ = std::make_unique<WatchedStore>(*real_, ledger_, clock_);
}

void SmallOffice::restart() {
  store_.reset();
  real_.reset();
  machine_.disk().killPrograms();
  database_.reset();
  open();
  read([this](ServerReader& reader) { ledger_.verify(reader); });
}

void SmallOffice::admit(const ReplicaRow& row) {
  const Status admitted = store_->inTransaction([&](ServerStore::Transaction& transaction) {
    return (*transaction.programme(kProgramme))->putReplica(row);
  });
  if (!admitted) scene_.violated("a device was not let in");
}

std::unique_ptr<SmallLine> SmallOffice::connect() {
  auto line = std::make_unique<SmallLine>(types_, clock_, random_, scene_, ledger_, oracle_);
  for (Bytes& frame : line->session.opened().frames) say(*line, std::move(frame));
  return line;
}

void SmallOffice::read(const std::function<void(ServerReader&)>& work) {
  const Status read = store_->reading(kProgramme, [&](ServerReader& reader) -> Status {
    work(reader);
    return {};
  });
  if (!read) scene_.violated("the office cannot be read: " + read.error().message);
}

void SmallOffice::take(SmallLine& line, std::vector<std::unique_ptr<SmallLine>>& all) {
  const Bytes frame = std::move(line.up.front());
  line.up.pop_front();
  line.check.cameUp(frame);
  line.history = hashOf(frame, line.history);
  ServerStep step;
  read([&](ServerReader& reader) { step = line.session.receive(frame, &reader); });
  perform(line, std::move(step), all);
}

void SmallOffice::perform(SmallLine& line, ServerStep step,
                          std::vector<std::unique_ptr<SmallLine>>& all) {
  for (Bytes& frame : step.frames) say(line, std::move(frame));
  if (step.close) scene_.violated("the office closes a connection of an honest tablet");
  if (!step.push) return;
  std::vector<FrameVerdict> verdicts;
  const Status committed =
      store_->inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        auto taken = arbiter_.take(**transaction.programme(kProgramme), *step.push);
        if (!taken) return taken.error();
        verdicts = *std::move(taken);
        return {};
      });
  using Told = Result<std::vector<FrameVerdict>>;
  ServerStep told = line.session.pushed(committed ? Told{verdicts} : Told{committed.error()});
  for (Bytes& frame : told.frames) say(line, std::move(frame));
  for (const auto& each : all) each->session.mark();
}

void SmallOffice::pull(SmallLine& line) {
  ServerStep step;
  read([&](ServerReader& reader) { step = line.session.pull(reader); });
  for (Bytes& frame : step.frames) say(line, std::move(frame));
  if (step.close) scene_.violated("the office ends a pull");
}

std::optional<RecordState> SmallOffice::record(RecordId id) {
  std::optional<RecordState> found;
  read([&](ServerReader& reader) {
    if (const auto state = reader.record(id)) found = *state;
  });
  return found;
}

Result<RecordState> SmallOffice::write(const ServerWrite& edit,
                                       const std::function<void(const Dot&)>& before) {
  Result<RecordState> written = Error{ErrorCode::kInternal, ""};
  const Status committed =
      store_->inTransaction([&](ServerStore::Transaction& transaction) -> Status {
        ServerWriter& writer = **transaction.programme(kProgramme);
        written = arbiter_.write(writer, edit);
        if (!written) return written.error();
        const auto row = writer.programme();
        if (row) before({row->serverReplica, row->serverCounter});
        return row ? Status{} : Status{row.error()};
      });
  if (!committed) return committed.error();
  return written;
}

std::uint64_t SmallOffice::fingerprint() const {
  ByteWriter out;
  for (const auto& [dot, entry] : ledger_.log()) {
    out.raw(viewOf(entry.hash));
    out.byte(static_cast<std::uint8_t>(entry.verdict.stage));
    out.varint(entry.verdict.after ? entry.verdict.after->n : 0);
  }
  for (const auto& [id, state] : ledger_.records()) encodeState(out, *state);
  return hashOf(out.bytes());
}

}  // namespace rapport::simulation
