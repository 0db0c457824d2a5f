#include "tests/simulation/office.h"

#include <algorithm>
#include <utility>

#include "tests/simulation/mutants.h"
#include "tests/simulation/office_line.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

constexpr std::size_t kJobsPerCommit = 256;
constexpr Millis kLazyWait{2000};
constexpr Millis kShortest{1};
constexpr Millis kLongestCommit{40};
constexpr Millis kLongestTelling{10};
constexpr Millis kSoon{1};
constexpr Millis kLongestDowntime{30'000};

SecretKey randomKey(Random& random) {
  SecretKey key;
  random.fill(key.span());
  return key;
}

}  // namespace

struct Office::Group {
  std::vector<OfficeJob> jobs;
  std::vector<Status> outcomes;
  Status committed;
};

Office::Office(Scene& scene, Ledger& ledger, const Oracle& oracle)
    : scene_(scene),
      ledger_(ledger),
      oracle_(oracle),
      clock_(scene.agenda),
      machine_(Machine::Content::kOfficeDatabase, scene.options.seed * 17 + 6, clock_,
               scene.options.mutant),
      verdictKey_(randomKey(scene.random)),
      types_(simCatalogue()),
      opens_(SealingKey::fromSecret(verdictKey_)) {
  boot();
}

Office::~Office() = default;

void Office::boot() {
  if (store_ != nullptr) return;
  if (restoring_) machine_.disk().putBack(backup_->disk);
  machine_.begin();
  arbiter_.emplace(types_, clock_, scene_.random, verdictKey_);  // another process
  auto opened = ServerDatabase::open({kDatabase, "", machine_.vfs()});
  if (!opened || !machine_.lives()) {
    scene_.note("office", "does not start" + (opened ? "" : ": " + opened.error().message));
    return end(scene_.officeDice.between(kSoon, kLongestDowntime));
  }
  database_ = std::move(opened).value();
  real_ = std::make_unique<SqliteServerStore>(*database_);
  if (restoring_ && !beginAnew()) return end(scene_.officeDice.between(kSoon, kLongestDowntime));
  spoilt_ = spoil(*real_, scene_.options.mutant);
  ServerStore& inner = spoilt_ != nullptr ? *spoilt_ : *real_;
  store_ = std::make_unique<WatchedStore>(inner, ledger_, clock_);
  scene_.note("office", "starts");
  const Status looked = real_->reading(kProgramme, [&](ServerReader& reader) -> Status {
    ledger_.settle(reader, Ledger::Look::kFinal);
    ledger_.verify(reader);
    return {};
  });
  if (!looked) feelPower();
}

void Office::end(Millis downtime) {
  ending_ = false;
  ++life_;
  committing_ = false;
  for (const auto& line : std::exchange(lines_, {})) line->abandon();
  urgent_.clear();
  lazy_.clear();
  store_.reset();
  spoilt_.reset();
  real_.reset();
  database_.reset();
  scene_.agenda.in(downtime, [this] { boot(); });
}

void Office::kill() {
  if (store_ == nullptr || ending_) return;
  scene_.note("office", "is killed");
  machine_.disk().killPrograms();
  end(scene_.officeDice.between(kSoon, kLongestDowntime));
}

void Office::feelPower() {
  if (store_ == nullptr || machine_.lives() || ending_) return;
  // Not from inside a call of the program that just lost its power.
  ending_ = true;
  scene_.note("office", "dies");
  scene_.agenda.in(Millis{0}, [this] { end(scene_.officeDice.between(kSoon, kLongestDowntime)); });
}

Status Office::admit(const ReplicaRow& row) {
  if (!isRunning()) return Error{ErrorCode::kUnavailable, "The office is away."};
  Status admitted = store_->inTransaction([&](ServerStore::Transaction& transaction) {
    return (*transaction.programme(kProgramme))->putReplica(row);
  });
  feelPower();
  return admitted;
}

void Office::forgetPast() {
  if (!isRunning()) return;
  const auto forgotten = store_->forgetPast();
  scene_.note("office", forgotten && *forgotten ? "forgets the past" : "cannot forget the past");
  feelPower();
}

