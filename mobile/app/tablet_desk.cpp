#include "mobile/app/tablet_desk.h"

#include <algorithm>
#include <climits>
#include <limits>

#include <boost/asio/post.hpp>
#include <unistd.h>

#include "mobile/app/clearing.h"
#include "mobile/app/make_desk.h"
#include "shared/base/system_disk.h"
#include "shared/sync/forms.h"

namespace rapport {
namespace {

constexpr std::chrono::milliseconds kBetweenBytesTold{500};

// What others see beside this tablet's edits until somebody names it better.
std::string ownDeviceName() {
  char name[HOST_NAME_MAX + 1] = {};
  if (gethostname(name, HOST_NAME_MAX) != 0 || name[0] == '\0') return "Tablet";
  return name;
}

}  // namespace

Result<std::unique_ptr<TabletDesk>> TabletDesk::open(const DeskPlace& place) {
  auto catalogue = Catalogue::load(builtInDeclarations());
  if (!catalogue) return catalogue.error();
  SystemRandom random;
  auto profile = Profile::open({place.profileFolder, std::nullopt}, random);
  if (!profile) return profile.error();
  const auto programmes = (*profile)->programmes();
  if (!programmes) return programmes.error();
  std::unique_ptr<TabletDesk> desk(
      new TabletDesk(*std::move(catalogue), *std::move(profile), place.carryFolder));
  if (!programmes->empty()) {
    if (const Status begun = desk->begin(); !begun) return begun.error();
  }
  desk->worker_ = std::thread([&io = desk->io_] { io.run(); });
  return desk;
}

TabletDesk::TabletDesk(Catalogue catalogue, std::unique_ptr<Profile> profile,
                       std::string carryFolder)
    : catalogue_(std::move(catalogue)),
      profile_(std::move(profile)),
      drafts_(std::in_place, profile_->drafts(), nullptr, clock_),
      folder_(profile_->folder()),
      carryFolder_(std::move(carryFolder)) {}

std::string TabletDesk::whyCleared() const {
  return enrolled_ ? std::string{} : rapport::whyCleared(folder_).value_or("");
}

// Behind the session that said so. What the screens still ask for waits until somebody enrols.
void TabletDesk::clear() {
  const auto who = store_->enrolment();
  link_.reset();
  notebook_.reset();
  given_.reset();
  lock_.reset();
  drafts_.reset();
  files_.reset();
  begun_.reset();
  answers_.reset();
  attachments_.reset();
  store_.reset();
  profile_.reset();
  enrolled_ = false;
  const ProfilePlace place{folder_, std::nullopt};
  const Status left =
      who ? Profile::leave(place, who->programme, *withdrawn_, random_) : Status{who.error()};
  auto profile =
      left ? Profile::open(place, random_) : Result<std::unique_ptr<Profile>>(left.error());
  if (profile) {
    profile_ = *std::move(profile);
    drafts_.emplace(profile_->drafts(), nullptr, clock_);
    withdrawn_.reset();
  } else {
    tellLink({LinkStage::kRefused, 0, 0, profile.error().message});
  }
  if (listener_) listener_(Cleared{});
}

TabletDesk::~TabletDesk() {
  patience_.lose();
  // Behind everything that was posted.
  boost::asio::post(io_, [this] { io_.stop(); });
  if (worker_.joinable()) worker_.join();
}

Status TabletDesk::begin() {
  auto store = profile_->programme(std::nullopt);
  if (!store) return store.error();
  store_ = *std::move(store);
  auto attachments = profile_->attachments(*store_);
  if (!attachments) return attachments.error();
  attachments_ = *std::move(attachments);
  auto answers = profile_->answers(*store_);
  if (!answers) return answers.error();
  answers_ = *std::move(answers);
  auto begun = profile_->begun(*store_);
  if (!begun) return begun.error();
  begun_ = *std::move(begun);
  drafts_.emplace(profile_->drafts(), begun_.get(), clock_);
  files_.emplace(FilesDesk{
      *store_, *attachments_, profile_->signingKey(), clock_, random_, systemDisk(), carryFolder_,
      [this] { return profile_->letGoOfAttachments(std::numeric_limits<std::uint64_t>::max()); }});
  if (const Status swept = profile_->sweepAttachments(); !swept) return swept;
  const auto who = store_->enrolment();
  if (!who) return who.error();
  const auto office = officeOf(*who);
  if (!office) return office.error();
  if (const Status adopted = adoptForms(catalogue_, *store_); !adopted) return adopted;
  notebook_.emplace(*store_, catalogue_, clock_, random_);
  given_.emplace(*answers_, catalogue_, clock_, random_);
  lock_.emplace(profile_->lock(), clock_);
  TabletLink::Listener listener;
  listener.phase = [this](LinkPhase phase, const Refusal& why) { onPhase(phase, why); };
  listener.exchanged = [this](const ClientStep& step, const SyncProgress& progress) {
    onExchanged(step, progress);
  };
  link_.emplace(
      io_, *office,
      [this] {
        return std::make_unique<ClientSession>(*store_, catalogue_, clock_, random_,
                                               profile_->signingKey(), "rapport-tablet",
                                               attachments_.get(), answers_.get(), begun_.get());
      },
      random_, std::move(listener));
  link_->start();
  enrolled_ = true;
  return {};
}

Status TabletDesk::enrolNow(const TypedInvitation& typed,
                            const std::function<void(std::string)>& waiting) {
  if (enrolled_) return Error{ErrorCode::kConflict, "This tablet is enrolled already."};
  if (!profile_) {
    return Error{ErrorCode::kStorageFailed,
                 "This tablet could not be cleared. Close the app and open it again."};
  }
  const auto enrolment =
      profile_->enrol(typed, ownDeviceName(), random_, [&](const std::string& words) {
        waiting(words);
        return patience_.lasts(Profile::kBetweenQuestions);
      });
  if (!enrolment) return enrolment.error();
  if (const Status begun = begin(); !begun) return begun;
  while (!held_.empty()) {
    runWork(held_.front());
    held_.pop_front();
  }
  return {};
}

void TabletDesk::enrol(TypedInvitation typed, std::function<void(std::string words)> waiting,
                       std::function<void(Status)> done) {
  patience_.renew();
  boost::asio::post(io_, [this, typed = std::move(typed), waiting = std::move(waiting),
                          done = std::move(done)] { done(enrolNow(typed, waiting)); });
}

Status TabletDesk::dropPinNow(const TypedInvitation& typed,
                              const std::function<void(std::string)>& waiting) {
  if (!lock_) return Error{ErrorCode::kNotFound, "This tablet is nobody's yet."};
  const Status theirs = profile_->provePerson(typed, *store_, random_, [&](const auto& words) {
    waiting(words);
    return patience_.lasts(Profile::kBetweenQuestions);
  });
  return theirs ? lock_->removePin() : theirs;
}

void TabletDesk::dropPin(TypedInvitation typed, std::function<void(std::string words)> waiting,
                         std::function<void(Status)> done) {
  patience_.renew();
  boost::asio::post(io_, [this, typed = std::move(typed), waiting = std::move(waiting),
                          done = std::move(done)] { done(dropPinNow(typed, waiting)); });
}

void TabletDesk::runWork(const DeskWork& work) {
  work({*notebook_, *drafts_, *files_, *given_, *lock_});
  link_->changed();
}

void TabletDesk::post(DeskWork work) {
  boost::asio::post(io_, [this, work = std::move(work)]() mutable {
    if (notebook_) {
      runWork(work);
    } else {
      held_.push_back(std::move(work));
    }
  });
}

void TabletDesk::syncNow() {
  boost::asio::post(io_, [this] {
    if (link_) link_->tryNow();
  });
}

void TabletDesk::listen(std::function<void(const DeskEvent&)> listener) {
  boost::asio::post(io_, [this, listener = std::move(listener)]() mutable {
    listener_ = std::move(listener);
    listener_(linkState_);
  });
}

void TabletDesk::tellLink(LinkState state) {
  if (state == linkState_) return;
  linkState_ = std::move(state);
  if (listener_) listener_(linkState_);
}

LinkState TabletDesk::sendingState() {
  const auto waiting = store_->waitingCount();
  const std::size_t left = waiting ? *waiting : 0;
  return {LinkStage::kSending, answered_, answered_ + left, {}};
}

void TabletDesk::onPhase(LinkPhase phase, const Refusal& why) {
  answered_ = 0;
  switch (phase) {
    case LinkPhase::kConnecting:
      return tellLink({LinkStage::kConnecting, 0, 0, {}});
    case LinkPhase::kExchanging:
      return tellLink(sendingState());
    case LinkPhase::kAway:
      return tellLink({LinkStage::kAway, 0, 0, why.message});
    case LinkPhase::kRefused:
      if (withdrawn_) {
        link_->stop();
        boost::asio::post(io_, [this] { clear(); });
      }
      return tellLink({LinkStage::kRefused, 0, 0, why.message});
  }
}

// How a file ended is told at once; its bytes on the way now and then, since the screens read
// everything anew.
bool TabletDesk::worthTelling(const std::vector<AttachmentNews>& news) {
  const bool ended = std::ranges::any_of(news, [](const AttachmentNews& each) {
    return each.failed || each.blob.stage >= ReceiptStage::kApplied;
  });
  const auto now = clock_.steadyNow();
  if (news.empty() || (!ended && now - bytesTold_ < kBetweenBytesTold)) return false;
  bytesTold_ = now;
  return true;
}

void TabletDesk::onExchanged(const ClientStep& step, const SyncProgress& progress) {
  answered_ += step.receipts.size();
  if (step.clear) withdrawn_ = step.refusal->message;
  const bool filesMoved = worthTelling(step.attachments);
  if ((!step.changed.empty() || !step.receipts.empty() || filesMoved) && listener_)
    listener_(RecordsChanged{});
  if (!progress.greeted || step.close) return;
  if (progress.caughtUp) {
    answered_ = 0;
    tellLink({LinkStage::kCaughtUp, 0, 0, {}});
  } else {
    tellLink(sendingState());
  }
}

Result<std::unique_ptr<Desk>> makeDesk(const DeskPlace& place) {
  auto desk = TabletDesk::open(place);
  if (!desk) return desk.error();
  return std::unique_ptr<Desk>(*std::move(desk));
}

}  // namespace rapport
