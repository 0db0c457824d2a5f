#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "server/app/blob_line.h"
#include "server/app/enrolment_ledger.h"
#include "server/app/meters.h"
#include "server/app/switchboard.h"
#include "server/app/worker_pool.h"
#include "server/app/writer.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/programme_types.h"
#include "shared/sync/server_session.h"
#include "shared/sync/server_store.h"

namespace rapport {

class SealingKey;

// What every tablet's connection works with; all of it outlives them.
struct SyncDesk {
  ServerStore& store;
  Writer& writer;
  WorkerPool& readers;
  Switchboard& switchboard;
  const Arbiter& arbiter;
  ProgrammeTypes& types;
  const Clock& clock;
  Random& random;
  Meters& meters;
  // Where there are both, blobs of attachments travel too.
  const AttachmentDesk* attachments = nullptr;
  WorkerPool* blobThreads = nullptr;
  EnrolmentLedger* ledger = nullptr;  // of new names that tablets take
  // Told of a store that could not be read, on a pool's thread; may be empty.
  std::function<void(const Error&)> failed = nullptr;
  // Opens what tablets hand in sealed; without it they keep it in the open.
  const SealingKey* opens = nullptr;
};

// The network's side of one tablet's WebSocket. Called from any thread; never blocks.
class TabletPeer {
 public:
  virtual ~TabletPeer() = default;
  virtual void send(Bytes frame) = 0;  // in order
  virtual void close() = 0;            // after what was sent before has gone out
};

// The server's side of one tablet's WebSocket: gives the session's calls their turn on the pool,
// carries pushes to the writer and back, and pulls when something changed. No call here blocks.
//
// Its owner is the network's connection; work in flight keeps it alive until it has ended.
class TabletConnection final : public Subscriber,
                               public std::enable_shared_from_this<TabletConnection> {
 public:
  static std::shared_ptr<TabletConnection> open(const SyncDesk& desk,
                                                std::weak_ptr<TabletPeer> peer);

  // A frame came in. `goOn` is called, from any thread, when the next one may be read; not called
  // any more once the connection closes.
  void frameArrived(Bytes frame, std::function<void()> goOn);
  // The network's end is gone; nothing is sent any more.
  void closed();

  void marked(const Mark& mark) override;
  void tick() override;
  void dismiss(const Refusal& reason) override;

 private:
  TabletConnection(const SyncDesk& desk, std::weak_ptr<TabletPeer> peer);

  void onTurn(std::function<void()> work, Patience patience = Patience::kNone);
  void receive(const Bytes& frame);
  void perform(ServerStep step);
  void endInTrouble(const Error& error);
  void tellOperator(const Error& error) const;
  void push(ChangeRun run);
  void drop(Drop drop);
  void keep(BegunDrafts begun);
  void join(OfferedCopies copies);
  void noticeRestore(const Cursor& cursor);
  Status noteFork(ServerWriter& writer, const std::string& programme, ReplicaId replica) const;
  void counted(const std::vector<FrameVerdict>& verdicts);
  void keepProgress(const ReplicaProgress& progress);
  void fork(const Fork& fork);
  void pullInTurn();
  void pullWhatChanged();
  void greet();
  std::shared_ptr<BlobLine> newBlobLine();
  void letGoOn();
  void close();
  void send(Bytes frame);

  const SyncDesk desk_;
  const Gauge::Held connected_;
  const std::weak_ptr<TabletPeer> peer_;
  Strand strand_;
  std::atomic<bool> markWaits_{false};
  std::atomic<bool> tickWaits_{false};
  std::atomic<bool> open_{true};
  // Below: touched on the strand only.
  ServerSession session_;
  std::function<void()> goOn_;
  bool following_ = false;
  bool pullWaits_ = false;
  std::shared_ptr<BlobLine> blobs_;  // once it is known who this is
};

}  // namespace rapport
