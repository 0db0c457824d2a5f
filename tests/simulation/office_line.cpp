#include "tests/simulation/office_line.h"

#include <utility>

#include "server/app/fork.h"
#include "tests/simulation/mutants.h"
#include "tests/simulation/office.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

// A mutant's: what comes again looks as if it came for the first time.
Status forgetJudged(ServerWriter& writer, const ChangeRun& run) {
  const std::uint64_t first = run.changes.front().change.dot.counter;
  auto row = writer.replica(run.replica);
  if (!row) return row.error();
  if ((*row)->appliedThrough < first) return {};
  (*row)->appliedThrough = first - 1;
  return writer.putReplica(**row);
}

}  // namespace

OfficeLine::OfficeLine(Office& office, std::shared_ptr<Wire> wire)
    : office_(office),
      wire_(std::move(wire)),
      session_(office.types(), office.clock(), office.scene().random, &office.arbiter(),
               &office.opens()),
      check_(office.scene(), office.ledger(), office.oracle()) {}

void OfficeLine::open() {
  wire_->attach(End::kOffice, {[self = weak_from_this()](Bytes frame) {
                                 if (const auto line = self.lock()) line->arrived(std::move(frame));
                               },
                               [self = weak_from_this()] {
                                 if (const auto line = self.lock()) line->open_ = false;
                               }});
  perform(session_.opened());
}

void OfficeLine::arrived(Bytes frame) {
  if (!open_) return;
  inbox_.push_back(std::move(frame));
  work();
}

void OfficeLine::work() {
  while (open_ && office_.isRunning() && !inbox_.empty() && session_.wantsFrames()) {
    const Bytes frame = std::move(inbox_.front());
    inbox_.pop_front();
    receive(frame);
  }
}

void OfficeLine::receive(const Bytes& frame) {
  check_.cameUp(frame);
  if (!ServerSession::wantsReader(frame)) return perform(session_.receive(frame, nullptr));
  ServerStep step;
  const Status read = office_.reading([&](ServerReader& reader) {
    step = session_.receive(frame, &reader);
    return Status{};
  });
  if (read) return perform(std::move(step));
  send(encodeFrame(Refusal{RefusalCode::kTrouble, read.error().message}));
  close();
}

void OfficeLine::perform(ServerStep step) {
  for (Bytes& frame : step.frames) send(std::move(frame));
  if (step.progress) keepProgress(*step.progress);
  if (step.push) push(std::move(*step.push));
  if (step.offered) join(*std::move(step.offered));
  if (step.unknownCursor) noticeRestore(*step.unknownCursor);
  if (step.fork) fork(*step.fork);
  if (step.close) return close();
  if (!greeted_ && session_.replica()) {
    greeted_ = true;
    office_.speaksFor(shared_from_this(), *session_.replica());
  }
  pullWhatChanged();
}

void OfficeLine::push(ChangeRun run) {
  struct Outcome {
    ChangeRun run;
    std::vector<FrameVerdict> verdicts;
  };
  const auto outcome = std::make_shared<Outcome>(Outcome{std::move(run), {}});
  const auto take = [this, self = shared_from_this(), outcome](ServerWriter& writer) -> Status {
    if (office_.scene().options.mutant == Mutant::kJudgesTwice) {
      if (const Status gone = forgetJudged(writer, outcome->run); !gone) return gone;
    }
    bringsChanges(writer, outcome->run);
    auto verdicts = office_.arbiter().take(writer, outcome->run);
    if (!verdicts) return verdicts.error();
    outcome->verdicts = std::move(*verdicts);
    return {};
  };
  const auto tell = [self = shared_from_this(), outcome](const Status& status) {
    if (!self->open_) return;
    using Told = Result<std::vector<FrameVerdict>>;
    ServerStep step =
        self->session_.pushed(status ? Told{std::move(outcome->verdicts)} : Told{status.error()});
    std::vector<Bytes> late;
    if (self->office_.scene().options.mutant == Mutant::kStatesBeforeVerdicts) {
      late = std::exchange(step.frames, {});
    }
    self->perform(std::move(step));
    for (Bytes& frame : late) self->send(std::move(frame));
    self->work();
  };
  office_.submit({Hurry::kNow, take, tell});
}

