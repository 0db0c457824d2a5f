#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include <CLI/CLI.hpp>

#include "tests/simulation/mutants.h"
#include "tests/simulation/planted.h"
#include "tests/simulation/world.h"

namespace rapport::simulation {
namespace {

struct Wanted {
  std::uint64_t seeds = 1000;
  std::uint64_t from = 1;
  std::optional<std::uint64_t> seed;
  bool trace = false;
  std::string folder = "build/simulation";
  std::string steer;
  std::string mutant = "none";
};

struct Totals {
  std::uint64_t runs = 0, failed = 0, changes = 0, refused = 0;
};

std::string commandFor(const Outcome& outcome) {
  return "scripts/simulate --seed " + std::to_string(outcome.options.seed) +
         (outcome.options.steering.empty() ? "" : " --steer \"" + outcome.options.steering + "\"") +
         " --trace";
}

void saveTrace(const Wanted& wanted, const SimOptions& options) {
  const Outcome again = simulate(options, Trace::Keep::kLines);
  std::filesystem::create_directories(wanted.folder);
  std::ofstream file(std::filesystem::path(wanted.folder) /
                     ("seed-" + std::to_string(options.seed) + ".trace"));
  file << options.describe() << "\n";
  for (const std::string& line : again.trace) file << line << "\n";
}

void runOne(const Wanted& wanted, const SimOptions& options, Totals& totals) {
  const Outcome outcome =
      simulate(options, wanted.trace ? Trace::Keep::kLines : Trace::Keep::kHash);
  ++totals.runs;
  totals.changes += outcome.changes;
  totals.refused += outcome.refused;
  if (wanted.trace) {
    for (const std::string& line : outcome.trace) std::printf("%s\n", line.c_str());
  }
  if (wanted.seed) {
    std::printf("%s\ntrace hash %s\n", options.describe().c_str(),
                hexOf(outcome.traceHash).c_str());
  }
  if (!outcome.violation) return;
  ++totals.failed;
  std::printf("%s\n  FAILED: %s\n  again: %s\n", options.describe().c_str(),
              outcome.violation->c_str(), commandFor(outcome).c_str());
  std::fflush(stdout);
  if (!wanted.seed) saveTrace(wanted, options);
}

// Breaks the rule that was named, if one was, and steers to where it matters; false: there is none.
bool breakRule(Wanted& wanted, Mutant& mutant) {
  for (const Mutant each : allMutants()) {
    if (nameOf(each) == wanted.mutant) mutant = each;
  }
  if (wanted.steer.empty()) wanted.steer = steerOf(mutant);
  if (nameOf(mutant) == wanted.mutant) return true;
  for (const PlantedBug& bug : plantedBugs()) {
    if (bug.name != wanted.mutant) continue;
    plantedNow = bug.number;
    if (wanted.steer.empty()) wanted.steer = bug.steer;
    return true;
  }
  return false;
}

int run(Wanted wanted) {
  Mutant mutant = Mutant::kNone;
  if (!breakRule(wanted, mutant)) {
    std::fprintf(stderr, "There is no mutant called \"%s\" in this program.\n",
                 wanted.mutant.c_str());
    return 2;
  }
  if (!drawSteered(1, wanted.steer)) {
    std::fprintf(stderr, "\"%s\" steers nowhere.\n", wanted.steer.c_str());
    return 2;
  }
  const std::uint64_t first = wanted.seed.value_or(wanted.from);
  const std::uint64_t count = wanted.seed ? 1 : wanted.seeds;
  const auto began = std::chrono::steady_clock::now();
  Totals totals;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    SimOptions options = *drawSteered(seed, wanted.steer);
    options.mutant = mutant;
    runOne(wanted, options, totals);
  }
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
  std::printf(
      "seeds %llu to %llu: %llu failed; %llu changes judged, %llu sent back; %.1f s, "
      "%.0f seeds a second\n",
      static_cast<unsigned long long>(first), static_cast<unsigned long long>(first + count - 1),
      static_cast<unsigned long long>(totals.failed),
      static_cast<unsigned long long>(totals.changes),
      static_cast<unsigned long long>(totals.refused), seconds,
      static_cast<double>(totals.runs) / seconds);
  return totals.failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace rapport::simulation

int main(int count, char** words) {
  rapport::simulation::Wanted wanted;
  CLI::App app{"Runs tablets, coordinators and a server in one thread of virtual time, and looks."};
  app.add_option("--seeds", wanted.seeds, "How many runs");
  app.add_option("--from", wanted.from, "The first seed");
  app.add_option("--seed", wanted.seed, "This run alone");
  app.add_flag("--trace", wanted.trace, "Print everything that happens");
  app.add_option("--out", wanted.folder, "Where traces of failed runs go");
  app.add_option("--steer", wanted.steer, "Words that bend what the seeds draw (options.h)");
  app.add_option("--mutant", wanted.mutant, "Break this rule on purpose");
  CLI11_PARSE(app, count, words);
  return rapport::simulation::run(wanted);
}
