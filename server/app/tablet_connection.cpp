#include "server/app/tablet_connection.h"

#include <utility>

#include "server/app/fork.h"
#include "shared/sync/answers.h"
#include "shared/sync/drafts.h"

namespace rapport {
namespace {

// What a tablet confirmed, in its row. A restart forgets it at worst.
Status writeProgress(ServerWriter& writer, const ReplicaProgress& progress, WallTime now) {
  Result<std::optional<ReplicaRow>> row = writer.replica(progress.replica);
  if (!row) return row.error();
  if (!row->has_value()) return {};
  ReplicaRow& replica = **row;
  if (progress.toldThrough > replica.toldThrough) replica.toldThrough = progress.toldThrough;
  if (progress.cursor) replica.cursor = progress.cursor;
  replica.lastSeen = now;
  return writer.putReplica(replica);
}

Status refuseRevoked(ServerWriter& writer, ReplicaId replica) {
  const Result<std::optional<ReplicaRow>> row = writer.replica(replica);
  if (!row) return row.error();
  if (row->has_value() && !(*row)->revoked) return {};
  return Error{ErrorCode::kRefused, "The coordinator has withdrawn this tablet's access."};
}

}  // namespace

std::shared_ptr<TabletConnection> TabletConnection::open(const SyncDesk& desk,
                                                         std::weak_ptr<TabletPeer> peer) {
  std::shared_ptr<TabletConnection> connection{new TabletConnection(desk, std::move(peer))};
  desk.switchboard.join(connection);
  connection->onTurn([self = connection.get()] { self->perform(self->session_.opened()); });
  return connection;
}

TabletConnection::TabletConnection(const SyncDesk& desk, std::weak_ptr<TabletPeer> peer)
    : desk_(desk),
      connected_(desk.meters.tablets),
      peer_(std::move(peer)),
      strand_(desk.readers),
      session_(desk.types, desk.clock, desk.random, &desk.arbiter, desk.opens) {}

void TabletConnection::onTurn(std::function<void()> work, Patience patience) {
  strand_.post(
      [self = shared_from_this(), work = std::move(work)] {
        if (self->open_) work();
      },
      patience);
}

void TabletConnection::frameArrived(Bytes frame, std::function<void()> goOn) {
  desk_.meters.framesUp.add();
  desk_.meters.bytesUp.add(frame.size());
  onTurn([this, frame = std::move(frame), goOn = std::move(goOn)]() mutable {
    goOn_ = std::move(goOn);
    receive(frame);
    letGoOn();
  });
}

void TabletConnection::closed() {
  open_ = false;
  // The strand may be at work: what it holds of the network is dropped in its turn.
  strand_.post([self = shared_from_this()] {
    self->goOn_ = nullptr;
    self->blobs_ = nullptr;
  });
}

void TabletConnection::marked(const Mark&) {
  if (markWaits_.exchange(true)) return;
  const auto take = [this] {
    markWaits_ = false;
    session_.mark();
    pullWhatChanged();
  };
  onTurn(take, Patience::kSome);
}

void TabletConnection::tick() {
  if (tickWaits_.exchange(true)) return;
  onTurn([this] {
    tickWaits_ = false;
    perform(session_.tick());
  });
}

void TabletConnection::dismiss(const Refusal& reason) {
  onTurn([this, reason] {
    send(encodeFrame(reason));
    close();
  });
}

void TabletConnection::receive(const Bytes& frame) {
  if (blobs_ && ServerAttachments::isFor(frame)) {
    session_.heard();
    return blobs_->take(frame);
  }
  if (!ServerSession::wantsReader(frame)) return perform(session_.receive(frame, nullptr));
  const std::string programme = session_.programme().empty()
                                    ? ServerSession::programmeNamedBy(frame).value_or("")
                                    : session_.programme();
  ServerStep step;
  const auto read = [&](ServerReader& reader) {
    step = session_.receive(frame, &reader);
    return Status{};
  };
  const Status status = programme.empty() ? Status{Error{ErrorCode::kNotFound, {}}}
                                          : desk_.store.reading(programme, read);
  if (status) return perform(std::move(step));
  // Before a hello nobody needs the store; of an unknown programme there is nothing to read.
  if (status.error().code == ErrorCode::kNotFound) return perform(session_.receive(frame, nullptr));
  endInTrouble(status.error());
}

void TabletConnection::endInTrouble(const Error& error) {
  tellOperator(error);
  send(encodeFrame(Refusal{RefusalCode::kTrouble, troubleOf(error)}));
  close();
}

void TabletConnection::tellOperator(const Error& error) const {
  if (desk_.failed) desk_.failed(error);
}

void TabletConnection::perform(ServerStep step) {
  for (Bytes& frame : step.frames) send(std::move(frame));
  if (step.trouble) tellOperator(*step.trouble);
  if (step.progress) keepProgress(*step.progress);
  if (step.push) push(std::move(*step.push));
  if (step.drop) drop(std::move(*step.drop));
  if (step.begun) keep(std::move(*step.begun));
  if (step.offered) join(*std::move(step.offered));
  if (step.unknownCursor) noticeRestore(*step.unknownCursor);
  if (step.fork) fork(*step.fork);
  if (step.close) return close();
  if (!following_ && session_.replica()) greet();
  pullInTurn();
}

void TabletConnection::greet() {
  following_ = true;
  desk_.switchboard.speaksFor(shared_from_this(), session_.programme(), *session_.replica());
  desk_.switchboard.follow(shared_from_this(), session_.programme());
  blobs_ = newBlobLine();
}

std::shared_ptr<BlobLine> TabletConnection::newBlobLine() {
  if (desk_.attachments == nullptr || desk_.blobThreads == nullptr) return nullptr;
  BlobLine::Ends ends;
  ends.send = [peer = peer_](Bytes frame) {
    if (const auto there = peer.lock()) there->send(std::move(frame));
  };
  ends.refuse = [self = weak_from_this()](const Refusal& reason) {
    if (const auto there = self.lock()) there->dismiss(reason);
  };
  return std::make_shared<BlobLine>(*desk_.attachments, *desk_.blobThreads, session_.programme(),
                                    *session_.replica(), std::move(ends));
}

void TabletConnection::push(ChangeRun run) {
  struct Outcome {
    ChangeRun run;
    std::vector<FrameVerdict> verdicts;
  };
  auto outcome = std::make_shared<Outcome>(Outcome{std::move(run), {}});
  const auto tell = [self = shared_from_this(), outcome](const Status& status) {
    // Here, and not on its turn: whoever has hung up since gets no turn.
    if (status) self->counted(outcome->verdicts);
    self->onTurn([self = self.get(), outcome, status] {
      using Told = Result<std::vector<FrameVerdict>>;
      self->perform(self->session_.pushed(status ? Told{std::move(outcome->verdicts)}
                                                 : Told{status.error()}));
      self->letGoOn();
    });
  };
  const auto take = [&arbiter = desk_.arbiter, outcome](ServerWriter& writer) -> Status {
    auto verdicts = arbiter.take(writer, outcome->run);
    if (!verdicts) return verdicts.error();
    outcome->verdicts = std::move(*verdicts);
    return {};
  };
  const std::size_t sizeBytes = outcome->run.sizeBytes();
  const std::size_t changes = outcome->run.changes.size();
  const Status taken =
      desk_.writer.submit({session_.programme(), Haste::kNow, take, tell, sizeBytes, changes});
  if (!taken) tell(taken);
}

// In a commit that hurries nobody: it rides along with what others bring, and marks nothing.
void TabletConnection::drop(Drop drop) {
  struct Outcome {
    Drop drop;
    std::vector<Uuid> kept;
  };
  auto outcome = std::make_shared<Outcome>(Outcome{std::move(drop), {}});
  const auto tell = [self = shared_from_this(), outcome](const Status& status) {
    self->onTurn([self = self.get(), outcome, status] {
      using Told = Result<std::vector<Uuid>>;
      self->perform(
          self->session_.kept(status ? Told{std::move(outcome->kept)} : Told{status.error()}));
    });
  };
  const auto keep = [&types = desk_.types, outcome](ServerWriter& writer) -> Status {
    const auto known = types.of(writer);
    if (!known) return known.error();
    auto kept = keepAnswers(writer, **known, outcome->drop);
    if (!kept) return kept.error();
    outcome->kept = *std::move(kept);
    return {};
  };
  const Status taken = desk_.writer.submit({session_.programme(), Haste::kLazy, keep, tell});
  if (!taken) tell(taken);
}

void TabletConnection::keep(BegunDrafts begun) {
  struct Outcome {
    BegunDrafts begun;
    BegunKept kept;
  };
  auto outcome = std::make_shared<Outcome>(Outcome{std::move(begun), {}});
  const auto tell = [self = shared_from_this(), outcome](const Status& status) {
    self->onTurn([self = self.get(), outcome, status] {
      using Told = Result<BegunKept>;
      self->perform(self->session_.keptDrafts(status ? Told{std::move(outcome->kept)}
                                                     : Told{status.error()}));
    });
  };
  const auto keep = [outcome, device = *session_.replica(),
                     now = desk_.clock.wallNow()](ServerWriter& writer) -> Status {
    auto kept = keepDrafts(writer, device, outcome->begun, now);
    if (!kept) return kept.error();
    outcome->kept = *std::move(kept);
    return {};
  };
  const Status taken = desk_.writer.submit({session_.programme(), Haste::kLazy, keep, tell});
  if (!taken) tell(taken);
}

void TabletConnection::join(OfferedCopies copies) {
  const auto offered = std::make_shared<const OfferedCopies>(std::move(copies));
  const auto tell = [self = shared_from_this()](const Status& status) {
    self->onTurn([self = self.get(), status] {
      using Told = Result<std::vector<FrameVerdict>>;
      self->perform(
          self->session_.pushed(status ? Told{std::vector<FrameVerdict>{}} : Told{status.error()}));
      self->letGoOn();
    });
  };
  const auto take = [&arbiter = desk_.arbiter, offered](ServerWriter& writer) -> Status {
    if (const Status welcome = refuseRevoked(writer, offered->replica); !welcome) return welcome;
    return arbiter.join(writer, *offered);
  };
  const Status taken = desk_.writer.submit({session_.programme(), Haste::kNow, take, tell,
                                            offered->sizeBytes(), offered->offer.copies.size()});
  if (!taken) tell(taken);
}

void TabletConnection::noticeRestore(const Cursor& cursor) {
  const auto notice = [&arbiter = desk_.arbiter, cursor](ServerWriter& writer) {
    return arbiter.noticeRestore(writer, cursor);
  };
  // Not taken: the next tablet tells it again.
  const Status taken = desk_.writer.submit({session_.programme(), Haste::kNow, notice, nullptr});
  static_cast<void>(taken);
}

void TabletConnection::counted(const std::vector<FrameVerdict>& verdicts) {
  Meters& meters = desk_.meters;
  for (const FrameVerdict& each : verdicts) {
    if (each.telling == Telling::kAgain) continue;
    Counter& counter = each.stage == VerdictStage::kApplied   ? meters.changesApplied
                       : each.stage == VerdictStage::kRefused ? meters.changesRefused
                                                              : meters.changesQuarantined;
    counter.add();
  }
}

void TabletConnection::keepProgress(const ReplicaProgress& progress) {
  const auto keep = [progress, now = desk_.clock.wallNow()](ServerWriter& writer) {
    return writeProgress(writer, progress, now);
  };
  // A full writer may drop it: losing it costs a repetition, and the tablet confirms again.
  const Status taken = desk_.writer.submit({session_.programme(), Haste::kLazy, keep, nullptr});
  static_cast<void>(taken);
}

void TabletConnection::fork(const Fork& fork) {
  const auto registered = [self = shared_from_this()](const Status& status) {
    self->onTurn([self = self.get(), status] {
      ServerStep step;
      const Status read =
          self->desk_.store.reading(self->session_.programme(), [&](ServerReader& reader) {
            step = self->session_.forked(status, reader);
            return Status{};
          });
      if (!read) return self->close();
      if (self->session_.replica()) self->following_ = false;  // it speaks for another id now
      self->perform(std::move(step));
      self->letGoOn();
    });
  };
  const auto write = [this, self = shared_from_this(), old = *session_.replica(),
                      programme = session_.programme(), fork](ServerWriter& writer) {
    const Status taken =
        registerFork(writer, desk_.arbiter, desk_.types.builtIn(), desk_.clock, old, fork);
    return taken && desk_.ledger != nullptr ? noteFork(writer, programme, fork.replica) : taken;
  };
  const Status taken = desk_.writer.submit({session_.programme(), Haste::kNow, write, registered});
  if (!taken) registered(taken);
}

Status TabletConnection::noteFork(ServerWriter& writer, const std::string& programme,
                                  ReplicaId replica) const {
  const auto row = writer.replica(replica);
  if (!row) return row.error();
  return *row ? desk_.ledger->note(programme, **row) : Status{};
}

// What a tablet brings goes first: it is told sooner that its work is safe, and nobody waits long
// for news. When a hall full of tablets comes at once, most have left before there would be any.
void TabletConnection::pullInTurn() {
  if (pullWaits_ || !open_ || !session_.wantsPull()) return;
  pullWaits_ = true;
  const auto pull = [this] {
    pullWaits_ = false;
    pullWhatChanged();
  };
  onTurn(pull, Patience::kSome);
}

void TabletConnection::pullWhatChanged() {
  while (open_ && session_.wantsPull()) {
    ServerStep step;
    const Status read = desk_.store.reading(session_.programme(), [&](ServerReader& reader) {
      step = session_.pull(reader);
      return Status{};
    });
    if (!read) {
      return endInTrouble(read.error());
    }
    for (Bytes& frame : step.frames) send(std::move(frame));
    if (step.trouble) tellOperator(*step.trouble);
    if (step.close) return close();
  }
}

void TabletConnection::letGoOn() {
  if (!goOn_ || !session_.wantsFrames()) return;
  std::exchange(goOn_, nullptr)();
}

void TabletConnection::send(Bytes frame) {
  desk_.meters.framesDown.add();
  desk_.meters.bytesDown.add(frame.size());
  if (const auto peer = peer_.lock()) peer->send(std::move(frame));
}

void TabletConnection::close() {
  open_ = false;
  goOn_ = nullptr;
  blobs_ = nullptr;
  if (const auto peer = peer_.lock()) peer->close();
}

}  // namespace rapport
