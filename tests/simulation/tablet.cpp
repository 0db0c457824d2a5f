#include "tests/simulation/tablet.h"

#include <utility>

#include "tests/simulation/mutants.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

constexpr Millis kSoon{1};
constexpr Millis kLongestDowntime{20'000};
constexpr Millis kLongestBackoff{8'000};
constexpr Millis kAtOnce{100};

}  // namespace

Tablet::Tablet(Scene& scene, Office& office, Oracle& oracle, const Ledger& ledger,
               std::size_t place)
    : scene_(scene),
      office_(office),
      oracle_(oracle),
      place_(place),
      name_("tablet" + std::to_string(place)),
      clock_(scene.agenda),
      machine_(Machine::Content::kTabletProfile, scene.options.seed * 31 + place, clock_,
               scene.options.mutant),
      key_(SigningKey::generate(scene.random)),
      replica_{makeUuidV4(scene.random)},
      person_{makeUuidV4(scene.random)},
      check_(scene, ledger, name_, replica_) {
  const Status in = enrol(key_, replica_);
  const Status kept = in ? keepEnrolment(replica_) : in;
  if (!kept) scene_.violated("enrolment failed: " + kept.error().message);
  boot();
}

Tablet::~Tablet() = default;

Status Tablet::enrol(const SigningKey& key, ReplicaId replica) {
  ReplicaRow row;
  row.replica = replica;
  row.person = person_;
  row.personName = "Amara Osei";
  row.deviceName = name_;
  row.role = scene_.options.tablets[place_];
  row.publicKey = Bytes(key.publicKey().view());
  return office_.admit(row);
}

Status Tablet::keepEnrolment(ReplicaId replica) {
  Enrolment enrolment;
  enrolment.programme = kProgramme;
  enrolment.person = person_;
  enrolment.personName = "Amara Osei";
  enrolment.deviceName = name_;
  enrolment.role = scene_.options.tablets[place_];
  enrolment.server = "127.0.0.1:8443";
  Standing standing;
  standing.replica = replica;
  standing.copyRole = enrolment.role;
  auto profile = LocalProfile::open({kDatabase, "", machine_.vfs()});
  if (!profile) return profile.error();
  profile_ = std::move(profile).value();
  return profile_->addProgramme(enrolment, standing);
}

void Tablet::boot() {
  if (notebook_ != nullptr || cleared_) return;
  machine_.begin();
  // Still open where it was enrolled a moment ago.
  using Opened = Result<std::unique_ptr<LocalProfile>>;
  Opened opened = profile_ != nullptr ? Opened(std::move(profile_))
                                      : LocalProfile::open({kDatabase, "", machine_.vfs()});
  auto store = opened ? (*opened)->programme(kProgramme)
                      : Result<std::unique_ptr<LocalStore>>(opened.error());
  if (clearing_ && !store && store.error().code == ErrorCode::kNotFound && machine_.lives()) {
    // It was killed when its programme was gone already.
    cleared_ = true;
    return image_.reset();
  }
  if (!store || !machine_.lives()) {
    scene_.note(name_, "does not start");
    return end(scene_.mishapDice.between(kSoon, kLongestDowntime));
  }
  profile_ = std::move(opened).value();
  real_ = std::move(store).value();
  spoilt_ = spoil(*real_, scene_.options.mutant);
  store_ = spoilt_ != nullptr ? spoilt_.get() : real_.get();
  notebook_ = std::make_unique<Notebook>(*store_, catalogue_, clock_, scene_.random);
  scene_.note(name_, "starts");
  findSavedInVain();
  followName();
  check_.everythingSaved(*real_);
  feelPower();
  connectLater(kAtOnce);
}

void Tablet::end(Millis downtime) {
  ending_ = false;
  ++life_;
  connecting_ = false;
  lose();
  notebook_.reset();
  store_ = nullptr;
  spoilt_.reset();
  real_.reset();
  profile_.reset();
  scene_.agenda.in(downtime, [this] { boot(); });
}

void Tablet::kill() {
  if (notebook_ == nullptr || ending_) return;
  scene_.note(name_, "is killed");
  machine_.disk().killPrograms();
  end(scene_.mishapDice.between(kSoon, kLongestDowntime));
}

void Tablet::feelPower() {
  if (notebook_ == nullptr || machine_.lives() || ending_) return;
  // Not from inside a call of the program that just lost its power.
  ending_ = true;
  scene_.note(name_, "dies");
  scene_.agenda.in(Millis{0}, [this] { end(scene_.mishapDice.between(kSoon, kLongestDowntime)); });
}

void Tablet::lose() {
  session_.reset();
  if (wire_ != nullptr) std::exchange(wire_, nullptr)->cut();
}

void Tablet::connectLater(Millis most) {
  if (connecting_) return;
  connecting_ = true;
  scene_.agenda.in(scene_.lineDice.between(kSoon, most), [this, life = life_] {
    if (life != life_) return;
    connecting_ = false;
    connect();
  });
}

void Tablet::connect() {
  if (!isRunning() || !online_ || session_ != nullptr) return;
  wire_ = std::make_shared<Wire>(scene_, name_ + "/" + std::to_string(++wires_));
  session_ = std::make_unique<ClientSession>(*store_, catalogue_, clock_, scene_.random, key_,
                                             "simulation");
  const auto isPresent = [this, life = life_, place = wires_] {
    return life == life_ && place == wires_ && session_ != nullptr;
  };
  wire_->attach(End::kTablet, {[this, isPresent](const Bytes& frame) {
                                 if (isPresent()) arrived(*wire_, frame);
                               },
                               [this, isPresent] {
                                 if (!isPresent()) return;
                                 lose();
                                 connectLater(kLongestBackoff);
                               }});
  office_.answer(wire_);
}

void Tablet::arrived(const Wire& wire, const Bytes& frame) {
  if (!isRunning()) return;
  const bool garbled = wire.hasGarbled();
  ClientStep step = session_->receive(frame);
  followName();
  if (step.refusal && !garbled) checkRefusal(*step.refusal);
  check_.took(*real_, step);
  perform(std::move(step));
}

void Tablet::perform(ClientStep step) {
  feelPower();
  if (!machine_.lives()) return;
  for (Bytes& frame : step.frames) wire_->send(End::kTablet, std::move(frame));
  if (!step.close) return restLater();
  if (step.clear) return clear();
  scene_.note(name_, "closes: " + (step.refusal ? step.refusal->message : std::string()));
  wire_->hangUp(End::kTablet);
  wire_.reset();
  session_.reset();
  connectLater(kLongestBackoff);
}

// Some time after the last answer, or never, where something comes between.
void Tablet::restLater() {
  if (resting_ || session_->progress().folded) return;
  resting_ = true;
  const Millis most = scene_.restDice.chance(25) ? kLongestBackoff : kSoon;
  scene_.agenda.in(scene_.restDice.between(Millis{0}, most), [this] {
    resting_ = false;
    if (session_ == nullptr || !isRunning()) return;
    scene_.note(name_, "folds what waited");
    ClientStep step = session_->rest();
    check_.took(*real_, step);
    perform(std::move(step));
  });
}

// Most reasons to close never come up between honest ends.
void Tablet::checkRefusal(const Refusal& refusal) {
  const RefusalCode code = refusal.code;
  const bool expected = code == RefusalCode::kBusy || code == RefusalCode::kElsewhere ||
                        (code == RefusalCode::kRevoked && office_.ledger().isWithdrawn(replica_));
  const bool trouble = code == RefusalCode::kTrouble && scene_.options.hasDiskFaults();
  const bool isOldCopy = refusal.message.find("old copy") != std::string::npos;
  if (expected || (trouble && !isOldCopy)) return;
  scene_.violated(name_ + " was refused: " + refusal.message);
}

void Tablet::wrote() {
  if (session_ != nullptr && isRunning()) perform(session_->changed());
}

void Tablet::goOnline() {
  online_ = true;
  if (session_ == nullptr) connectLater(kLongestBackoff);
}

void Tablet::goOffline() {
  online_ = false;
  scene_.note(name_, "goes offline");
  lose();
}

void Tablet::connectAgain() {
  if (!isRunning() || session_ == nullptr) return;
  scene_.note(name_, "connects again");
  session_.reset();
  wire_.reset();
  connect();
}

void Tablet::tick() {
  feelPower();
  if (session_ != nullptr && isRunning()) perform(session_->tick());
}

void Tablet::heal() {
  machine_.disk().forgetPlans();
  machine_.disk().setCapacityBytes(UINT64_MAX);
  if (cleared_) return;
  online_ = true;
  if (notebook_ != nullptr) store_->forgetPast();
  if (session_ != nullptr) lose();
  if (notebook_ != nullptr) connectLater(kAtOnce);
}

// What the office withdrew goes from the disk, once the office holds whatever was not sent.
void Tablet::clear() {
  scene_.note(name_, "clears itself");
  check_.mayClear();
  wire_->hangUp(End::kTablet);
  wire_.reset();
  session_.reset();
  notebook_.reset();
  store_ = nullptr;
  spoilt_.reset();
  real_.reset();
  clearing_ = true;
  const Status removed = profile_->removeProgramme(kProgramme);
  profile_.reset();
  ++life_;
  // It is told again at the next connection, and tries again.
  if (!removed) return end(scene_.mishapDice.between(kSoon, kLongestDowntime));
  cleared_ = true;
  image_.reset();
}

bool Tablet::isQuiet() const {
  if (cleared_) return true;
  if (office_.ledger().isWithdrawn(replica_)) return false;  // until it has cleared itself
  if (!isRunning() || session_ == nullptr) return false;
  const SyncProgress progress = session_->progress();
  return progress.caughtUp && progress.folded && progress.unanswered == 0 && wire_->isIdle();
}

std::string Tablet::restless() const {
  if (!isRunning()) return name_ + " does not run";
  if (session_ == nullptr) return name_ + " is not connected";
  const SyncProgress progress = session_->progress();
  return name_ + (progress.caughtUp ? " has an answer to come" : " has not caught up") +
         (progress.folded ? "" : ", has changes to fold") +
         (wire_->isIdle() ? "" : ", its line is busy");
}

}  // namespace rapport::simulation
