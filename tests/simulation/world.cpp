#include "tests/simulation/world.h"

#include <algorithm>

#include "shared/sync/state_hash.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

constexpr Millis kTickEvery{5'000};
constexpr Millis kShortestPause{20};
constexpr Millis kLongestPause{2'500};
constexpr Millis kQuietWithin{10 * 60'000};
constexpr Millis kToldApartWithin{30'000};
constexpr Millis kBetweenClones{10};
constexpr int kClonesWrite = 20;
constexpr std::uint64_t kMishapsOf100 = 15;
constexpr std::uint64_t kPagesOf100 = 20;

class World {
 public:
  World(const SimOptions& options, Trace::Keep keep);
  Outcome run();

 private:
  void act();
  void tick();
  void heal();
  bool isQuiet() const;
  void untilQuiet(const char* when);
  void tellClonesApart();
  Tablet* twinOf(const Tablet& tablet) const;
  void checkTheEnd();
  void checkErased();

  Scene scene_;
  Oracle oracle_;
  Ledger ledger_;
  Office office_;
  Tablets tablets_;
  std::vector<RecordId> records_;
  Workers workers_;
  Coordinators coordinators_;
  std::unique_ptr<Liar> liar_;
  std::unique_ptr<Mishaps> mishaps_;
  std::size_t acted_ = 0;
};

World::World(const SimOptions& options, Trace::Keep keep)
    : scene_(options, keep),
      oracle_(simCatalogue()),
      ledger_(scene_, oracle_),
      office_(scene_, ledger_, oracle_),
      workers_(scene_, oracle_, tablets_, records_),
      coordinators_(scene_, oracle_, office_, records_) {
  scene_.note("world", options.describe());
  for (std::size_t i = 0; i < options.tablets.size(); ++i) {
    tablets_.push_back(std::make_unique<Tablet>(scene_, office_, oracle_, ledger_, i));
  }
  liar_ = std::make_unique<Liar>(scene_, office_);
  for (std::size_t i = 0; i < options.records.size(); ++i) {
    records_.push_back({makeUuidV4(scene_.random)});
  }
  mishaps_ = std::make_unique<Mishaps>(scene_, office_, tablets_, coordinators_, *liar_, records_);
  mishaps_->setClocks();
}

void World::act() {
  if (acted_++ >= scene_.options.actions) return;
  const std::uint64_t drawn = scene_.peopleDice.below(100);
  if (drawn < kMishapsOf100) {
    mishaps_->strike();
  } else if (drawn < kMishapsOf100 + kPagesOf100 && scene_.options.has(Trait::kPages)) {
    coordinators_.act();
  } else {
    workers_.act();
  }
  scene_.agenda.in(scene_.peopleDice.between(kShortestPause, kLongestPause), [this] { act(); });
}

void World::tick() {
  office_.tick();
  for (const auto& tablet : tablets_) tablet->tick();
  scene_.agenda.in(kTickEvery, [this] { tick(); });
}

void World::heal() {
  scene_.note("world", "heals");
  scene_.calm = true;
  liar_->stop();
  office_.machine().disk().forgetPlans();
  office_.machine().disk().setCapacityBytes(UINT64_MAX);
  for (const auto& tablet : tablets_) tablet->heal();
  office_.forgetPast();
}

bool World::isQuiet() const {
  return office_.isIdle() &&
         std::ranges::all_of(tablets_, [](const auto& tablet) { return tablet->isQuiet(); });
}

void World::untilQuiet(const char* when) {
  const Millis limit = scene_.agenda.now() + kQuietWithin;
  while (!scene_.violation && !isQuiet()) {
    scene_.agenda.runNext();
    if (scene_.agenda.now() > limit) {
      std::string who;
      for (const auto& tablet : tablets_) {
        if (!tablet->isQuiet()) who += " " + tablet->restless();
      }
      return scene_.violated(std::string("it never becomes quiet ") + when + ":" + who);
    }
  }
}

Tablet* World::twinOf(const Tablet& tablet) const {
  for (const auto& other : tablets_) {
    const bool living = !tablet.isCleared() && !other->isCleared();
    if (living && other.get() != &tablet && other->replica() == tablet.replica()) {
      return other.get();
    }
  }
  return nullptr;
}

// As long as neither writes anything, nobody can know that there are two: each connects as soon as
// the other has, for ever. Where their role lets them write nothing, one is switched off. Nor do
// they write the same in the same millisecond: that would be one change, byte for byte.
void World::tellClonesApart() {
  const auto goOnFor = [this](Millis time) {
    const Millis until = scene_.agenda.now() + time;
    while (!scene_.violation && scene_.agenda.now() < until) scene_.agenda.runNext();
  };
  for (int i = 0; i < kClonesWrite; ++i) {
    bool some = false;
    for (const auto& tablet : tablets_) {
      if (scene_.violation || twinOf(*tablet) == nullptr) continue;
      some = true;
      if (tablet->isRunning()) workers_.edit(*tablet);
      goOnFor(kBetweenClones);
    }
    if (!some) return;
    goOnFor(kToldApartWithin);
  }
  for (const auto& tablet : tablets_) {
    if (twinOf(*tablet) != nullptr) tablet->switchOff();
  }
}

// What an erased record said is on no disk.
void World::checkErased() {
  const auto look = [this](Machine& machine, const std::string& whose) {
    for (const auto& [file, bytes] : machine.disk().image()) {
      for (const auto& [id, number] : ledger_.erased()) {
        if (bytes.find(markOf(id)) == Bytes::npos) continue;
        scene_.violated(whose + " disk still says what " + id.toString().substr(0, 4) +
                        " said, in " + file);
      }
    }
  };
  look(office_.machine(), "the office's");
  for (const auto& tablet : tablets_) look(tablet->machine(), tablet->name() + "'s");
}

void World::checkTheEnd() {
  for (const auto& tablet : tablets_) {
    if (!tablet->isCleared()) tablet->check().atTheEnd(tablet->store());
    if (!tablet->isCleared()) tablet->checkCopiesGivenBack();
  }
  checkErased();
  const Status read = office_.reading([&](ServerReader& reader) -> Status {
    ledger_.verify(reader);
    for (const auto& tablet : tablets_) {
      if (tablet->isCleared()) continue;
      const auto there = stateHash(reader, ledger_.roleOf(tablet->replica()), simCatalogue());
      const auto here = tablet->notebook().stateHash();
      if (!there || !here || *there != *here) {
        scene_.violated(tablet->name() + " ends in another state than the office");
      }
    }
    for (const auto& [id, state] : ledger_.records()) {
      if (auto wrong = oracle_.compare(*state)) scene_.violated(*wrong);
    }
    return {};
  });
  if (!read) scene_.violated("the office cannot be read at the end");
  if (ledger_.restores() == 0) return;
  for (const std::string& fault : office_.audit()) scene_.violated("the audit finds: " + fault);
}

Outcome World::run() {
  act();
  tick();
  while (!scene_.violation && acted_ <= scene_.options.actions) scene_.agenda.runNext();
  if (!scene_.violation) heal();
  tellClonesApart();
  untilQuiet("after the faults are over");
  // Connections that stand must carry what is written now.
  for (const auto& tablet : tablets_) {
    if (!scene_.violation && tablet->isRunning()) workers_.edit(*tablet);
  }
  untilQuiet("after the last edits");
  if (!scene_.violation) checkTheEnd();

  Outcome outcome;
  outcome.options = scene_.options;
  outcome.violation = scene_.violation;
  outcome.traceHash = scene_.trace.hash();
  outcome.trace = scene_.trace.lines();
  outcome.numbers = ledger_.lastNumber();
  outcome.changes = ledger_.log().size();
  for (const auto& [dot, entry] : ledger_.log()) {
    outcome.refused += entry.verdict.stage == ReceiptStage::kApplied ? 0 : 1;
  }
  return outcome;
}

}  // namespace

Outcome simulate(const SimOptions& options, Trace::Keep keep) { return World(options, keep).run(); }

}  // namespace rapport::simulation
