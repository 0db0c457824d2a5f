#include "tests/simulation/mutants.h"

#include <array>

namespace rapport::simulation {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Mutant::kCount)> kNames = {
    "none",
    "tells-before-commit",
    "states-before-verdicts",
    "forgets-marks",
    "judges-twice",
    "keeps-torn-acts",
    "skips-a-state",
    "shows-everything",
    "changes-its-mind",
    "forgets-numbers",
    "drops-removed-rows",
    "merges-rows-whole",
    "normal-sync",
    "copies-after-cursor",
    "saves-in-pieces",
    "forgets-uncovered",
    "leaves-overlay-early",
    "forgets-receipts",
    "keeps-claims",
    "pages-see-the-newest",
    "editors-see-the-newest",
};

}  // namespace

std::string_view nameOf(Mutant mutant) { return kNames[static_cast<std::size_t>(mutant)]; }

std::string_view steerOf(Mutant mutant) {
  switch (mutant) {
    case Mutant::kForgetsUncovered:
      return "slow-line tablet-kill kind=paper";
    case Mutant::kKeepsClaims:
      return "office-restored slow-line tablet-kill";
    default:
      return "";
  }
}

std::vector<Mutant> allMutants() {
  std::vector<Mutant> all;
  for (std::size_t i = 1; i < kNames.size(); ++i) all.push_back(static_cast<Mutant>(i));
  return all;
}

}  // namespace rapport::simulation
