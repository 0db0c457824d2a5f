#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/bytes.h"
#include "tests/simulation/dice.h"

namespace rapport::simulation {

// What happened, in order. Always its hash, so that a run can be told from another; the lines
// themselves when somebody will read them.
class Trace {
 public:
  enum class Keep { kHash, kLines };
  explicit Trace(Keep keep) : keep_(keep) {}

  void line(Millis at, std::string_view who, std::string_view what);
  std::uint64_t hash() const { return hash_; }
  const std::vector<std::string>& lines() const { return lines_; }

 private:
  Keep keep_;
  std::uint64_t hash_ = 0xCBF2'9CE4'8422'2325U;
  std::vector<std::string> lines_;
};

// FNV-1a, to tell bytes apart in a trace.
std::uint64_t hashOf(ByteView bytes, std::uint64_t from = 0xCBF2'9CE4'8422'2325U);
std::string hexOf(std::uint64_t number);

}  // namespace rapport::simulation
