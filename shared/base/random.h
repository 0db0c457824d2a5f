#pragma once

#include <cstdint>
#include <random>
#include <span>

namespace rapport {

// The only source of chance. The real one is shared/crypto's; keys are made from no other.
class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> out) = 0;

  std::uint64_t next64();
};

// Repeatable from its seed, for tests and the simulator. Not secret.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
  void fill(std::span<std::uint8_t> out) override;

 private:
  std::mt19937_64 engine_;
};

}  // namespace rapport
