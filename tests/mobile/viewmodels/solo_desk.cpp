#include "tests/mobile/viewmodels/solo_desk.h"

#include <cstdio>
#include <cstdlib>
#include <future>
#include <limits>
#include <random>
#include <utility>

#include "mobile/app/kept_answers.h"
#include "mobile/app/shelved_drafts.h"
#include "mobile/app/tablet_files.h"
#include "mobile/app/tablet_lock.h"
#include "shared/base/uuid.h"
#include "shared/sync/forms.h"

namespace rapport::testing {
namespace {

template <typename T>
T orDie(Result<T> result) {
  if (result.ok()) return std::move(result).value();
  std::fprintf(stderr, "The desk of the test cannot stand: %s\n", result.error().message.c_str());
  std::abort();
}

void orDie(const Status& status) {
  if (status.ok()) return;
  std::fprintf(stderr, "The desk of the test cannot stand: %s\n", status.error().message.c_str());
  std::abort();
}

constexpr std::string_view kProgramme = "Quillan County";

// Of a PIN: the least that argon2 takes.
constexpr PasswordCost kCheap{1, 8 * 1024};

}  // namespace

SoloDesk::SoloDesk(std::string folder, const Clock& clock)
    : folder_(std::move(folder)),
      clock_(clock),
      catalogue_(orDie(Catalogue::load(builtInDeclarations()))),
      random_(std::random_device{}()),
      device_(SigningKey::generate(random_)) {
  open();
  worker_ = std::thread([this] { work(); });
}

SoloDesk::SoloDesk(std::string folder, const Clock& clock, const Who& who)
    : SoloDesk(std::move(folder), clock) {
  std::promise<void> begun;
  {
    const std::lock_guard lock(guard_);
    queue_.push_back([&] {
      if (!enrolled_) begin(who);
      begun.set_value();
    });
  }
  wake_.notify_one();
  begun.get_future().wait();
}

SoloDesk::~SoloDesk() {
  {
    const std::lock_guard lock(guard_);
    ending_ = true;
  }
  wake_.notify_one();
  worker_.join();
}

void SoloDesk::open() {
  profile_ = orDie(LocalProfile::open(
      {.path = folder_ + "/solo.db", .key = Bytes(32, 'k'), .vfs = {}, .disk = disk_}));
  const auto programmes = orDie(profile_->programmes());
  if (programmes.empty()) return;
  store_ = orDie(profile_->programme(programmes.front()));
  orDie(adoptForms(catalogue_, *store_));
  notebook_.emplace(*store_, catalogue_, clock_, random_);
  begun_ = orDie(profile_->begun(programmes.front()));
  attachments_ = orDie(profile_->attachments(programmes.front()));
  files_ = std::make_unique<TabletFiles>(FilesDesk{
      *store_, *attachments_, device_, clock_, random_, disk_, carryFolder(),
      [this] { return profile_->letGoOfAttachments(std::numeric_limits<std::uint64_t>::max()); }});
  drafts_ = std::make_unique<ShelvedDrafts>(profile_->drafts(), begun_.get(), clock_);
  answers_ = orDie(profile_->answers(programmes.front()));
  given_ = std::make_unique<KeptAnswers>(*answers_, catalogue_, clock_, random_);
  lock_ = std::make_unique<TabletLock>(profile_->lock(), clock_, kCheap);
  enrolled_ = true;
}

void SoloDesk::begin(const Who& who) {
  Enrolment enrolment;
  enrolment.programme = kProgramme;
  enrolment.person = PersonId{makeUuidV4(random_)};
  enrolment.personName = who.person;
  enrolment.deviceName = who.device;
  enrolment.role = who.role;
  enrolment.sealTo = who.sealTo;
  Standing standing;
  standing.replica = ReplicaId{makeUuidV4(random_)};
  standing.copyRole = who.role;
  orDie(profile_->addProgramme(enrolment, standing));
  const std::lock_guard lock(guard_);
  open();
}

bool SoloDesk::enrolled() const {
  const std::lock_guard lock(guard_);
  return enrolled_;
}

void SoloDesk::enrol(TypedInvitation typed, std::function<void(std::string words)> waiting,
                     std::function<void(Status)> done) {
  {
    const std::lock_guard lock(guard_);
    queue_.push_front(
        [this, typed = std::move(typed), waiting = std::move(waiting), done = std::move(done)] {
          if (typed.linkOrCode == kTypedCode && typed.office == kTypedOffice) {
            unconfirmed_ = done;
            waiting("ferry mitten opal");
            return;
          }
          if (typed.linkOrCode != "good-code") {
            done(Error{ErrorCode::kUnauthenticated,
                       "This code is not known. Ask the office for a new one."});
            return;
          }
          begin({});
          done({});
        });
  }
  wake_.notify_one();
}

void SoloDesk::endWait(const Status& how) {
  {
    const std::lock_guard lock(guard_);
    queue_.push_back([this, how] {
      if (!unconfirmed_) return;
      if (how.ok()) begin({});
      std::exchange(unconfirmed_, nullptr)(how);
    });
  }
  wake_.notify_one();
}

void SoloDesk::giveUpEnrolling() {
  endWait(Error{ErrorCode::kUnavailable, "The coordinator has not confirmed this tablet yet."});
}

void SoloDesk::dropPin(TypedInvitation typed, std::function<void(std::string words)> /*waiting*/,
                       std::function<void(Status)> done) {
  {
    const std::lock_guard lock(guard_);
    queue_.push_back([this, typed = std::move(typed), done = std::move(done)] {
      done(typed.linkOrCode == "good-code"
               ? lock_->removePin()
               : Error{ErrorCode::kRefused,
                       "This code is for somebody else. Ask your coordinator "
                       "for one with your name."});
    });
  }
  wake_.notify_one();
}

void SoloDesk::coordinatorConfirms() { endWait({}); }

void SoloDesk::post(DeskWork work) {
  {
    const std::lock_guard lock(guard_);
    queue_.push_back([this, work = std::move(work)] {
      if (notebook_) work({*notebook_, *drafts_, *files_, *given_, *lock_});
    });
  }
  wake_.notify_one();
}

void SoloDesk::listen(std::function<void(const DeskEvent&)> listener) {
  const std::lock_guard lock(guard_);
  listener_ = std::move(listener);
}

void SoloDesk::tell(const DeskEvent& event) {
  std::function<void(const DeskEvent&)> listener;
  {
    const std::lock_guard lock(guard_);
    listener = listener_;
  }
  if (listener) listener(event);
}

RecordId SoloDesk::newRecordId() {
  const std::lock_guard lock(guard_);
  return {makeUuidV7(clock_, random_)};
}

void SoloDesk::behind(const std::function<void(Notebook&, Drafts&)>& work) {
  std::promise<void> ran;
  {
    const std::lock_guard lock(guard_);
    queue_.push_back([&] {
      if (notebook_) work(*notebook_, *drafts_);
      ran.set_value();
    });
  }
  wake_.notify_one();
  ran.get_future().wait();
}

void SoloDesk::work() {
  for (;;) {
    std::function<void()> next;
    {
      std::unique_lock lock(guard_);
      wake_.wait(lock, [this] { return ending_ || !queue_.empty(); });
      if (queue_.empty()) return;
      next = std::move(queue_.front());
      queue_.pop_front();
    }
    next();
  }
}

}  // namespace rapport::testing
