#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/protocol/frame_codec.h"
#include "shared/sync/arbiter.h"
#include "shared/sync/change_run.h"
#include "shared/sync/frame_pace.h"
#include "shared/sync/programme_types.h"
#include "shared/sync/server_store.h"

namespace rapport {

class SealingKey;

// What a tablet confirmed, to be written into its ReplicaRow when convenient; losing it costs a
// repetition.
struct ReplicaProgress {
  ReplicaId replica;
  std::uint64_t toldThrough = 0;
  std::optional<Number> cursor;
};

// What to do after a session was told something: send these frames in order, then close if it says
// so.
struct ServerStep {
  std::vector<Bytes> frames;
  // For the writer: to be given to Arbiter::take in one savepoint of a group commit, then told back
  // by ServerSession::pushed once the commit is durable.
  std::optional<ChangeRun> push;
  // For the writer as well, in its turn: to be given to Arbiter::join, then told back by pushed()
  // without verdicts.
  std::optional<OfferedCopies> offered;
  std::optional<ReplicaProgress> progress;
  // For the writer: to be given to keepAnswers in a commit that hurries nobody, then told back by
  // ServerSession::kept once it is durable.
  std::optional<Drop> drop;
  // For the writer: to be given to keepDrafts likewise, then told back by
  // ServerSession::keptDrafts.
  std::optional<BegunDrafts> begun;
  // For the writer: to be given to Arbiter::noticeRestore. Nobody waits; the session closes.
  std::optional<Cursor> unknownCursor;
  std::optional<Fork> fork;  // register a new replica id for this device, then call forked()
  // What the store failed with, to be told to whoever keeps the server; the tablet was told that
  // there is trouble. Failed commits are the writer's to tell.
  std::optional<Error> trouble;
  bool close = false;
};

// Which of a tablet's own changes it has folded into its copies by itself, so that they are not
// echoed to it: by their numbers, each of which one state of one record bears. Forgetting one costs
// an echo; a tablet that did not fold asks with Need.
class Folded {
 public:
  // The tablet holds every state up to `heldThrough`; it was told that its change took a record
  // from `before` to `after`.
  void told(const std::optional<Number>& before, std::uint64_t after, std::uint64_t heldThrough);
  bool holds(std::uint64_t number) const;
  // The last of the numbers that follow this one without a gap and are held; else this one.
  std::uint64_t heldThrough(std::uint64_t number) const;
  void passed(std::uint64_t number);  // states up to here were dealt with

 private:
  struct Run {
    std::uint64_t first, last;
  };
  std::deque<Run> runs_;  // ascending, with gaps between them; whoever pushes alone makes one
};

// The office's own trouble, told to somebody who holds a tablet and cannot mend a server.
std::string troubleOf(const Error& error);

// The server's end of one connection, without I/O: frames in, steps out. Calls come one at a time,
// from whichever thread; a reader is a fresh snapshot for that call only. It never holds more than
// limits allow.
class ServerSession {
 public:
  // Without an arbiter a restore that nobody declared goes unnoticed. `opens` is the key that
  // tablets seal to what is handed in; without it they are given none.
  ServerSession(ProgrammeTypes& types, const Clock& clock, Random& random,
                const Arbiter* arbiter = nullptr, const SealingKey* opens = nullptr);

  // Which programme's reader the next frame wants: empty before the hello names one.
  // Peeks into a hello; answers nothing for anything else.
  static std::optional<std::string> programmeNamedBy(ByteView frame);

  ServerStep opened();
  // A frame arrived. `reader` is null only when the named programme does not exist, or the frame
  // wants none.
  ServerStep receive(ByteView frame, ServerReader* reader);
  // Whether receive() looks into the store for this frame; for any other the reader may be null.
  static bool wantsReader(ByteView frame);
  // The writer's answer to the oldest push work; an error is told as trouble, and the session
  // closes.
  ServerStep pushed(const Result<std::vector<FrameVerdict>>& verdicts);
  // The writer's answer to the drop: the ids that are durable.
  ServerStep kept(const Result<std::vector<Uuid>>& ids);
  ServerStep keptDrafts(const Result<BegunKept>& kept);
  // The new replica id was registered (or not).
  ServerStep forked(const Status& outcome, ServerReader& reader);

