#include "shared/sync/client_session.h"

#include <algorithm>
#include <utility>

#include "shared/base/limits.h"
#include "shared/crypto/signing.h"
#include "shared/model/access.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"
#include "shared/sync/handed_in.h"

namespace rapport {
namespace {

// Before them, what was applied must be in the copies.
bool touchesCopies(const Frame& frame) {
  if (const auto* states = std::get_if<States>(&frame)) {
    return !states->states.empty() || !states->forget.empty();
  }
  return std::holds_alternative<Forget>(frame) || std::holds_alternative<EpochNews>(frame);
}

}  // namespace

ClientSession::ClientSession(LocalStore& store, Catalogue& catalogue, const Clock& clock,
                             Random& random, const SigningKey& key, std::string application,
                             LocalAttachments* attachments, LocalAnswers* answers,
                             LocalDrafts* drafts)
    : store_(store),
      catalogue_(catalogue),
      clock_(clock),
      random_(random),
      key_(key),
      application_(std::move(application)),
      attachments_(attachments),
      begun_(drafts),
      heardAt_(clock.steadyNow()),
      spokeAt_(heardAt_) {
  if (attachments != nullptr) blobs_.emplace(*attachments, clock);
  if (answers != nullptr) answers_.emplace(*answers, clock);
  if (drafts != nullptr) drafts_.emplace(*drafts, clock);
}

ClientStep ClientSession::fail(RefusalCode code, std::string message) {
  ClientStep step;
  step.refusal = Refusal{code, std::move(message)};
  step.close = true;
  phase_ = Phase::kClosed;
  return step;
}

ClientStep ClientSession::receive(ByteView frame) {
  ClientStep step = take(frame);
  dropOutdated(step);
  sendDrafts(step);
  sendBlobs(step);
  finishHandOver(step);
  sendAnswers(step);
  return step;
}

ClientStep ClientSession::take(ByteView frame) {
  if (phase_ == Phase::kClosed) return {};
  heardAt_ = clock_.steadyNow();
  const auto decoded = decodeFrame(frame);
  if (!decoded) return fail(RefusalCode::kMalformed, decoded.error().message);
  if (!touchesCopies(*decoded)) return takeDecoded(*decoded);
  ClientStep step = foldSome(toFold_.size());
  if (step.close) return step;
  ClientStep taken = takeDecoded(*decoded);
  taken.changed.insert(taken.changed.end(), step.changed.begin(), step.changed.end());
  return taken;
}

ClientStep ClientSession::takeDecoded(const Frame& frame) {
  if (const auto* refusal = std::get_if<Refusal>(&frame)) return refused(*refusal);
  if (std::holds_alternative<Heartbeat>(frame)) return {};
  const auto* welcome = std::get_if<Welcome>(&frame);
  if (phase_ == Phase::kGreeting && welcome != nullptr) return onWelcome(*welcome);
  const auto* accepted = std::get_if<Accepted>(&frame);
  const bool asked = phase_ == Phase::kAccepting || phase_ == Phase::kForking;
  if (asked && accepted != nullptr) return onAccepted(*accepted);
  const bool live =
      phase_ == Phase::kSettling || phase_ == Phase::kLive || phase_ == Phase::kHandingOver;
  const auto* news = std::get_if<EpochNews>(&frame);
  if ((live || phase_ == Phase::kNews) && news != nullptr) return onNews(*news);
  const auto* verdicts = std::get_if<Verdicts>(&frame);
  if (phase_ == Phase::kOffering && verdicts != nullptr) return onCopiesTaken(*verdicts);
  if (phase_ == Phase::kProving && verdicts != nullptr) {
    return fail(
        RefusalCode::kBusy,
        "The office was put back from a copy. Connecting again to give back what is missing "
        "there.");
  }
  // Under the new name it is told again.
  const bool toldAgain = phase_ == Phase::kProving || phase_ == Phase::kForking;
  if (toldAgain && news != nullptr) return {};
  if (live && verdicts != nullptr) return onVerdicts(*verdicts);
  const auto* states = std::get_if<States>(&frame);
  if (phase_ == Phase::kLive && states != nullptr) return onStates(*states);
  const auto* forget = std::get_if<Forget>(&frame);
  if (phase_ == Phase::kLive && forget != nullptr) return onForget(*forget);
  if (auto taken = takeBlob(frame)) return *std::move(taken);
  if (auto taken = takeDrafts(frame)) return *std::move(taken);
  const auto* kept = std::get_if<DropKept>(&frame);
  if (phase_ == Phase::kLive && kept != nullptr && answers_) return onKept(*kept);
  if (isReserved(frame)) {
    return fail(RefusalCode::kUpdateNeeded,
                "The office asks for what this app cannot do yet. Update it; everything here is "
                "safe.");
  }
  return fail(RefusalCode::kOutOfOrder, "The office sent a message that may not come now.");
}

ClientStep ClientSession::onWelcome(const Welcome& welcome) {
  if (welcome.oldestVersion > kProtocolVersion) {
    return fail(RefusalCode::kUpdateNeeded,
                "This app is too old for the office. Update it; everything here is safe.");
  }
  const auto standing = store_.standing();
  const auto who = store_.enrolment();
  if (!standing) return fail(RefusalCode::kTrouble, standing.error().message);
  if (!who) return fail(RefusalCode::kTrouble, who.error().message);
  Hello hello;
  hello.programme = who->programme;
  hello.replica = standing->replica;
  hello.counter = saidCounter_ = standing->counter;
  hello.settledThrough = standing->settledThrough;
  hello.cursor = standing->cursor;
  hello.copyRole = standing->copyRole;
  hello.application = application_;
  SignedHello signedHello;
  signedHello.signedPart = signedPartOf(hello);
  signedHello.signature =
      Bytes(key_.sign(signedBytesOf(welcome.nonce, signedHello.signedPart)).view());
  phase_ = Phase::kAccepting;
  spokeAt_ = clock_.steadyNow();
  ClientStep step;
  step.frames.push_back(encodeFrame(signedHello));
  return step;
}

// Whether this session's role reads whatever the other reads of a type: what was fetched for the
// other may then be shown until the same comes for this one.
bool ClientSession::readsAllThatDid(Role before, TypeNumber number) const {
  const Role role = accepted_.role;
  if (before == role) return true;
  const RecordType* type = catalogue_.type(number);
  if (type == nullptr || (mayReadSealed(*type, before) && !mayReadSealed(*type, role))) {
    return false;
  }
  const auto reads = [&](const FieldDeclaration* field, const FieldDeclaration* cell) {
    return !mayRead(*type, field, cell, before) || mayRead(*type, field, cell, role);
  };
  return reads(nullptr, nullptr) && std::ranges::all_of(type->fields, [&](const auto& field) {
           if (field.cells.empty()) {
             return !mayRead(*type, &field, before) || mayRead(*type, &field, role);
           }
           return reads(&field, nullptr) && std::ranges::all_of(field.cells, [&](const auto& cell) {
                    return reads(&field, &cell);
                  });
         });
}

// A server of another epoch, which was given the copies, or one that lacks what it told as applied,
// or another role: every state comes anew, and what the server does not hold goes again. What is
// here is shown until then, as far as this role may see it.
Status ClientSession::startAnew(const Accepted& accepted, Standing& standing) {
  const bool sameEpoch = !standing.cursor || standing.cursor->number.epoch == accepted.epoch;
  const bool holdsOurs = accepted.appliedThrough >= standing.settledThrough;
  // Without a cursor too there may be copies: folded from own changes before any state came.
  const bool copiesFit = sameEpoch && standing.copyRole == accepted.role;
  if (holdsOurs && copiesFit) {
    return {};
  }
  standing.cursor.reset();
  standing.settledThrough = std::min(standing.settledThrough, accepted.appliedThrough);
  const Role before = std::exchange(standing.copyRole, accepted.role);
  return store_.outdateCopies(before, standing.settledThrough,
                              [&](TypeNumber type) { return readsAllThatDid(before, type); });
}

// The office's word on the role, and on the key that what is handed in is sealed to.
Result<std::size_t> ClientSession::takeEnrolment() {
  auto who = store_.enrolment();
  if (!who) return who.error();
  const bool newKey = !accepted_.sealTo.empty() && who->sealTo != accepted_.sealTo;
  if (who->role == accepted_.role && !newKey) return std::size_t{0};
  who->role = accepted_.role;
  if (newKey) who->sealTo = accepted_.sealTo;
  if (const Status kept = store_.keepEnrolment(*who); !kept) return kept.error();
  return sealHandedIn(store_, catalogue_, *who, random_);
}

Status ClientSession::takeUp(Standing& standing, std::size_t& sealed) {
  const Accepted& accepted = accepted_;
  if (const Status anew = startAnew(accepted, standing); !anew) return anew;
  const auto outdated = store_.hasOutdated();
  if (!outdated) return outdated.error();
  outdated_ = *outdated;
  if (!news_.lineage.empty()) standing.lineage = news_.lineage;
  const auto enrolled = takeEnrolment();
  if (!enrolled) return enrolled.error();
  sealed = *enrolled;
  const auto uncovered = store_.uncovered();
  if (!uncovered) return uncovered.error();
  for (const auto& [id, number] : *uncovered) {
    if (number.epoch == accepted.epoch) uncovered_[id] = number.n;
  }
  const auto judged = store_.lastJudgedAfter(standing.settledThrough);
  if (!judged) return judged.error();
  judgedThrough_ = *judged;
  return store_.keepStanding(standing);
}

ClientStep ClientSession::onAccepted(const Accepted& accepted) {
  if (accepted.revoked && !forking_) {
    accepted_ = accepted;
    return handOver();
  }
  auto standing = store_.standing();
  if (!standing) return fail(RefusalCode::kTrouble, standing.error().message);
  // The chains were compared at a counter that is not this tablet's any more: whether the server
  // knows more than this tablet wrote would be told from what was only just saved.
  const bool wroteMeanwhile = standing->counter != saidCounter_;
  if (!forking_ && wroteMeanwhile && accepted.appliedThrough > saidCounter_) {
    return fail(RefusalCode::kBusy, "Something was saved here meanwhile. Trying again.");
  }
  if (!forking_) {
    const auto agrees = agreesOnChain(accepted, *standing);
    if (!agrees) return fail(RefusalCode::kTrouble, agrees.error().message);
    if (!*agrees) return fork(*standing);
  } else {
    const Status forked = store_.inTransaction([&]() -> Status {
      standing = store_.standing();
      if (!standing) return standing.error();
      if (const Status renamed = becomeFork(*standing); !renamed) return renamed;
      return store_.keepStanding(*standing);
    });
    if (!forked) return fail(RefusalCode::kTrouble, forked.error().message);
    forking_.reset();
  }
  accepted_ = accepted;
  if (accepted.revoked) return handOver();  // withdrawn while it took its new name
  if (standing->cursor && standing->cursor->number.epoch == accepted.epoch &&
      standing->settledThrough > accepted.appliedThrough) {
    return prove(accepted.appliedThrough, standing->settledThrough);
  }
  const bool restored = standing->cursor && standing->cursor->number.epoch != accepted.epoch;
  if (!restored) return begin();
  phase_ = Phase::kNews;
  return {};
}

// The server holds, or was given, whatever the copies here hold.
ClientStep ClientSession::begin() {
  Standing standing;
  Role copyRole = Role::kWorker;
  std::size_t sealed = 0;
  const Status taken = store_.inTransaction([&]() -> Status {
    // Another program may have written on this profile meanwhile, and its counter must not go back.
    auto now = store_.standing();
    if (!now) return now.error();
    standing = *std::move(now);
    copyRole = standing.copyRole;
    return takeUp(standing, sealed);
  });
  if (!taken) return fail(RefusalCode::kTrouble, taken.error().message);
  // Copies went that this role may not read, and words of its own: not even the log keeps them.
  if (standing.copyRole != copyRole || sealed > 0) store_.forgetPast();
  role_ = accepted_.role;
  epoch_ = accepted_.epoch;
  settledThrough_ = sentThrough_ = sentBefore_ = standing.settledThrough;
  settleFirst_ = accepted_.appliedThrough;
  phase_ = Phase::kSettling;
  ClientStep step;
  push(step);
  ask(step);
  return step;
}

// Asks for states once every verdict that the server already gave is here.
void ClientSession::ask(ClientStep& step) {
  if (phase_ != Phase::kSettling || settledThrough_ < settleFirst_) return;
  const auto standing = store_.standing();
  if (!standing) {
    step = fail(RefusalCode::kTrouble, standing.error().message);
    return;
  }
  phase_ = Phase::kLive;
  step.frames.push_back(encodeFrame(Pull{standing->cursor}));
  spokeAt_ = clock_.steadyNow();
}

ClientStep ClientSession::changed() {
  ClientStep step;
  push(step);
  sendDrafts(step);
  sendBlobs(step);
  if (answers_) answers_->changed();
  sendAnswers(step);
  return step;
}

ClientStep ClientSession::tick() {
  const auto now = clock_.steadyNow();
  if (phase_ == Phase::kClosed) return {};
  if (now - heardAt_ > limits::kSilenceCloses) {
    return fail(RefusalCode::kBusy, "The office does not answer. Trying again.");
  }
  ClientStep step;
  const bool live = phase_ == Phase::kOffering || phase_ == Phase::kSettling ||
                    phase_ == Phase::kLive || phase_ == Phase::kHandingOver;
  if (live && now - spokeAt_ >= limits::kHeartbeatEvery) {
    spokeAt_ = now;
    step.frames.push_back(encodeFrame(Heartbeat{}));
  }
  sendDrafts(step);  // what was written a moment ago rests by now
  return step;
}

// Behind everything else: what arrives with them says as little as can be of who brought them.
void ClientSession::sendAnswers(ClientStep& step) {
  if (!answers_ || step.close) return;
  const SyncProgress at = progress();
  if (!at.caughtUp || !at.blobsDone) return;
  auto frame = answers_->next();
  if (!frame) return;
  step.frames.push_back(*std::move(frame));
  spokeAt_ = clock_.steadyNow();
}

ClientStep ClientSession::onKept(const DropKept& kept) {
  const Status taken = answers_->onKept(kept);
  if (taken) return {};
  const bool theirs = taken.error().code == ErrorCode::kInvalid;
  return fail(theirs ? RefusalCode::kOutOfOrder : RefusalCode::kTrouble, taken.error().message);
}

// Not before the cursor has passed its own changes: whoever leaves earlier is sent them next time.
bool ClientSession::isCaughtUp() const {
  const bool passed = statesHere_ && statesThrough_ >= toldOf_;
  return phase_ == Phase::kLive && pushesInFlight_ == 0 && passed && uncovered_.empty();
}

SyncProgress ClientSession::progress() {
  SyncProgress progress;
  progress.greeted = phase_ == Phase::kSettling || phase_ == Phase::kLive;
  progress.unanswered = static_cast<std::size_t>(sentThrough_ - settledThrough_);
  progress.remaining = remaining_;
  progress.caughtUp = isCaughtUp();
  progress.folded = toFold_.empty();
  progress.blobsDone = !blobs_ || (progress.folded && phase_ == Phase::kLive && blobs_->idle());
  progress.answersDone = !answers_ || (progress.caughtUp && answers_->idle());
  progress.draftsDone =
      !drafts_ || (progress.caughtUp && drafts_->idle(ClientDrafts::Purpose::kBoth));
  return progress;
}

}  // namespace rapport
