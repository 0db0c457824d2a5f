#pragma once

#include <deque>
#include <memory>
#include <optional>

#include "shared/sync/server_session.h"
#include "tests/simulation/downlink.h"
#include "tests/simulation/wire.h"

namespace rapport::simulation {

class Office;

// The office's end of one connection: gives the real session its turns, carries pushes to the
// writer and back, and pulls when something changed; as server/app's TabletConnection does.
class OfficeLine : public std::enable_shared_from_this<OfficeLine> {
 public:
  OfficeLine(Office& office, std::shared_ptr<Wire> wire);

  void open();
  void marked();
  void tick();
  void dismiss(RefusalCode code);
  // The program is gone.
  void abandon();

  bool isOpen() const { return open_; }
  bool isIdle() const;
  std::optional<ReplicaId> replica() const { return session_.replica(); }
  const Wire& wire() const { return *wire_; }

 private:
  void arrived(Bytes frame);
  void work();
  void receive(const Bytes& frame);
  void perform(ServerStep step);
  void push(ChangeRun run);
  void join(OfferedCopies copies);
  void noticeRestore(const Cursor& cursor);
  void fork(const Fork& fork);
  void keepProgress(const ReplicaProgress& progress);
  void pullWhatChanged();
  void send(Bytes frame);
  void close();

  Office& office_;
  std::shared_ptr<Wire> wire_;
  ServerSession session_;
  DownlinkCheck check_;
  std::deque<Bytes> inbox_;
  bool open_ = true;
  bool greeted_ = false;
};

}  // namespace rapport::simulation
