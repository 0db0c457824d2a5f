#include "tests/simulation/small/small_tablet.h"

#include "shared/base/byte_writer.h"
#include "shared/crypto/digest.h"
#include "shared/merge/state_codec.h"
#include "shared/sync/state_hash.h"

namespace rapport::simulation {
namespace {

constexpr std::uint64_t kFirstSeed = 100;

ReplicaId replicaAt(std::size_t place) {
  ReplicaId id;
  id.uuid.bytes[0] = static_cast<std::uint8_t>(0xA0 + place);
  id.uuid.bytes[15] = 1;
  return id;
}

PersonId personAt(std::size_t place) { return {replicaAt(place).uuid}; }

}  // namespace

SmallTablet::SmallTablet(Scene& scene, Oracle& oracle, const Ledger& ledger, const Clock& clock,
                         std::size_t place)
    : scene_(scene),
      oracle_(oracle),
      clock_(clock),
      name_("tablet" + std::to_string(place)),
      machine_(Machine::Content::kTabletProfile, kFirstSeed + place, clock, Mutant{}),
      keys_(kFirstSeed + place),
      key_(SigningKey::generate(keys_)),
      replica_(replicaAt(place)),
      person_(personAt(place)),
      check_(scene, ledger, name_, replica_) {
  Enrolment enrolment;
  enrolment.programme = kProgramme;
  enrolment.person = person_;
  Standing standing;
  standing.replica = replica_;
  standing.copyRole = enrolment.role;
  const auto profile = LocalProfile::open({kDatabase, "", machine_.vfs()});
  const bool enrolled = profile && (*profile)->addProgramme(enrolment, standing);
  if (!enrolled) scene_.violated("enrolment failed");
}

ReplicaRow SmallTablet::row() const {
  ReplicaRow row;
  row.replica = replica_;
  row.person = person_;
  row.publicKey = Bytes(key_.publicKey().view());
  return row;
}

void SmallTablet::open() {
  auto opened = LocalProfile::open({kDatabase, "", machine_.vfs()});
  if (!opened) return scene_.violated(name_ + " does not open");
  profile_ = std::move(opened).value();
  store_ = *profile_->programme(kProgramme);
  notebook_ = std::make_unique<Notebook>(*store_, catalogue_, clock_, random_);
  check_.everythingSaved(*store_);
}

void SmallTablet::connect() {
  if (store_ == nullptr) open();
  session_ =
      std::make_unique<ClientSession>(*store_, catalogue_, clock_, random_, key_, "small scope");
  history_ = 0;
}

void SmallTablet::restart() {
  session_.reset();
  notebook_.reset();
  machine_.disk().killPrograms();
  store_.reset();
  profile_.reset();
}

void SmallTablet::write(SmallLine& line, RecordId record, const Wish& wish) {
  const RecordType& type = *simCatalogue().type(kPlot);
  const auto sheet = notebook_->get(record);
  const auto copy = store_->copy(record);
  static const RecordState kNothing;
  const RecordState& shown = sheet && *sheet ? (*sheet)->state : kNothing;
  Entry entry;
  entry.id = record;
  entry.type = type.name;
  if (const auto* deletion = std::get_if<Deletion>(&wish.what)) entry.deletion = *deletion;
  entry.fields = editsOf(type, {wish}, shown);
  Intent intent;
  intent.dot = {replica_, edits_.size() + 1};
  intent.actFirst = intent.actLast = intent.dot.counter;
  intent.record = record;
  intent.type = kPlot;
  if (copy && *copy && (*copy)->number) intent.shown = (*copy)->number;
  intent.wishes = {wish};
  edits_.push_back(oracle_.intend(std::move(intent), edits_));
  if (const auto kept = notebook_->put(entry); !kept) {
    return scene_.violated(name_ + " cannot save: " + kept.error().message);
  }
  check_.saved(*store_, {edits_.size()});
  history_ = hashOf("writes", history_);
  perform(line, session_->changed());
}

void SmallTablet::take(SmallLine& line) {
  const Bytes frame = std::move(line.down.front());
  line.down.pop_front();
  history_ = hashOf(frame, history_);
  ClientStep step = session_->receive(frame);
  check_.took(*store_, step);
  perform(line, std::move(step));
}

void SmallTablet::perform(SmallLine& line, ClientStep step) {
  for (Bytes& frame : step.frames) line.up.push_back(std::move(frame));
  if (step.close) scene_.violated(name_ + " closes: " + step.refusal->message);
}

void SmallTablet::checkTheEnd(ServerReader& reader) {
  check_.atTheEnd(*store_);
  const auto there = stateHash(reader, Role::kWorker, simCatalogue());
  const auto here = notebook_->stateHash();
  if (!there || !here || *there != *here) scene_.violated(name_ + " ends in another state");
}

std::uint64_t SmallTablet::fingerprint() {
  ByteWriter out;
  if (store_ == nullptr) open();
  const auto standing = store_->standing();
  if (standing) {
    out.varint(standing->counter);
    out.varint(standing->settledThrough);
    out.varint(standing->cursor ? standing->cursor->number.n + 1 : 0);
  }
  const auto own = store_->changesAfter(0, kMostIntents);
  for (std::size_t i = 0; own && i < own->size(); ++i) {
    out.raw(viewOf((*own)[i].hash));
    out.byte(static_cast<std::uint8_t>((*own)[i].receipt.stage));
  }
  const auto uncovered = store_->uncovered();
  out.varint(uncovered ? uncovered->size() : 0);
  const Status read = store_->eachCopy([&](const RecordState& copy) -> Status {
    encodeState(out, copy);
    const auto overlay = store_->overlayOf(copy.id);
    out.varint(overlay ? overlay->size() : 0);
    return {};
  });
  if (!read) scene_.violated(name_ + " cannot be read");
  return hashOf(out.bytes(), history_);
}

}  // namespace rapport::simulation