// What a tablet still holds of what the office forgot.
void OfficeLine::join(OfferedCopies copies) {
  const auto offered = std::make_shared<const OfferedCopies>(std::move(copies));
  const auto take = [this, self = shared_from_this(), offered](ServerWriter& writer) -> Status {
    const auto row = writer.replica(offered->replica);
    if (!row) return row.error();
    if (!*row || (*row)->revoked) return Error{ErrorCode::kRefused, "It was withdrawn."};
    bringsCopies(writer, *offered);
    return office_.arbiter().join(writer, *offered);
  };
  const auto tell = [self = shared_from_this()](const Status& status) {
    if (!self->open_) return;
    using Told = Result<std::vector<FrameVerdict>>;
    self->perform(
        self->session_.pushed(status ? Told{std::vector<FrameVerdict>{}} : Told{status.error()}));
    self->work();
  };
  office_.submit({Hurry::kNow, take, tell});
}

void OfficeLine::noticeRestore(const Cursor& cursor) {
  const auto notice = [this, self = shared_from_this(), cursor](ServerWriter& writer) {
    return office_.arbiter().noticeRestore(writer, cursor);
  };
  office_.submit({Hurry::kNow, notice, nullptr});
}

// The device turned out to be an old image, and goes on under another name.
void OfficeLine::fork(const Fork& fork) {
  const auto keep = [this, self = shared_from_this(), old = *session_.replica(),
                     fork](ServerWriter& writer) -> Status {
    const auto kept = forkReplica(writer, office_.clock(), old, fork);
    return kept ? Status{} : Status{kept.error()};
  };
  const auto tell = [self = shared_from_this()](const Status& status) {
    if (!self->open_) return;
    ServerStep step;
    const Status read = self->office_.reading([&](ServerReader& reader) {
      step = self->session_.forked(status, reader);
      return Status{};
    });
    if (!read) return self->close();
    self->perform(std::move(step));
    self->work();
  };
  office_.submit({Hurry::kNow, keep, tell});
}

void OfficeLine::keepProgress(const ReplicaProgress& progress) {
  const auto keep = [progress, &clock = office_.clock()](ServerWriter& writer) -> Status {
    auto row = writer.replica(progress.replica);
    if (!row) return row.error();
    if (!row->has_value()) return {};
    ReplicaRow& replica = **row;
    if (progress.toldThrough > replica.toldThrough) replica.toldThrough = progress.toldThrough;
    if (progress.cursor) replica.cursor = progress.cursor;
    replica.lastSeen = clock.wallNow();
    return writer.putReplica(replica);
  };
  office_.submit({Hurry::kLazy, keep, nullptr});
}

void OfficeLine::pullWhatChanged() {
  while (open_ && office_.isRunning() && session_.wantsPull()) {
    ServerStep step;
    const Status read = office_.reading([&](ServerReader& reader) {
      step = session_.pull(reader);
      return Status{};
    });
    if (!read) {
      send(encodeFrame(Refusal{RefusalCode::kTrouble, read.error().message}));
      return close();
    }
    for (Bytes& frame : step.frames) send(std::move(frame));
    if (step.close) return close();
  }
}

void OfficeLine::marked() {
  if (!open_) return;
  session_.mark();
  pullWhatChanged();
}

void OfficeLine::tick() {
  if (open_) perform(session_.tick());
}

void OfficeLine::dismiss(RefusalCode code) {
  if (!open_) return;
  send(encodeFrame(Refusal{code, "The connection ends here."}));
  close();
}

void OfficeLine::abandon() {
  if (!open_) return;
  open_ = false;
  wire_->cut();
}

bool OfficeLine::isIdle() const { return !open_ || (inbox_.empty() && !session_.wantsPull()); }

void OfficeLine::send(Bytes frame) {
  // A machine without power sends nothing any more.
  if (!open_ || !office_.isRunning()) return;
  check_.goesDown(frame);
  wire_->send(End::kOffice, std::move(frame));
}

void OfficeLine::close() {
  if (!open_) return;
  open_ = false;
  wire_->hangUp(End::kOffice);
}

}  // namespace rapport::simulation
