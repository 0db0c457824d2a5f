#include <algorithm>

#include "shared/crypto/digest.h"
#include "shared/crypto/sha256.h"
#include "shared/merge/state_codec.h"
#include "shared/protocol/change_codec.h"
#include "shared/sync/chain.h"
#include "tests/shared/protocol/examples.h"

namespace rapport::test {
namespace {

const Cursor kCursor{{kEpochNow, 42}, kTag};
const std::string kFull = "This record is full. Shorten it, or go on in a new one.";

const std::string kNoSuchKind = "The office keeps photos, recordings, PDF and text only.";

Digest firstHash() { return hashOfChange(encodeChange(exampleChange())); }
Digest firstChain() { return chainAfter({}, firstHash()); }

Bytes firstMac() {
  return macOfVerdict(secretOf(counting(0x80, 32)), firstHash(), ReceiptStage::kApplied,
                      {kThen, 0});
}

SignedHello signedHello() {
  SignedHello hello;
  hello.hello = {1, "quillan", kTabletA, 9, 7, kCursor, Role::kWorker, "rapport-tablet 0.1.0"};
  hello.signedPart = signedPartOf(hello.hello);
  hello.signature =
      Bytes(exampleKey().sign(signedBytesOf(counting(0x40, 32), hello.signedPart)).view());
  return hello;
}

FrameVerdict verdict(std::uint64_t counter, VerdictStage stage, std::uint32_t logical) {
  FrameVerdict verdict;
  verdict.counter = counter;
  verdict.stage = stage;
  verdict.effective = {kThen, logical};
  verdict.mac = firstMac();
  return verdict;
}

Verdicts verdicts() {
  FrameVerdict applied = verdict(8, VerdictStage::kApplied, 0);
  applied.after = Number{kEpochNow, 42};
  FrameVerdict refused = verdict(9, VerdictStage::kRefused, 1);
  refused.before = Number{kEpochNow, 42};
  refused.reason = kFull;
  FrameVerdict again = verdict(10, VerdictStage::kApplied, 2);
  again.telling = Telling::kAgain;
  again.before = Number{kEpochNow, 42};
  again.after = Number{kEpochNow, 43};
  again.enteredAs = kTabletB;
  FrameVerdict erased = verdict(11, VerdictStage::kErased, 3);
  erased.reason = "This record was erased. What was written here was discarded.";
  return {{applied, refused, again, erased}};
}

Bytes encodedState() {
  ByteWriter out;
  encodeState(out, exampleState());
  return out.take();
}

States statesWithReceipts() {
  const StateReceipt receipt{{kTabletA, 1}, {kEpochNow, 42}, {kThen, 0}};
  return {kCursor, 0, {exampleState()}, {}, {{kPromise, {receipt}}}};
}

OfferChanges offeredChanges() {
  const PriorVerdict applied{
      VerdictStage::kApplied, {kThen, 0}, Number{kEpochBefore, 17}, "", firstMac()};
  const PriorVerdict refused{VerdictStage::kRefused, {kThen, 1}, {}, kFull, firstMac()};
  return {{OfferedChange{encodeChange(exampleChange()), applied},
           OfferedSealedChange{2, firstHash(), counting(48, 60), refused}, OfferedGap{3, 6},
           OfferedErasedChange{7, firstHash(), kOtherRecord, 12}}};
}

Drop drop() {
  const Uuid one = Uuid::parse("3f2c1b0a-9d8e-4f7a-8b6c-5d4e3f2a1b0c").value();
  const Uuid other = Uuid::parse("c0ffee00-1234-4abc-9def-0123456789ab").value();
  return {{{one, 30, 1, {{1, std::int64_t{4}}, {2, std::int64_t{5}}}},
           {other, 30, 1, {{13, std::string{"Gracias"}}}}}};
}

Sealed sealed() {
  std::vector<SealedKey> keys{{digestOf("officer one"), Bytes()},
                              {digestOf("officer two"), Bytes()}};
  std::sort(keys.begin(), keys.end(),
            [](const SealedKey& a, const SealedKey& b) { return a.reader < b.reader; });
  keys[0].key = Bytes(80, '\1');
  keys[1].key = Bytes(80, '\2');
  return {{{9, kPromise, keys, counting(0x60, 24)}}};
}

Relay relay() {
  Relay relay;
  relay.author = kTabletA;
  relay.changes = {encodeChange(exampleChange()),
                   RelayedSealedChange{firstHash(), counting(48, 60)}};
  relay.signature = Bytes(exampleKey().sign(relaySignedBytes(kTabletA, 2, firstChain())).view());
  return relay;
}

constexpr char kBegunWords[] = R"({"text":"Bring the sc"})";

Digest photoHash() { return sha256Of("a photo"); }

}  // namespace

std::vector<FrameExample> frameExamples() {
  const Bytes change = encodeChange(exampleChange());
  const Drop answers = drop();
  const EpochId between{0x0a};
  const StateReceipt oldReceipt{{kTabletA, 1}, {kEpochBefore, 17}, {kThen, 0}};
  return {
      {"frame_welcome", Welcome{1, 1, counting(0x40, 32), kThen}},
      {"frame_hello", signedHello()},
      {"frame_accepted", Accepted{Role::kWorker, kEpochNow, 8, 8, firstChain(), kThen}},
      {"frame_accepted_revoked",
       Accepted{Role::kWorker, kEpochNow, 8, 8, firstChain(), kThen, true}},
      {"frame_accepted_sealing",
       Accepted{Role::kVolunteer, kEpochNow, 8, 8, firstChain(), kThen, false, counting(0x60, 32)}},
      {"frame_refusal",
       Refusal{RefusalCode::kRevoked, "The coordinator has withdrawn this tablet's access."}},
      {"frame_push", Push{{change, encodeChange(exampleOneFieldChange())}}},
      {"frame_push_compressed", Push{{change, change, change, change}}},
      {"frame_verdicts", verdicts()},
      {"frame_pull_first", Pull{}},
      {"frame_pull", Pull{kCursor}},
      {"frame_states", States{kCursor, 3, {exampleState()}, {kOtherRecord}}},
      {"frame_took", Took{kCursor}},
      {"frame_heartbeat", Heartbeat{}},
      {"frame_fork", Fork{kTabletB, 7}},
      {"frame_need", Need{{kPromise, kOtherRecord}}},
      {"frame_forget",
       Forget{{{kEpochNow, 50}, kTag},
              {{kPromise, ForgetReason::kErased}, {kOtherRecord, ForgetReason::kCollected}}}},
      {"frame_epoch", EpochNews{kEpochNow,
                                kServerReplica,
                                5,
                                {{between, {kEpochBefore, 100}}, {kEpochNow, {between, 130}}}}},
      {"frame_offer_states",
       OfferStates{
           {{between, {kEpochBefore, 100}}}, Role::kWorker, {{encodedState(), {oldReceipt}}}}},
      {"frame_offer_changes", offeredChanges()},
      {"frame_attachment_offer", AttachmentOffer{kOtherRecord, photoHash(), 300'000}},
      {"frame_attachment_wanted", AttachmentWanted{photoHash(), 65'536}},
      {"frame_attachment_chunk", AttachmentChunk{photoHash(), 65'536, "...seven"}},
      {"frame_attachment_ask", AttachmentAsk{kOtherRecord, photoHash(), 65'536}},
      {"frame_attachment_declined",
       AttachmentDeclined{photoHash(), DeclinedWhat::kOffer, DeclinedUntil::kPerson, kNoSuchKind}},
      {"frame_drop", answers},
      {"frame_drop_kept", DropKept{{answers.answers[0].id, answers.answers[1].id}}},
      {"frame_begun_drafts", BegunDrafts{{{{}, "promise", 1'795'912'205'000, kBegunWords},
                                          {{}, "feedback", 1'795'912'200'001, ""},
                                          {kTabletB, "promise", 0, ""}}}},
      {"frame_begun_kept",
       BegunKept{{{{}, "promise", 1'795'912'205'000}, {kTabletB, "promise", 0}}}},
      {"frame_begun_ask", BegunAsk{}},
      {"frame_begun_elsewhere",
       BegunElsewhere{true,
                      {{kTabletB, "Ana's tablet", "promise",
                        WallTime{std::chrono::milliseconds{kThen}}, kBegunWords}}}},
  };
}

std::vector<FrameExample> reservedFrameExamples() {
  FrameVerdict relayed = verdict(8, VerdictStage::kApplied, 0);
  relayed.after = Number{kEpochNow, 42};
  return {
      {"frame_states_receipts", statesWithReceipts()},
      {"frame_sealed", sealed()},
      {"frame_relay", relay()},
      {"frame_relay_verdicts", RelayVerdicts{kTabletA, {{relayed}}}},
  };
}

}  // namespace rapport::test