void Office::answer(const std::shared_ptr<Wire>& wire) {
  if (!isRunning()) return wire->cut();
  std::erase_if(lines_, [](const auto& line) { return !line->isOpen(); });
  lines_.push_back(std::make_shared<OfficeLine>(*this, wire));
  lines_.back()->open();
}

void Office::submit(OfficeJob job) {
  if (!isRunning()) return;
  const bool lazy = job.hurry == Hurry::kLazy;
  (lazy ? lazy_ : urgent_).push_back(std::move(job));
  if (!lazy) return commitSoon();
  scene_.agenda.in(kLazyWait, [this, life = life_] {
    if (life == life_ && !lazy_.empty()) commitSoon();
  });
}

void Office::commitSoon() {
  if (committing_) return;
  committing_ = true;
  scene_.agenda.in(scene_.officeDice.between(kShortest, kLongestCommit), [this, life = life_] {
    if (life == life_) commit();
  });
}

Status Office::write(Group& group) {
  return store_->inTransaction([&](ServerStore::Transaction& transaction) -> Status {
    const auto programme = transaction.programme(kProgramme);
    if (!programme) return programme.error();
    for (std::size_t i = 0; i < group.jobs.size(); ++i) {
      group.outcomes[i] =
          (*programme)->inSavepoint([&] { return group.jobs[i].work(**programme); });
      const bool early = scene_.options.mutant == Mutant::kTellsBeforeCommit;
      if (early && group.jobs[i].done) std::exchange(group.jobs[i].done, nullptr)(Status{});
    }
    return {};
  });
}

void Office::commit() {
  committing_ = false;
  if (!isRunning()) return;
  const auto group = std::make_shared<Group>();
  for (auto* queue : {&urgent_, &lazy_}) {
    while (!queue->empty() && group->jobs.size() < kJobsPerCommit) {
      group->jobs.push_back(std::move(queue->front()));
      queue->pop_front();
    }
  }
  if (group->jobs.empty()) return;
  group->outcomes.resize(group->jobs.size());
  group->committed = write(*group);
  scene_.note("office", "commits " + std::to_string(group->jobs.size()) + " jobs, through " +
                            std::to_string(ledger_.lastNumber()) +
                            (group->committed ? "" : ": " + group->committed.error().message));
  feelPower();
  if (!urgent_.empty()) commitSoon();
  // What was committed may be read by others before anybody is told; one commit after the other.
  const Millis now = scene_.agenda.now();
  tellsFrom_ = std::max(tellsFrom_, now + scene_.officeDice.between(Millis{0}, kLongestTelling));
  scene_.agenda.in(tellsFrom_ - now, [this, group, life = life_] {
    if (life == life_ && isRunning()) tell(*group);
  });
}

void Office::tell(Group& group) {
  bool mark = false;
  for (std::size_t i = 0; i < group.jobs.size(); ++i) {
    const Status& outcome = group.committed ? group.outcomes[i] : group.committed;
    if (group.jobs[i].done) group.jobs[i].done(outcome);
    mark = mark || (outcome && group.jobs[i].hurry == Hurry::kNow);
  }
  if (!mark || scene_.options.mutant == Mutant::kForgetsMarks) return;
  for (const auto& line : std::vector(lines_)) line->marked();
}

Status Office::reading(const std::function<Status(ServerReader&)>& work) {
  if (!isRunning()) return Error{ErrorCode::kUnavailable, "The office is away."};
  Status read = store_->reading(kProgramme, work);
  feelPower();
  return read;
}

void Office::tick() {
  if (!isRunning()) return;
  for (const auto& line : std::vector(lines_)) line->tick();
}

bool Office::isIdle() const {
  return isRunning() && !committing_ && urgent_.empty() &&
         std::ranges::all_of(lines_, [](const auto& line) { return line->isIdle(); });
}

void Office::dismiss(ReplicaId replica, RefusalCode code) {
  for (const auto& line : std::vector(lines_)) {
    if (line->replica() == replica) line->dismiss(code);
  }
}

void Office::speaksFor(const std::shared_ptr<OfficeLine>& line, ReplicaId replica) {
  for (const auto& other : std::vector(lines_)) {
    if (other != line && other->replica() == replica) other->dismiss(RefusalCode::kElsewhere);
  }
}

}  // namespace rapport::simulation
