#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/app/tablet_connection.h"
#include "shared/crypto/signing.h"
#include "shared/sync/client_session.h"
#include "shared/sync/notebook.h"
#include "tests/server/app/test_desk.h"

namespace rapport::testing {

// The network's place between the two: keeps what the server sends until the test takes it.
class TestPeer final : public TabletPeer {
 public:
  void send(Bytes frame) override;
  void close() override;

  // The next frame; nothing once the server closed or after kPatience.
  std::optional<Bytes> next();
  bool closed();

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Bytes> frames_;
  bool closed_ = false;
};

// A tablet with its real store, notebook and session, driven by the test's thread against a real
// TabletConnection.
class TestTablet {
 public:
  TestTablet(TestDesk& desk, Role role, const std::string& name);
  ~TestTablet();

  void connect();
  // Carries frames both ways until this holds; fails the test when the line goes quiet before.
  void pumpUntil(const std::function<bool()>& holds);
  void sync() {
    pumpUntil([this] { return session_->progress().caughtUp; });
  }
  RecordId put(const std::string& type, std::vector<FieldEdit> fields);
  void wrote();  // sends what the notebook has
  void disconnect();
  bool has(RecordId id);

  Notebook& notebook() { return *notebook_; }
  TestPeer& peer() { return *peer_; }
  std::shared_ptr<TestPeer> sharedPeer() { return peer_; }
  TabletConnection& connection() { return *connection_; }
  ClientSession& session() { return *session_; }
  const std::optional<Refusal>& refusal() const { return refusal_; }
  ReplicaId replica() const { return replica_; }

 private:
  void clientDid(ClientStep step);

  TestDesk& desk_;
  SigningKey key_;
  ReplicaId replica_;
  std::unique_ptr<TestLocalStore> store_;
  std::unique_ptr<Notebook> notebook_;
  std::unique_ptr<ClientSession> session_;
  std::shared_ptr<TestPeer> peer_;
  std::shared_ptr<TabletConnection> connection_;
  std::optional<Refusal> refusal_;
};

}  // namespace rapport::testing
