#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "mobile/storage/local_profile.h"
#include "mobile/viewmodels/desk.h"
#include "shared/base/random.h"
#include "shared/crypto/signing.h"
#include "shared/model/catalogue.h"
#include "tests/support/failing_disk.h"

namespace rapport::testing {

// X25519's base point: any point will do to seal to.
inline const Bytes kAnyOfficeKey = Bytes(1, '\x09') + Bytes(31, '\0');

// A desk without an office: the real database, notebook and worker, and nobody at the other end
// but the test.
class SoloDesk final : public Desk {
 public:
  struct Who {
    std::string person = "Marisol";
    std::string device = "Heron 1";
    Role role = Role::kWorker;
    Bytes sealTo{};  // the office's sealing key
  };

  // Enrols `who` where the folder holds no profile yet. `clock` outlives the desk.
  SoloDesk(std::string folder, const Clock& clock, const Who& who);
  // Nobody is enrolled until somebody types "good-code", or kTypedCode with kTypedOffice, which
  // waits for coordinatorConfirms().
  static constexpr const char* kTypedCode = "04WC2-K7HXQ-9M5T3-RBN8V-YZ1DEF";
  static constexpr const char* kTypedOffice = "office.example.org";
  SoloDesk(std::string folder, const Clock& clock);
  ~SoloDesk() override;

  bool enrolled() const override;
  std::string whyCleared() const override { return {}; }
  void enrol(TypedInvitation typed, std::function<void(std::string words)> waiting,
             std::function<void(Status)> done) override;
  void giveUpEnrolling() override;
  // "good-code" is for the person here.
  void dropPin(TypedInvitation typed, std::function<void(std::string words)> waiting,
               std::function<void(Status)> done) override;
  void coordinatorConfirms();
  void post(DeskWork work) override;
  void syncNow() override { ++triedNow; }
  void listen(std::function<void(const DeskEvent&)> listener) override;
  const Clock& clock() const override { return clock_; }
  RecordId newRecordId() override;

  // Runs on the worker and waits for it: for tests that look behind the screens. Where nobody is
  // enrolled there is nothing to see, and it only waits.
  void behind(const std::function<void(Notebook&, Drafts&)>& work);
  // The same with the files' own store, inside behind().
  LocalAttachments& attachments() { return *attachments_; }
  Random& random() { return random_; }
  // The tablet's files and what is carried away lie on this one.
  FailingDisk& disk() { return disk_; }
  std::string carryFolder() const { return folder_ + "/carried"; }
  void tell(const DeskEvent& event);
  // What would go to the office of drafts. On the worker alone: inside behind().
  LocalDrafts& begun() { return *begun_; }
  // What participants answered, and the lock. On the worker alone: inside behind().
  LocalAnswers& answers() { return *answers_; }
  Lock& lock() { return *lock_; }

  int triedNow = 0;

 private:
  void open();
  void begin(const Who& who);
  void endWait(const Status& how);
  void work();

  const std::string folder_;
  const Clock& clock_;
  Catalogue catalogue_;
  SeededRandom random_;
  SigningKey device_;
  FailingDisk disk_;
  std::unique_ptr<LocalProfile> profile_;
  std::unique_ptr<LocalStore> store_;
  std::optional<Notebook> notebook_;
  std::unique_ptr<LocalDrafts> begun_;
  std::unique_ptr<Drafts> drafts_;
  std::unique_ptr<LocalAttachments> attachments_;
  std::unique_ptr<Files> files_;
  std::unique_ptr<LocalAnswers> answers_;
  std::unique_ptr<Answers> given_;
  std::unique_ptr<Lock> lock_;
  std::function<void(const DeskEvent&)> listener_;
  std::function<void(Status)> unconfirmed_;  // of the worker

  mutable std::mutex guard_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool enrolled_ = false;
  bool ending_ = false;
  std::thread worker_;
};

}  // namespace rapport::testing
