#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/crypto/sealed_box.h"
#include "shared/crypto/secret.h"
#include "shared/crypto/signing.h"
#include "shared/model/catalogue.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/attach.h"
#include "shared/sync/client_session.h"
#include "shared/sync/notebook.h"
#include "shared/sync/server_attachments.h"
#include "shared/sync/server_session.h"
#include "tests/support/test_stores.h"

namespace rapport::testing {

// The built-in record types.
const Catalogue& testCatalogue();

// A programme's server without a network: the real store, the real arbiter.
class LoopbackOffice {
 public:
  // The disk is that of its attachments.
  LoopbackOffice(ManualClock& clock, Random& random, Disk& disk = systemDisk());

  // Lets a device in, as redeeming a code would.
  ReplicaRow admit(const PublicKey& key, Role role, const std::string& name);
  void revoke(ReplicaId replica);
  // As if it had handed in so much since.
  void countAside(ReplicaId replica, std::uint64_t changes, std::uint64_t bytes);
  void setRole(ReplicaId replica, Role role);
  void forgetRolesBefore(ReplicaId replica);
  // This device is another one of that person's.
  void givePerson(ReplicaId replica, ReplicaId sameAs);
  Status fork(ReplicaId old, const Fork& fork);
  Result<std::vector<FrameVerdict>> take(const ChangeRun& run);
  Result<std::vector<Uuid>> keep(const Drop& drop);
  Result<BegunKept> keep(ReplicaId device, const BegunDrafts& begun);
  Status join(const OfferedCopies& copies);
  void noticeRestore(const Cursor& cursor);
  Result<RecordState> write(const ServerWrite& edit);
  // As the ledger tells it, where the record is not there any more.
  Result<Erased> erase(RecordId id, TypeNumber type = 0);
  void read(const std::function<void(ServerReader&)>& work);
  RecordState record(RecordId id);
  std::string stateHash(Role role);
  void backUp();
  // Back to the last backup, in a new epoch.
  void restore();
  // Back to it, and nobody says so.
  void putBack();
  // What a check of the programme's whole past finds wrong.
  std::vector<std::string> audit();
  TestServerStore& stores() { return *stores_; }
  ProgrammeTypes& types() { return types_; }
  const Arbiter& arbiter() const { return *arbiter_; }
  Random& random() { return random_; }
  const Clock& clock() const { return clock_; }
  AttachmentDesk attachments();
  // What opens what tablets hand in; null: they were given no key.
  const SealingKey* opens() const { return opens_ ? &sealing_ : nullptr; }
  // As an office of before, and then again as one of today.
  void givesItsKey(bool gives) { opens_ = gives; }

 private:
  void change(ReplicaId replica, const std::function<void(ReplicaRow&)>& how);

  ManualClock& clock_;
  Random& random_;
  SecretKey verdictKey_;
  std::unique_ptr<TestServerStore> stores_;
  ProgrammeTypes types_;
  std::optional<Arbiter> arbiter_;
  const SealingKey sealing_;
  bool opens_ = true;
};

// A tablet without a screen: the real store, the real notebook.
class LoopbackTablet {
 public:
  LoopbackTablet(LoopbackOffice& office, ManualClock& clock, Random& random, Role role,
                 const std::string& name, Disk& disk = systemDisk());

  Notebook& notebook() { return *notebook_; }
  LocalStore& store() { return stores_->store(); }
  LocalAttachments& attachments() { return stores_->attachments(); }
  LocalProfile& profile() { return stores_->profile(); }
  LocalAnswers& answers() { return stores_->answers(); }
  LocalDrafts& begun() { return stores_->begun(); }
  std::string folder() const { return stores_->folder(); }
  // Attaches or fails the test.
  Attached attach(RecordId about, ByteView content, std::string fileName = "notes.txt");
  std::unique_ptr<ClientSession> newSession();
  std::unique_ptr<ClientSession> newSession(
      LocalStore& over);  // this tablet's, seen through a test's
  std::string stateHash();
  ReplicaId replica() const { return replica_; }
  const SigningKey& key() const { return key_; }
  // As a program that ends and starts.
  void restart();

  // Saves or fails the test.
  Kept put(const Entry& entry);
  RecordSheet sheet(RecordId id);

 private:
  ManualClock& clock_;
  Random& random_;
  SigningKey key_;
  ReplicaId replica_;
  std::unique_ptr<TestLocalStore> stores_;
  Catalogue catalogue_;
  std::unique_ptr<Notebook> notebook_;
};

// One connection between the two, frame by frame, so that a test decides what arrives and what is
// cut.
class LoopbackLine {
 public:
  LoopbackLine(LoopbackOffice& office, LoopbackTablet& tablet);
  LoopbackLine(LoopbackOffice& office, std::unique_ptr<ClientSession> client);

  // Carries one frame in either direction, or lets the server send what it has. False when nothing
  // is left to do.
  bool step();
  bool carryUp();    // tablet → server
  bool carryDown();  // server → tablet
  bool rest();       // the tablet does some of what it put off
  // Until nothing moves.
  void exchange();
  void wrote();   // the notebook has something new
  void marked();  // the programme has something new
  bool closed() const { return closed_; }
  bool cleared() const { return cleared_; }  // the tablet is to clear itself
  SyncProgress progress() const { return client_->progress(); }
  const std::optional<Refusal>& refusal() const { return refusal_; }
  const std::vector<ReceiptNews>& receipts() const { return receipts_; }
  std::size_t bytesUp() const { return bytesUp_; }
  std::size_t bytesDown() const { return bytesDown_; }
  std::size_t framesDown() const { return framesDown_; }
  // Of blobs, in chunks.
  std::size_t blobBytesUp() const { return blobBytesUp_; }
  std::size_t blobBytesDown() const { return blobBytesDown_; }
  const std::vector<AttachmentNews>& attachmentNews() const { return attachmentNews_; }
  // What kind goes up next, if anything does.
  std::optional<FrameKind> nextUp() const;
  // What was sent and has not arrived, oldest first.
  const std::deque<Bytes>& onTheWayUp() const { return up_; }
  const std::deque<Bytes>& onTheWayDown() const { return down_; }

 private:
  void serverDid(ServerStep step);
  void blobsDid(const Bytes& frame);
  void clientDid(ClientStep step);

  LoopbackOffice& office_;
  std::unique_ptr<ClientSession> client_;
  ServerSession server_;
  std::optional<ServerAttachments> blobs_;
  std::vector<AttachmentNews> attachmentNews_;
  std::size_t blobBytesUp_ = 0, blobBytesDown_ = 0;
  std::deque<Bytes> up_, down_;
  std::vector<ReceiptNews> receipts_;
  std::optional<Refusal> refusal_;
  std::size_t bytesUp_ = 0, bytesDown_ = 0, framesDown_ = 0;
  bool closed_ = false;
  bool cleared_ = false;
};

// Connects, exchanges everything, disconnects.
void syncOnce(LoopbackOffice& office, LoopbackTablet& tablet);

// Shorthands for entries.
FieldEdit write(std::string field, Value value);
FieldEdit add(std::string field, std::int64_t amount);
FieldEdit elements(std::string field, std::vector<Value> added, std::vector<Value> removed = {});

}  // namespace rapport::testing
