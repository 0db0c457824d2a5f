#include "tests/simulation/liar.h"

#include "shared/base/limits.h"
#include "shared/protocol/change_codec.h"
#include "shared/protocol/frame_codec.h"
#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

constexpr std::uint64_t kHonestGreetingsOf100 = 70;
constexpr std::uint64_t kMostAhead = 1'000'000;
constexpr std::size_t kNoiseBytes = 300;
constexpr int kMostLies = 3;

}  // namespace

Liar::Liar(Scene& scene, Office& office)
    : scene_(scene),
      office_(office),
      key_(SigningKey::generate(scene.random)),
      replica_{makeUuidV4(scene.random)},
      person_{makeUuidV4(scene.random)} {
  ReplicaRow row;
  row.replica = replica_;
  row.person = person_;
  row.deviceName = kLiarsName;
  row.role = Role::kVolunteer;
  row.publicKey = Bytes(key_.publicKey().view());
  if (!office_.admit(row)) scene_.violated("the liar was not let in");
}

void Liar::act() {
  stop();
  wire_ = std::make_shared<Wire>(scene_, "liar/" + std::to_string(++wires_));
  wire_->attach(End::kTablet, {[this, place = wires_](const Bytes& frame) {
                                 if (place == wires_ && wire_ != nullptr) arrived(frame);
                               },
                               [this, place = wires_] {
                                 if (place == wires_) wire_.reset();
                               }});
  office_.answer(wire_);
}

void Liar::stop() {
  if (wire_ != nullptr) std::exchange(wire_, nullptr)->hangUp(End::kTablet);
}

void Liar::arrived(const Bytes& frame) {
  if (frame.empty()) return;
  const auto kind = static_cast<FrameKind>(frame.front());
  if (kind == FrameKind::kWelcome) return greet(frame);
  if (kind != FrameKind::kAccepted) return;
  for (auto lies = scene_.mishapDice.between(1, kMostLies); lies > 0 && wire_; --lies) lie();
}

// Mostly under its own name; else with somebody else's greeting, or none.
void Liar::greet(const Bytes& frame) {
  const auto decoded = decodeFrame(frame);
  const auto* welcome = decoded ? std::get_if<Welcome>(&*decoded) : nullptr;
  if (welcome == nullptr) return;
  if (!scene_.mishapDice.chance(kHonestGreetingsOf100)) return say(overheard());
  Hello hello;
  hello.programme = kProgramme;
  hello.replica = replica_;
  hello.copyRole = Role::kSafeguarding;
  hello.application = "another program";
  SignedHello signedHello;
  signedHello.signedPart = signedPartOf(hello);
  signedHello.signature =
      Bytes(key_.sign(signedBytesOf(welcome->nonce, signedHello.signedPart)).view());
  say(encodeFrame(signedHello));
}

void Liar::lie() {
  switch (scene_.mishapDice.below(7)) {
    case 0:
      return say(overheard());
    case 1:
      return say(gappedRun());
    case 2:
      return say(Bytes(limits::kFrameBytes + 1, 'x'));
    case 3:
      return say(encodeFrame(Took{{{kEpoch, kMostAhead}, 1}}));
    case 4:
      return say(encodeFrame(Fork{{makeUuidV4(scene_.random)}, 1 + scene_.mishapDice.below(9)}));
    case 5:
      return say(encodeFrame(Pull{Cursor{{kEpoch, scene_.mishapDice.below(kMostAhead)}, 1}}));
    default:
      return say(noise(kNoiseBytes));
  }
}

// A change that would do, in a place that is not the next one.
Bytes Liar::gappedRun() {
  Change change;
  change.dot = {replica_, 2 + scene_.mishapDice.below(kMostAhead)};
  change.record = {makeUuidV4(scene_.random)};
  change.type = kPlot;
  change.person = person_;
  change.operations.emplace_back().field = 1;
  change.operations.back().deed = WriteValue{Value{"forged"}};
  return encodeFrame(Push{{encodeChange(change)}});
}

// A frame that an honest tablet sent, as it was or with a bit turned.
Bytes Liar::overheard() {
  if (scene_.overheard.empty()) return noise(kNoiseBytes);
  Bytes frame = scene_.mishapDice.of(scene_.overheard);
  if (frame.empty() || scene_.mishapDice.chance(50)) return frame;
  char& byte = frame[scene_.mishapDice.below(frame.size())];
  byte = static_cast<char>(byte ^ (1 << scene_.mishapDice.below(8)));
  return frame;
}

Bytes Liar::noise(std::size_t most) {
  Bytes bytes(1 + scene_.mishapDice.below(most), '\0');
  for (char& byte : bytes) byte = static_cast<char>(scene_.mishapDice.below(256));
  return bytes;
}

void Liar::say(Bytes frame) {
  if (wire_ == nullptr) return;
  const auto wire = wire_;
  wire->send(End::kTablet, std::move(frame));
}

}  // namespace rapport::simulation