  // Something changed in the programme. Cheap, idempotent.
  void mark() { marked_ = true; }
  // States could go out now: call pull with a fresh reader.
  bool wantsPull() const;
  ServerStep pull(ServerReader& reader);
  // Ends the session from this side, telling the tablet why.
  ServerStep end(RefusalCode code, std::string message);
  // Time passed: heartbeats, and closing what fell silent.
  ServerStep tick();
  // A frame arrived that goes another way than receive(): this tablet is not silent.
  void heard() { heardAt_ = clock_.steadyNow(); }

  // Room for more pushes; while there is none the connection is not read.
  bool wantsFrames() const;
  const std::string& programme() const { return programme_; }
  std::optional<ReplicaId> replica() const { return replica_; }
  const std::string& personName() const { return personName_; }

 private:
  enum class Phase : std::uint8_t { kGreeting, kLive, kClosed };

  // The end of the session, because the store could not be read.
  ServerStep inTrouble(const Error& error);
  ServerStep onHello(const SignedHello& hello, ServerReader* reader);
  ServerStep onPush(Push push);
  ServerStep onDrop(Drop drop);
  ServerStep onBegun(BegunDrafts begun);
  ServerStep onBegunAsk(ServerReader* reader);
  ServerStep onOffer(OfferStates offer);
  ServerStep take(Result<ChangeRun> run);
  ServerStep onTook(const Took& took);
  ServerStep onPull(const Pull& pull, ServerReader* reader);
  ServerStep onNeed(const Need& need, ServerReader* reader);
  ServerStep sendNeeded(ServerReader& reader);
  Result<bool> concerns(ServerReader& reader, const Catalogue& types,
                        const ErasureRow& erased) const;
  Result<std::vector<Bytes>> forgotten(ServerReader& reader, const Catalogue& types,
                                       std::uint64_t through) const;
  // The end of the session, if what this tablet may see is not what it was at the greeting.
  std::optional<ServerStep> endIfRoleChanged(ServerReader& reader);
  // Whether this server gave the cursor, in this epoch, and holds no such commit.
  Result<bool> wentBack(ServerReader& reader, const Cursor& cursor) const;
  ServerStep accept(ServerReader& reader, const ReplicaRow& row, const Hello& hello);

  ProgrammeTypes& types_;
  const Clock& clock_;
  Random& random_;
  const Arbiter* arbiter_;
  const SealingKey* opens_;
  Phase phase_ = Phase::kGreeting;
  Bytes nonce_;
  std::string programme_;
  std::string personName_;
  std::optional<ReplicaId> replica_;
  Role role_ = Role::kWorker;
  EpochId epoch_;
  std::optional<Fork> forking_;
  bool dropInFlight_ = false;
  bool draftsInFlight_ = false;
  std::size_t pushesInFlight_ = 0;    // offers too
  std::uint64_t counter_ = 0;         // of the tablet's last change, as it greeted
  std::uint64_t greetedThrough_ = 0;  // judged when it greeted
  bool revoked_ = false;              // it may hand over what it has, and nothing else
  bool mayOffer_ = false;             // it came with copies of another epoch
  bool pulling_ = false;
  bool marked_ = false;
  bool greeted_ = false;           // the first answer to a pull went out
  bool backlog_ = false;           // the last frame of states was not the last one
  std::uint64_t sentThrough_ = 0;  // states sent up to this number
  std::uint64_t sentTag_ = 0;      // of the commit that it ended with
  std::uint64_t remaining_ = 0;
  std::uint64_t tookThrough_ = 0;   // states that the tablet confirmed
  std::vector<RecordId> needed_;    // asked for while a push is in flight
  std::size_t statesInFlight_ = 0;  // frames of states not yet confirmed
  FramePace pace_;                  // of them
  Folded folded_;
  std::chrono::milliseconds openedAt_{0};
  std::chrono::milliseconds heardAt_{0};
  std::chrono::milliseconds spokeAt_{0};
};

}  // namespace rapport
