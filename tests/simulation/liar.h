#pragma once

#include <memory>

#include "shared/crypto/signing.h"
#include "tests/simulation/office.h"

namespace rapport::simulation {

// Whoever holds an enrolled tablet's key and writes their own program for it: frames that others
// sent, runs with gaps, more than fits, bytes at random. Nothing of it may be applied, and nobody
// else may notice.
class Liar {
 public:
  Liar(Scene& scene, Office& office);

  // Connects and says what it likes.
  void act();
  void stop();

 private:
  void arrived(const Bytes& frame);
  void greet(const Bytes& welcome);
  void lie();
  Bytes gappedRun();
  Bytes overheard();
  Bytes noise(std::size_t most);
  void say(Bytes frame);

  Scene& scene_;
  Office& office_;
  const SigningKey key_;
  const ReplicaId replica_;
  const PersonId person_;
  std::shared_ptr<Wire> wire_;
  std::uint64_t wires_ = 0;
};

}  // namespace rapport::simulation
