#include "shared/sync/server_session.h"

#include <algorithm>

#include "shared/base/limits.h"
#include "shared/crypto/sealed_box.h"
#include "shared/crypto/signing.h"

namespace rapport {
namespace {

constexpr std::size_t kNonceBytes = 32;
constexpr char kWithdrawn[] = "The coordinator has withdrawn this tablet's access.";

// Whether the owner of the enrolled key signed this hello, for this connection.
bool signedBy(const ReplicaRow& row, ByteView nonce, const SignedHello& hello) {
  const auto key = PublicKey::fromBytes(row.publicKey);
  const auto signature = Signature::fromBytes(hello.signature);
  return key && signature && verify(*key, signedBytesOf(nonce, hello.signedPart), *signature);
}

EpochNews newsOf(const ProgrammeRow& programme, const std::vector<RestoreRow>& restores) {
  EpochNews news;
  news.epoch = programme.epoch;
  news.serverReplica = programme.serverReplica;
  const std::size_t most = limits::kEpochsRemembered;
  const std::size_t from = restores.size() - std::min(restores.size(), most);
  for (std::size_t i = from; i < restores.size(); ++i) {
    news.lineage.push_back({restores[i].epoch, restores[i].kept});
  }
  return news;
}

// What a device hands over whose access was withdrawn.
bool maySendRevoked(const Frame& frame) {
  return std::holds_alternative<OfferChanges>(frame) ||
         std::holds_alternative<BegunDrafts>(frame) || std::holds_alternative<Heartbeat>(frame);
}

ServerStep& operator+=(ServerStep& step, Bytes frame) {
  step.frames.push_back(std::move(frame));
  return step;
}

}  // namespace

std::string troubleOf(const Error& error) {
  std::string what = "The office has trouble with its own records.";
  if (error.code == ErrorCode::kStorageFull) what = "The office's disk is full.";
  if (error.code == ErrorCode::kUnavailable) what = "The office is busy.";
  return what +
         " What you saved is safe on this tablet and is sent again by itself. If this goes "
         "on, tell the coordinator.";
}

void Folded::told(const std::optional<Number>& before, std::uint64_t after,
                  std::uint64_t heldThrough) {
  if (before && before->n > heldThrough && !holds(before->n)) return;
  if (!runs_.empty() && after <= runs_.back().last) return;
  if (!runs_.empty() && after == runs_.back().last + 1) {
    runs_.back().last = after;
  } else if (runs_.size() < limits::kFoldedRemembered) {
    runs_.push_back({after, after});
  }
}

bool Folded::holds(std::uint64_t number) const {
  const auto run = std::ranges::lower_bound(runs_, number, {}, &Run::last);
  return run != runs_.end() && run->first <= number;
}

std::uint64_t Folded::heldThrough(std::uint64_t number) const {
  const auto run = std::ranges::lower_bound(runs_, number + 1, {}, &Run::last);
  return run != runs_.end() && run->first <= number + 1 ? run->last : number;
}

void Folded::passed(std::uint64_t number) {
  while (!runs_.empty() && runs_.front().last <= number) runs_.pop_front();
}

ServerSession::ServerSession(ProgrammeTypes& types, const Clock& clock, Random& random,
                             const Arbiter* arbiter, const SealingKey* opens)
    : types_(types),
      clock_(clock),
      random_(random),
      arbiter_(arbiter),
      opens_(opens),
      openedAt_(clock.steadyNow()),
      heardAt_(openedAt_),
      spokeAt_(openedAt_) {}

std::optional<std::string> ServerSession::programmeNamedBy(ByteView frame) {
  if (kindOf(frame) != FrameKind::kHello) return std::nullopt;
  const auto decoded = decodeFrame(frame);
  const auto* hello = decoded ? std::get_if<SignedHello>(&*decoded) : nullptr;
  if (hello == nullptr) return std::nullopt;
  return hello->hello.programme;
}

bool ServerSession::wantsReader(ByteView frame) {
  const auto kind = kindOf(frame);
  return kind == FrameKind::kHello || kind == FrameKind::kPull || kind == FrameKind::kNeed ||
         kind == FrameKind::kBegunAsk;
}

ServerStep ServerSession::opened() {
  nonce_.resize(kNonceBytes);
  random_.fill({reinterpret_cast<std::uint8_t*>(nonce_.data()), nonce_.size()});
  ServerStep step;
  step += encodeFrame(Welcome{kProtocolVersion, kProtocolVersion, nonce_,
                              clock_.wallNow().time_since_epoch().count()});
  return step;
}

ServerStep ServerSession::end(RefusalCode code, std::string message) {
  ServerStep step;
  if (phase_ != Phase::kClosed) step += encodeFrame(Refusal{code, std::move(message)});
  phase_ = Phase::kClosed;
  step.close = true;
  return step;
}

ServerStep ServerSession::inTrouble(const Error& error) {
  ServerStep step = end(RefusalCode::kTrouble, troubleOf(error));
  step.trouble = error;
  return step;
}

ServerStep ServerSession::receive(ByteView frame, ServerReader* reader) {
  if (phase_ == Phase::kClosed) return {};
  heardAt_ = clock_.steadyNow();
  // Before it is unpacked: a stranger costs no more than a hello.
  if (phase_ == Phase::kGreeting && kindOf(frame) != FrameKind::kHello) {
    return end(RefusalCode::kOutOfOrder, "A tablet says who it is before anything else.");
  }
  auto decoded = decodeFrame(frame);
  if (!decoded) {
    const bool large = decoded.error().code == ErrorCode::kTooLarge;
    return end(large ? RefusalCode::kTooLarge : RefusalCode::kMalformed, decoded.error().message);
  }
  if (phase_ == Phase::kGreeting) {
    return onHello(std::get<SignedHello>(*decoded), reader);
  }
  if (revoked_ && !maySendRevoked(*decoded)) return end(RefusalCode::kRevoked, kWithdrawn);
  if (auto* push = std::get_if<Push>(&*decoded)) return onPush(std::move(*push));
  if (auto* offer = std::get_if<OfferStates>(&*decoded)) return onOffer(std::move(*offer));
  if (auto* offer = std::get_if<OfferChanges>(&*decoded)) {
    return take(decodeOffered(std::move(*offer), *replica_, opens_));
  }
  if (const auto* pull = std::get_if<Pull>(&*decoded)) return onPull(*pull, reader);
  if (const auto* took = std::get_if<Took>(&*decoded)) return onTook(*took);
  if (const auto* need = std::get_if<Need>(&*decoded)) return onNeed(*need, reader);
  if (auto* drop = std::get_if<Drop>(&*decoded)) return onDrop(std::move(*drop));
  if (auto* begun = std::get_if<BegunDrafts>(&*decoded)) return onBegun(std::move(*begun));
  if (std::holds_alternative<BegunAsk>(*decoded)) return onBegunAsk(reader);
  if (std::holds_alternative<Heartbeat>(*decoded)) return {};
  if (const auto* fork = std::get_if<Fork>(&*decoded)) {
    forking_ = *fork;
    ServerStep step;
    step.fork = *fork;
    return step;
  }
  if (isReserved(*decoded)) {
    return end(RefusalCode::kUpdateNeeded,
               "This server is too old for what the tablet asks. Nothing is lost.");
  }
  return end(RefusalCode::kOutOfOrder, "This message may not come now.");
}

ServerStep ServerSession::onHello(const SignedHello& signedHello, ServerReader* reader) {
  const Hello& hello = signedHello.hello;
  if (hello.version != kProtocolVersion) {
    return end(RefusalCode::kUpdateNeeded,
               "This tablet's app is too old for the office. Update it; everything on it is safe.");
  }
  // One answer for an unknown programme, an unknown device and a wrong signature: a stranger learns
  // nothing.
  const auto unknown = [this] {
    return end(RefusalCode::kUnknownDevice,
               "The office does not know this tablet. Tell the coordinator; everything on it is "
               "safe and stays.");
  };
  if (reader == nullptr) return unknown();
  const auto row = reader->replica(hello.replica);
  if (!row) return inTrouble(row.error());
  if (!row->has_value() || !signedBy(**row, nonce_, signedHello)) return unknown();
  if ((*row)->revoked) return accept(*reader, **row, hello);
  const auto doubtful = hello.cursor ? wentBack(*reader, *hello.cursor) : Result<bool>(false);
  if (!doubtful) return inTrouble(doubtful.error());
  if (!*doubtful) return accept(*reader, **row, hello);
  programme_ = hello.programme;
  ServerStep step = end(RefusalCode::kBusy,
                        "The office was put back from a copy. The tablet connects again by itself, "
                        "and gives back what is missing there.");
  step.unknownCursor = hello.cursor;
  return step;
}

Result<bool> ServerSession::wentBack(ServerReader& reader, const Cursor& cursor) const {
  const auto programme = reader.programme();
  if (!programme) return programme.error();
  const bool ours = arbiter_ != nullptr && cursor.number.epoch == programme->epoch;
  if (!ours || !arbiter_->provesCursor(cursor)) return false;
  const auto known = reader.tagAt(cursor.number.n);
  if (!known) return known.error();
  return *known != cursor.tag;
}

ServerStep ServerSession::accept(ServerReader& reader, const ReplicaRow& row, const Hello& hello) {
  const auto programme = reader.programme();
  if (!programme) return inTrouble(programme.error());
  Accepted accepted;
  accepted.role = row.role;
  accepted.revoked = revoked_ = row.revoked;
  accepted.epoch = programme->epoch;
  if (opens_ != nullptr) accepted.sealTo = Bytes(opens_->publicKey().view());
  accepted.appliedThrough = row.appliedThrough;
  accepted.chainAt = std::min(row.appliedThrough, hello.counter);
  accepted.serverMillis = clock_.wallNow().time_since_epoch().count();
  if (accepted.chainAt == row.appliedThrough) {
    accepted.chain = row.chain;
  } else if (accepted.chainAt > 0) {
    const auto entry = reader.logEntry({row.replica, accepted.chainAt});
    if (!entry) return inTrouble(entry.error());
    // A forked replica's log begins where it forked; before that the chain cannot agree.
    if (*entry) accepted.chain = (*entry)->chain;
  }
  auto restores = reader.restores();
  if (!restores) return inTrouble(restores.error());
  phase_ = Phase::kLive;
  counter_ = std::max(counter_, hello.counter);
  greetedThrough_ = row.appliedThrough;
  mayOffer_ = mayOffer_ || (hello.cursor && hello.cursor->number.epoch != programme->epoch);
  programme_ = hello.programme;
  replica_ = row.replica;
  personName_ = row.personName;
  role_ = row.role;
  epoch_ = programme->epoch;
  ServerStep step;
  step += encodeFrame(accepted);
  if (revoked_) return step;
  const bool elsewhere = hello.cursor && hello.cursor->number.epoch != programme->epoch;
  if (!restores->empty() || elsewhere) step += encodeFrame(newsOf(*programme, *restores));
  step.progress = ReplicaProgress{row.replica, std::min(hello.settledThrough, row.appliedThrough),
                                  std::nullopt};
  return step;
}

ServerStep ServerSession::onPush(Push push) {
  return take(decodeRun(std::move(push.changes), *replica_));
}

ServerStep ServerSession::onOffer(OfferStates offer) {
  if (!mayOffer_) return end(RefusalCode::kOutOfOrder, "This message may not come now.");
  ++pushesInFlight_;
  ServerStep step;
  step.offered = OfferedCopies{*replica_, counter_, std::move(offer)};
  return step;
}

ServerStep ServerSession::take(Result<ChangeRun> run) {
  if (!run) return end(RefusalCode::kOutOfOrder, run.error().message);
  if (run->changes.empty()) return {};
  ++pushesInFlight_;
  ServerStep step;
  step.push = *std::move(run);
  step.push->greetedThrough = greetedThrough_;
  return step;
}

ServerStep ServerSession::pushed(const Result<std::vector<FrameVerdict>>& verdicts) {
  if (phase_ == Phase::kClosed) return {};
  --pushesInFlight_;
  if (!verdicts) {
    const bool theirs = verdicts.error().code == ErrorCode::kInvalid;
    if (theirs) return end(RefusalCode::kOutOfOrder, verdicts.error().message);
    const bool twin = verdicts.error().code == ErrorCode::kConflict;
    if (twin) return end(RefusalCode::kBusy, verdicts.error().message);
    const bool revoked = verdicts.error().code == ErrorCode::kRefused;
    if (revoked) return end(RefusalCode::kRevoked, verdicts.error().message);
    return end(RefusalCode::kTrouble, troubleOf(verdicts.error()));
  }
  for (const FrameVerdict& verdict : *verdicts) {
    // A repeated answer is never folded by the tablet, so its state must go down. What it pushed
    // before it asked for states counts too: it asks behind a whole window of pushes.
    if (verdict.after && verdict.telling == Telling::kFirst) {
      folded_.told(verdict.before, verdict.after->n, tookThrough_);
    }
  }
  ServerStep step;
  step += encodeFrame(Verdicts{*verdicts});
  marked_ = true;
  return step;
}

ServerStep ServerSession::onDrop(Drop drop) {
  if (dropInFlight_) return end(RefusalCode::kOutOfOrder, "This message may not come now.");
  if (drop.answers.empty()) return {};
  dropInFlight_ = true;
  ServerStep step;
  step.drop = std::move(drop);
  return step;
}

ServerStep ServerSession::kept(const Result<std::vector<Uuid>>& ids) {
  if (phase_ == Phase::kClosed) return {};
  dropInFlight_ = false;
  if (!ids) return end(RefusalCode::kTrouble, troubleOf(ids.error()));
  ServerStep step;
  step += encodeFrame(DropKept{*ids});
  return step;
}

ServerStep ServerSession::onTook(const Took& took) {
  if (statesInFlight_ == 0) return end(RefusalCode::kOutOfOrder, "This message may not come now.");
  --statesInFlight_;
  pace_.answered(clock_.steadyNow());
  const bool known = took.cursor.number.epoch == epoch_ && took.cursor.number.n <= sentThrough_;
  if (!known) return end(RefusalCode::kOutOfOrder, "This tablet confirms what it was not sent.");
  tookThrough_ = std::max(tookThrough_, took.cursor.number.n);
  ServerStep step;
  step.progress = ReplicaProgress{*replica_, 0, took.cursor.number};
  return step;
}

bool ServerSession::wantsFrames() const {
  return phase_ != Phase::kClosed && pushesInFlight_ < limits::kPushesInFlight;
}

bool ServerSession::wantsPull() const {
  // Verdicts go before states: while a push is in flight its commit may be visible already.
  if (phase_ != Phase::kLive || !pulling_ || pushesInFlight_ > 0) return false;
  if (!needed_.empty()) return true;
  return statesInFlight_ < limits::kStateFramesInFlight && pace_.hasRoom() && (marked_ || backlog_);
}

ServerStep ServerSession::tick() {
  const auto now = clock_.steadyNow();
  if (phase_ == Phase::kClosed) return {};
  if (phase_ == Phase::kGreeting && now - openedAt_ > limits::kHandshake) {
    return end(RefusalCode::kBusy,
               "The tablet did not say who it is in time. It will be tried again.");
  }
  if (now - heardAt_ > limits::kSilenceCloses) {
    return end(RefusalCode::kBusy, "The connection fell silent. It will be tried again.");
  }
  ServerStep step;
  if (phase_ == Phase::kLive && now - spokeAt_ >= limits::kHeartbeatEvery) {
    spokeAt_ = now;
    step += encodeFrame(Heartbeat{});
  }
  return step;
}

ServerStep ServerSession::forked(const Status& outcome, ServerReader& reader) {
  if (!outcome) {
    const bool theirs = outcome.error().code == ErrorCode::kInvalid;
    return end(RefusalCode::kTrouble,
               theirs ? outcome.error().message : troubleOf(outcome.error()));
  }
  if (!forking_) return {};
  const auto row = reader.replica(forking_->replica);
  if (!row) return inTrouble(row.error());
  if (!row->has_value())
    return end(RefusalCode::kTrouble, "The tablet's new name was not kept. Try again.");
  Hello hello;
  hello.programme = programme_;
  hello.counter = forking_->forkedAfter;
  forking_.reset();
  return accept(reader, **row, hello);
}

}  // namespace rapport
