#include "tests/simulation/wire.h"

#include <algorithm>
#include <vector>

#include "shared/protocol/frames.h"

namespace rapport::simulation {
namespace {

constexpr Millis kFast{20};
constexpr std::size_t kOverheard = 16;
constexpr Millis kSlow{4000};
constexpr Millis kTabletNotices{2000};
constexpr Millis kOfficeNotices{50'000};

}  // namespace

std::string_view kindOf(const Bytes& frame) {
  if (frame.empty()) return "nothing";
  switch (static_cast<FrameKind>(frame.front())) {
    case FrameKind::kWelcome:
      return "welcome";
    case FrameKind::kHello:
      return "hello";
    case FrameKind::kAccepted:
      return "accepted";
    case FrameKind::kRefusal:
      return "refusal";
    case FrameKind::kPush:
      return "push";
    case FrameKind::kVerdicts:
      return "verdicts";
    case FrameKind::kPull:
      return "pull";
    case FrameKind::kStates:
      return "states";
    case FrameKind::kTook:
      return "took";
    case FrameKind::kHeartbeat:
      return "heartbeat";
    case FrameKind::kNeed:
      return "need";
    case FrameKind::kFork:
      return "fork";
    default:
      return "other";
  }
}

Wire::Wire(Scene& scene, std::string name)
    : scene_(scene), name_(std::move(name)), failure_(drawFailure()) {
  framesUntilFailure_ = static_cast<std::size_t>(scene.lineDice.between(1, 30));
  const bool slow = !scene.calm && scene.options.has(Trait::kSlowLine) && scene.lineDice.chance(50);
  slowest_ = slow ? kSlow : kFast;
}

Wire::Failure Wire::drawFailure() {
  const SimOptions& options = scene_.options;
  std::vector<Failure> possible;
  if (options.has(Trait::kCuts)) possible.push_back(Failure::kCut);
  if (options.has(Trait::kTruncation)) possible.push_back(Failure::kTruncate);
  if (options.has(Trait::kHalfOpen)) possible.push_back(Failure::kHalfOpen);
  if (options.has(Trait::kLostAnswers)) possible.push_back(Failure::kLoseAnswer);
  if (scene_.calm || possible.empty() || scene_.lineDice.chance(25)) return Failure::kNone;
  return scene_.lineDice.of(possible);
}

Millis Wire::delay() { return scene_.lineDice.between(Millis{1}, slowest_); }

bool Wire::failsAt(End from, const Bytes& frame) {
  if (failure_ == Failure::kNone || scene_.calm) return false;
  if (failure_ == Failure::kLoseAnswer) {
    const bool answer =
        from == End::kOffice && static_cast<FrameKind>(frame.front()) == FrameKind::kVerdicts;
    return answer && scene_.lineDice.chance(50);
  }
  return framesUntilFailure_-- == 1;
}

void Wire::send(End from, Bytes frame) {
  if (!open_[index(from)]) return;
  scene_.note(name_, std::string(from == End::kTablet ? "up " : "down ")
                         .append(kindOf(frame))
                         .append(" " + std::to_string(frame.size()) + " " + hexOf(hashOf(frame))));
  overhear(from, frame);
  if (!failsAt(from, frame)) return carry(from, std::move(frame));
  const Failure failure = failure_;
  failure_ = Failure::kNone;
  if (failure == Failure::kHalfOpen) {
    halfOpen();
    return carry(from, std::move(frame));
  }
  if (failure == Failure::kTruncate) {
    scene_.note(name_, "truncates it");
    garbled_ = true;
    frame.resize(scene_.lineDice.below(frame.size()));
    carry(from, std::move(frame));
  }
  cut();
}

void Wire::overhear(End from, const Bytes& frame) {
  if (from == End::kOffice || !scene_.options.has(Trait::kLiar)) return;
  // A name that nobody bears yet: whoever overheard it could take it. It is random, and sealed on
  // its way.
  if (!frame.empty() && static_cast<FrameKind>(frame.front()) == FrameKind::kFork) return;
  if (scene_.overheard.size() < kOverheard) return scene_.overheard.push_back(frame);
  scene_.overheard[scene_.lineDice.below(kOverheard)] = frame;
}

void Wire::carry(End from, Bytes frame) {
  Pipe& pipe = pipeFrom(from);
  const std::size_t place = pipe.sent++;
  if (dead_ || place >= pipe.lostFrom) return;
  ++pipe.flying;
  pipe.lastArrival = std::max(pipe.lastArrival, scene_.agenda.now() + delay());
  scene_.agenda.in(pipe.lastArrival - scene_.agenda.now(),
                   [self = shared_from_this(), from, place, frame = std::move(frame)] {
                     --self->pipeFrom(from).flying;
                     self->arrive(other(from), place, frame);
                   });
}

void Wire::arrive(End at, std::size_t place, const Bytes& frame) {
  Pipe& pipe = pipeFrom(other(at));
  if (dead_ || place >= pipe.lostFrom || !open_[index(at)]) return;
  pipe.arrived = place + 1;
  const auto arrived = earOf(at).arrived;
  if (arrived) arrived(frame);
}

// Frames vanish one way or both, and no end is told.
void Wire::halfOpen() {
  const std::uint64_t way = scene_.lineDice.below(3);
  scene_.note(name_, "goes half-open");
  if (way == 2) {
    dead_ = true;
  } else {
    pipes_[way].lostFrom = pipes_[way].sent;
  }
}

void Wire::breakAt(End end, Millis delay) {
  scene_.agenda.in(delay, [self = shared_from_this(), end] {
    if (!self->open_[index(end)]) return;
    self->open_[index(end)] = false;
    const auto broke = self->earOf(end).broke;
    self->earOf(end) = {};
    if (broke) broke();
  });
}

void Wire::sever() {
  for (Pipe& pipe : pipes_) pipe.lostFrom = std::min(pipe.lostFrom, pipe.arrived);
  cut();
}

void Wire::cut() {
  scene_.note(name_, "is cut");
  for (Pipe& pipe : pipes_) {
    const std::size_t onTheWay = pipe.sent - pipe.arrived;
    pipe.lostFrom = std::min(pipe.lostFrom, pipe.arrived + scene_.lineDice.below(onTheWay + 1));
  }
  const Millis limit = scene_.calm ? kFast : kOfficeNotices;
  breakAt(End::kTablet, scene_.lineDice.between(Millis{0}, std::min(kTabletNotices, limit)));
  // Often soon, sometimes only when the tablet has long been back.
  const Millis latest = scene_.lineDice.chance(50) ? kTabletNotices : kOfficeNotices;
  breakAt(End::kOffice, scene_.lineDice.between(Millis{0}, std::min(latest, limit)));
}

void Wire::hangUp(End by) {
  if (!open_[index(by)]) return;
  scene_.note(name_, by == End::kTablet ? "tablet hangs up" : "office hangs up");
  open_[index(by)] = false;
  earOf(by) = {};
  Pipe& pipe = pipeFrom(by);
  const bool silent = dead_ || pipe.lostFrom != SIZE_MAX;
  if (silent && !scene_.calm) return;
  const Millis rest = std::max(pipe.lastArrival, scene_.agenda.now()) - scene_.agenda.now();
  breakAt(other(by), rest + delay());
}

}  // namespace rapport::simulation
