#pragma once

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/result.h"
#include "shared/model/catalogue.h"
#include "shared/protocol/frame_codec.h"
#include "shared/sync/client_answers.h"
#include "shared/sync/client_attachments.h"
#include "shared/sync/client_drafts.h"
#include "shared/sync/frame_pace.h"
#include "shared/sync/local_store.h"
#include "shared/sync/receipt.h"

namespace rapport {

class SigningKey;

// A change of this tablet's got its verdict.
struct ReceiptNews {
  RecordId record;
  Dot dot;
  Receipt receipt;
};

// What to do after a client session was told something: send these frames in order, show the news,
// then close if it says so.
struct ClientStep {
  std::vector<Bytes> frames;
  std::vector<ReceiptNews> receipts;
  std::vector<AttachmentNews> attachments;
  std::vector<RecordId> changed;  // records whose copy is another now; for screens
  std::vector<RecordId> erased;   // records that were erased for good, here as at the office
  // The office withdrew this tablet's access and holds, durably, whatever it could be given: what
  // is here of the programme must be cleared.
  bool clear = false;
  std::optional<Refusal> refusal;  // the server's word, or this end's, why it closes
  bool close = false;
};

struct SyncProgress {
  bool greeted = false;         // the server knows this tablet, and this tablet the server
  std::size_t unanswered = 0;   // changes sent and not answered yet
  std::uint64_t remaining = 0;  // states still to come
  bool caughtUp = false;        // every change is answered, every state is here
  bool folded = true;           // … and nothing that was applied waits for `rest`
  bool blobsDone = true;        // … and no blob is on its way, or could be sent or asked for
  bool answersDone = true;      // … and no anonymous answer is on its way, or may be handed in
  bool draftsDone = true;       // … and no draft, or it is still being written
};

// The tablet's end of one connection, without I/O. Everything it takes is durable in the store
// before it is confirmed; a call that fails to store leaves the store as it was and closes, and the
// next connection repeats. Lives on the thread that owns the store. Forms that arrive are adopted
// into the catalogue. Drafts and blobs of attachments go behind changes, and anonymous answers
// behind all else, where there are stores for them.
class ClientSession {
 public:
  ClientSession(LocalStore& store, Catalogue& catalogue, const Clock& clock, Random& random,
                const SigningKey& key, std::string application,
                LocalAttachments* attachments = nullptr, LocalAnswers* answers = nullptr,
                LocalDrafts* drafts = nullptr);

  ClientStep receive(ByteView frame);
  // The notebook wrote something, or a person asked for a blob: send it, if there is room.
  ClientStep changed();
  // Time passed: heartbeats, and closing what fell silent.
  ClientStep tick();
  // The line is quiet: some of what was put off while answers came is done, in one transaction. May
  // be called after the connection ended too; whoever stops before `folded` is sent those records
  // anew.
  ClientStep rest();

  SyncProgress progress();

 private:
  // kProving: the office lacks what it told as applied, and is shown its own word for it. kNews:
  // the office was restored, and is about to say from what. kOffering: it is given the copies that
  // are newer than what it kept. kHandingOver: access was withdrawn, and what was not sent goes
  // into the office's hands.
  enum class Phase : std::uint8_t {
    kGreeting,
    kAccepting,
    kForking,
    kProving,
    kNews,
    kOffering,
    kSettling,
    kLive,
    kHandingOver,
    kClosed
  };

