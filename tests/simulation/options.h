#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/model/record_type.h"
#include "tests/simulation/dice.h"

namespace rapport::simulation {

// What may exist in a run. Each seed draws which: a fault that is everywhere hides those that need
// its absence.
enum class Trait : std::uint8_t {
  // The line.
  kSlowLine,
  kCuts,
  kTruncation,
  kHalfOpen,
  kLostAnswers,
  kSecondLine,
  kOffline,
  // Clocks.
  kWrongClocks,
  kDrift,
  kJumps,
  kWrongOfficeClock,
  // Disks and programs.
  kTabletKill,
  kTabletPower,
  kTabletSync,
  kTabletDisk,
  kTabletFull,
  kOfficeKill,
  kOfficePower,
  kOfficeSync,
  kOfficeDisk,
  kOfficeFull,
  // People.
  kRoles,
  kRoleChanges,
  kForged,
  kDeletes,
  kActs,
  kPages,
  kOpenEditors,
  kLargeValues,
  kCount,
};
inline constexpr std::size_t kTraits = static_cast<std::size_t>(Trait::kCount);
std::string_view nameOf(Trait trait);
std::optional<Trait> traitNamed(std::string_view name);
using Traits = std::bitset<kTraits>;

// A rule of the real code that a test breaks on purpose, to see that a run finds it (mutants.h).
enum class Mutant : std::uint8_t;

struct SimOptions {
  std::uint64_t seed = 0;
  std::size_t actions = 150;
  std::vector<Role> tablets;        // the role of each
  std::vector<TypeNumber> records;  // the kind of each
  std::vector<FieldNumber> fields;  // of a plot, those that people write
  Traits traits;
  Mutant mutant{};

  bool has(Trait trait) const { return traits.test(static_cast<std::size_t>(trait)); }
  bool hasDiskFaults() const;
  std::string describe() const;  // one line
};

// What this seed stands for. Traits in `without` do not exist, whatever it draws.
SimOptions drawOptions(std::uint64_t seed, const Traits& without = {});

}  // namespace rapport::simulation
