#pragma once

#include <atomic>
#include <deque>
#include <memory>
#include <optional>
#include <thread>

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>

#include "mobile/app/kept_answers.h"
#include "mobile/app/make_desk.h"
#include "mobile/app/patience.h"
#include "mobile/app/profile.h"
#include "mobile/app/shelved_drafts.h"
#include "mobile/app/tablet_files.h"
#include "mobile/app/tablet_lock.h"
#include "mobile/sync/tablet_link.h"
#include "mobile/viewmodels/desk.h"
#include "shared/crypto/system_random.h"

namespace rapport {

// The desk behind the screens: one worker thread that owns the database, the notebook and the
// exchange with the office. What is posted runs in order between two frames of the exchange.
class TabletDesk final : public Desk {
 public:
  static Result<std::unique_ptr<TabletDesk>> open(const DeskPlace& place);
  ~TabletDesk() override;

  bool enrolled() const override { return enrolled_; }
  std::string whyCleared() const override;
  void enrol(TypedInvitation typed, std::function<void(std::string words)> waiting,
             std::function<void(Status)> done) override;
  void giveUpEnrolling() override { patience_.lose(); }
  void dropPin(TypedInvitation typed, std::function<void(std::string words)> waiting,
               std::function<void(Status)> done) override;
  void post(DeskWork work) override;
  void syncNow() override;
  void listen(std::function<void(const DeskEvent&)> listener) override;
  const Clock& clock() const override { return clock_; }
  RecordId newRecordId() override { return {makeUuidV7(clock_, random_)}; }

 private:
  TabletDesk(Catalogue catalogue, std::unique_ptr<Profile> profile, std::string carryFolder);

  // All below run on the worker.
  Status begin();
  Status enrolNow(const TypedInvitation& typed, const std::function<void(std::string)>& waiting);
  Status dropPinNow(const TypedInvitation& typed, const std::function<void(std::string)>& waiting);
  void runWork(const DeskWork& work);
  void onPhase(LinkPhase phase, const Refusal& why);
  void onExchanged(const ClientStep& step, const SyncProgress& progress);
  bool worthTelling(const std::vector<AttachmentNews>& news);
  void tellLink(LinkState state);
  void clear();
  LinkState sendingState();

  SystemClock clock_;
  SystemRandom random_;
  Catalogue catalogue_;
  std::unique_ptr<Profile> profile_;
  std::optional<ShelvedDrafts> drafts_;
  std::optional<TabletFiles> files_;
  std::unique_ptr<LocalStore> store_;
  std::unique_ptr<LocalAttachments> attachments_;
  std::unique_ptr<LocalAnswers> answers_;
  std::unique_ptr<LocalDrafts> begun_;
  std::optional<Notebook> notebook_;
  std::optional<KeptAnswers> given_;
  std::optional<TabletLock> lock_;
  std::function<void(const DeskEvent&)> listener_;
  LinkState linkState_;
  std::size_t answered_ = 0;               // changes answered since everything was last sent
  std::chrono::milliseconds bytesTold_{};  // when bytes of files were last told of
  std::deque<DeskWork> held_;              // posted before the tablet was enrolled
  std::optional<std::string> withdrawn_;   // why this profile is to be cleared, once it is
  const std::string folder_, carryFolder_;
  std::atomic<bool> enrolled_{false};
  Patience patience_;  // with the coordinator who has to confirm this tablet
  boost::asio::io_context io_{1};
  boost::asio::executor_work_guard<boost::asio::io_context::executor_type> working_{
      io_.get_executor()};
  std::optional<TabletLink> link_;
  std::thread worker_;
};

}  // namespace rapport
