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
  kOldImages,
  kTabletKillInCall,
  kOfficeKillInCall,
  kLiar,
  // People.
  kRoles,
  kRoleChanges,
  kForged,
  kDeletes,
  kActs,
  kPages,
  kOpenEditors,
  kLargeValues,
  kNarrowPages,
  kUndo,
  // What comes to a programme seldom.
  kRevocation,
  kErasure,
  kReinstall,
  kOfficeRestored,
  kClones,
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
  std::string steering;  // the words that bent what the seed drew

  bool has(Trait trait) const { return traits.test(static_cast<std::size_t>(trait)); }
  bool hasDiskFaults() const;
  std::string describe() const;  // one line
};

// What this seed stands for, bent by words: "cuts" (this trait exists), "-cuts" (it does not),
// "actions=40", "tablets=2", "records=1" (no more than so many), "kind=paper" (every record),
// "fields=name,soil" (of plots). Nothing: one of the words means nothing.
std::optional<SimOptions> drawSteered(std::uint64_t seed, std::string_view words);
SimOptions drawOptions(std::uint64_t seed);

}  // namespace rapport::simulation
