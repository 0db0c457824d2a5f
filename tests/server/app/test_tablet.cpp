#include "tests/server/app/test_tablet.h"

namespace rapport::testing {

void TestPeer::send(Bytes frame) {
  const std::lock_guard lock(mutex_);
  frames_.push_back(std::move(frame));
  changed_.notify_all();
}

void TestPeer::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  changed_.notify_all();
}

std::optional<Bytes> TestPeer::next() {
  std::unique_lock lock(mutex_);
  changed_.wait_for(lock, kPatience, [this] { return closed_ || !frames_.empty(); });
  if (frames_.empty()) return std::nullopt;
  Bytes frame = std::move(frames_.front());
  frames_.pop_front();
  return frame;
}

bool TestPeer::closed() {
  std::unique_lock lock(mutex_);
  return changed_.wait_for(lock, kPatience, [this] { return closed_; });
}

TestTablet::TestTablet(TestDesk& desk, Role role, const std::string& name)
    : desk_(desk), key_(SigningKey::generate(desk.random)) {
  const ReplicaRow row = desk.admit(key_.publicKey(), role, name);
  replica_ = row.replica;
  Enrolment enrolment = testEnrolment();
  enrolment.person = row.person;
  enrolment.personName = name;
  enrolment.role = role;
  Standing standing;
  standing.replica = replica_;
  standing.copyRole = role;
  store_ = openTestLocalStore(enrolment, standing);
  notebook_ = std::make_unique<Notebook>(store_->store(), desk.catalogue, desk.clock, desk.random);
}

TestTablet::~TestTablet() { disconnect(); }

void TestTablet::connect() {
  peer_ = std::make_shared<TestPeer>();
  session_ = std::make_unique<ClientSession>(store_->store(), desk_.catalogue, desk_.clock,
                                             desk_.random, key_, "test");
  connection_ = TabletConnection::open(desk_.sync(), peer_);
}

void TestTablet::disconnect() {
  if (connection_) connection_->closed();
  connection_.reset();
}

void TestTablet::clientDid(ClientStep step) {
  if (step.refusal) refusal_ = step.refusal;
  for (Bytes& frame : step.frames) {
    const auto shared = std::make_shared<Awaited>();
    connection_->frameArrived(std::move(frame), [shared] { shared->happen(); });
  }
}

void TestTablet::pumpUntil(const std::function<bool()>& holds) {
  while (!holds()) {
    const auto frame = peer_->next();
    if (!frame) {
      ADD_FAILURE() << "the line went quiet" << (refusal_ ? ": " + refusal_->message : "");
      return;
    }
    clientDid(session_->receive(*frame));
  }
}

RecordId TestTablet::put(const std::string& type, std::vector<FieldEdit> fields) {
  Entry entry;
  entry.type = type;
  entry.fields = std::move(fields);
  return need(notebook_->put(entry)).id;
}

void TestTablet::wrote() { clientDid(session_->changed()); }

bool TestTablet::has(RecordId id) { return need(notebook_->get(id)).has_value(); }

}  // namespace rapport::testing
