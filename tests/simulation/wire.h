#pragma once

#include <array>
#include <functional>
#include <memory>
#include <string>

#include "shared/base/bytes.h"
#include "tests/simulation/scene.h"

namespace rapport::simulation {

enum class End : std::uint8_t { kTablet = 0, kOffice = 1 };

// What one end of a wire hears. Neither is called any more once that end has hung up.
struct Ear {
  std::function<void(Bytes frame)> arrived;
  std::function<void()> broke;  // the connection is gone, as far as this end can tell
};

// One connection between a tablet and the office: frames arrive in order, late, and as long as it
// holds. Each wire draws at its beginning how it will fail, if at all.
class Wire : public std::enable_shared_from_this<Wire> {
 public:
  Wire(Scene& scene, std::string name);

  void attach(End end, Ear ear) { earOf(end) = std::move(ear); }
  void send(End from, Bytes frame);
  // This end is done; what it sent still arrives.
  void hangUp(End by);
  // The connection breaks now. What is on its way arrives in part; each end learns of it in its own
  // time.
  void cut();
  // … and nothing of what is on its way arrives.
  void sever();
  bool isOpen(End end) const { return open_[index(end)]; }
  bool isIdle() const { return pipes_[0].flying + pipes_[1].flying == 0; }
  // A frame was cut short on its way: the end that got it may complain.
  bool hasGarbled() const { return garbled_; }

 private:
  enum class Failure { kNone, kCut, kTruncate, kHalfOpen, kLoseAnswer };
  // The way from one end to the other.
  struct Pipe {
    std::size_t sent = 0;
    std::size_t arrived = 0;
    std::size_t flying = 0;
    std::size_t lostFrom = SIZE_MAX;  // frames from this one on never arrive
    Millis lastArrival{0};
  };

  static std::size_t index(End end) { return static_cast<std::size_t>(end); }
  static End other(End end) { return end == End::kTablet ? End::kOffice : End::kTablet; }
  Ear& earOf(End end) { return ears_[index(end)]; }
  Pipe& pipeFrom(End end) { return pipes_[index(end)]; }
  Failure drawFailure();
  bool failsAt(End from, const Bytes& frame);
  void overhear(End from, const Bytes& frame);
  void carry(End from, Bytes frame);
  void arrive(End at, std::size_t place, const Bytes& frame);
  void breakAt(End end, Millis delay);
  void halfOpen();
  Millis delay();

  Scene& scene_;
  const std::string name_;
  std::array<Ear, 2> ears_;
  std::array<Pipe, 2> pipes_;
  std::array<bool, 2> open_{true, true};
  Failure failure_ = Failure::kNone;
  std::size_t framesUntilFailure_ = 0;
  bool dead_ = false;  // nothing gets through any more, and nobody is told
  bool garbled_ = false;
  Millis slowest_{0};
};

// "push", "states" and so on, by the frame's first byte.
std::string_view kindOf(const Bytes& frame);

}  // namespace rapport::simulation