  ClientStep fail(RefusalCode code, std::string message);
  ClientStep take(ByteView frame);
  ClientStep takeDecoded(const Frame& frame);
  ClientStep refused(const Refusal& refusal);
  // Nothing where the frame is none of a blob's.
  std::optional<ClientStep> takeBlob(const Frame& frame);
  void sendBlobs(ClientStep& step);
  ClientStep onKept(const DropKept& kept);
  void sendAnswers(ClientStep& step);
  // Nothing where the frame is none about drafts.
  std::optional<ClientStep> takeDrafts(const Frame& frame);
  void sendDrafts(ClientStep& step);
  void askForPassed(ClientStep& step);
  bool isCaughtUp() const;
  ClientStep onWelcome(const Welcome& welcome);
  ClientStep onAccepted(const Accepted& accepted);
  ClientStep begin();
  ClientStep handOver();
  void finishHandOver(ClientStep& step);
  ClientStep prove(std::uint64_t heldThrough, std::uint64_t judgedThrough);
  ClientStep onNews(const EpochNews& news);
  Status keepLineage(const RestoredEpochs& lineage);
  ClientStep onCopiesTaken(const Verdicts& verdicts);
  void offer(ClientStep& step);
  Result<OfferStates> nextCopies();
  Status gatherForms(OfferStates& offer, std::size_t& sizeBytes);
  Result<bool> mayOffer(RecordId id, Role copyRole);
  bool addCopy(OfferStates& offer, const RecordState& copy, std::size_t& sizeBytes) const;
  bool isForm(const RecordState& state) const;
  ClientStep onVerdicts(const Verdicts& verdicts);
  ClientStep onStates(const States& states);
  ClientStep onForget(const Forget& forget);
  Status eraseRecord(RecordId id, std::uint64_t settledThrough, ClientStep& step);
  // `sealed`: how many own changes lay in the open that now do not.
  Status takeUp(Standing& standing, std::size_t& sealed);
  Result<std::size_t> takeEnrolment();
  Status startAnew(const Accepted& accepted, Standing& standing);
  bool readsAllThatDid(Role before, TypeNumber type) const;
  Result<bool> agreesOnChain(const Accepted& accepted, const Standing& standing);
  ClientStep fork(const Standing& standing);
  Status becomeFork(Standing& standing);
  // One of this tablet's own changes that an answer came to.
  struct Answered {
    Change change;
    bool erased = false;    // here, before its answer came
    bool sealed = false;    // as it is kept
    bool headOnly = false;  // what it does was not read
  };
  Result<std::vector<Answered>> ownAfter(std::uint64_t counter, const Verdicts& verdicts);
  Status settleAll(const Verdicts& verdicts, Standing& standing, ClientStep& step);
  Status settle(const Answered& answered, const FrameVerdict& verdict, Standing& standing,
                ClientStep& step);
  bool foldsLater(const Verdicts& verdicts) const;
  bool isFoldedSurely(const Answered& own, const FrameVerdict& verdict) const;
  Result<Overlay> foldOrWait(const Answered& own, const FrameVerdict& verdict,
                             const Standing& standing, ClientStep& step);
  Status foldWaiting(std::size_t most, const Standing& standing, ClientStep& step);
  ClientStep foldSome(std::size_t most);
  Result<bool> foldFirst(const Change& own, const FrameVerdict& verdict, const Standing& standing);
  Result<Overlay> fold(const Change& own, const FrameVerdict& verdict, const Standing& standing,
                       ClientStep& step);
  // Has this tablet changes that the states do not hold yet?
  enum class Own : std::uint8_t { kNone, kSome };
  Result<Own> ownChanges();
  Status takeState(const RecordState& state, Own own, ClientStep& step);
  Status coverOverlay(const RecordState& state);
  Status takeForm(const RecordState& form);
  Status lookAgainAt(TypeNumber type);
  Status takeForget(RecordId id, ClientStep& step);
  Result<std::optional<Role>> outdatedFor(RecordId id);
  void dropOutdated(ClientStep& step);
  Status keepCopy(const RecordState& state);
  Attention attentionOf(const RecordState& state) const;
  void push(ClientStep& step);
  bool mayPush() const;
  void sendPush(ClientStep& step, Bytes frame, std::size_t sizeBytes);
  void pushAnswered();
  void ask(ClientStep& step);
  void noteSuccess(Standing& standing) const;

  LocalStore& store_;
  Catalogue& catalogue_;
  const Clock& clock_;
  Random& random_;
  const SigningKey& key_;
  std::string application_;
  LocalAttachments* attachments_;
  std::optional<ClientAttachments> blobs_;
  std::optional<ClientAnswers> answers_;
  LocalDrafts* begun_;
  std::optional<ClientDrafts> drafts_;
  Phase phase_ = Phase::kGreeting;
  Role role_ = Role::kWorker;
  EpochId epoch_;
  Accepted accepted_;
  EpochNews news_;                          // of a restore since the copies were taken
  std::optional<RecordId> offeredThrough_;  // copies up to here went out
  bool formsOffered_ = false, copiesOffered_ = false;
  std::uint64_t judgedThrough_ = 0;  // own changes up to here bring a verdict from before a restore
  std::optional<Fork> forking_;
  std::uint64_t saidCounter_ = 0;  // of its last change, as this session's hello told it
  std::uint64_t settleFirst_ =
      0;  // own changes up to here were judged; their verdicts come before any state
  std::uint64_t sentThrough_ = 0;  // own changes up to here went out in this session
  std::uint64_t settledThrough_ = 0;
  std::uint64_t sentBefore_ = 0;    // … and up to here before it began
  std::size_t pushesInFlight_ = 0;  // offers too
  FramePace pace_;                  // of pushes and offers
  std::uint64_t remaining_ = 0;
  bool outdated_ = false;            // some copies wait for a newer one, or for the pull's end
  bool statesHere_ = false;          // a frame of states said that nothing remains
  std::uint64_t statesThrough_ = 0;  // the number that the last frame of states reached
  std::uint64_t toldOf_ = 0;         // the largest that a verdict of this session named
  std::map<RecordId, std::uint64_t>
      uncovered_;  // applied, but no copy holds it yet: the number to wait for
  std::map<RecordId, std::uint64_t> asked_;  // … and the number that was asked for, once
  bool foldsLater_ = false;                  // of the verdicts that are being settled
  std::deque<FrameVerdict> toFold_;          // applied, and folded once the line is quiet
  std::map<RecordId, Number> waitsFor_;      // … and where that will bring each record
  std::chrono::milliseconds heardAt_{0};
  std::chrono::milliseconds spokeAt_{0};
};

}  // namespace rapport
