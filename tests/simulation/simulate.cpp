#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include <CLI/CLI.hpp>

#include "tests/simulation/mutants.h"
#include "tests/simulation/planted.h"
#include "tests/simulation/shrink.h"
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
  bool shrink = false;
};

// Such a seed runs twice, and must come out the same.
constexpr std::uint64_t kTwiceEvery = 100;

struct Totals {
  std::uint64_t runs = 0, failed = 0, changes = 0, refused = 0;
};

std::string commandFor(const SimOptions& options) {
  return "scripts/simulate --seed " + std::to_string(options.seed) +
         (options.steering.empty() ? "" : " --steer \"" + options.steering + "\"") +
         (options.mutant == Mutant::kNone ? ""
                                          : " --mutant " + std::string(nameOf(options.mutant))) +
         " --trace";
}

// Under which commit a seed failed is known to whoever started this.
std::string commit() {
  const char* told = std::getenv("RAPPORT_COMMIT");
  return told != nullptr ? told : "unknown";
}

void saveTrace(const Wanted& wanted, const SimOptions& options) {
  const Outcome again = simulate(options, Trace::Keep::kLines);
  std::filesystem::create_directories(wanted.folder);
  std::ofstream file(std::filesystem::path(wanted.folder) /
                     ("seed-" + std::to_string(options.seed) + ".trace"));
  file << "commit " << commit() << "\n" << commandFor(options) << "\n";
  file << options.describe() << "\n";
  for (const std::string& line : again.trace) file << line << "\n";
}

void checkTwin(const Outcome& outcome, Totals& totals) {
  if (outcome.options.seed % kTwiceEvery != 0) return;
  if (simulate(outcome.options, Trace::Keep::kHash).traceHash == outcome.traceHash) return;
  ++totals.failed;
  std::printf("%s\n  FAILED: the same seed ran in two ways\n  again: %s\n",
              outcome.options.describe().c_str(), commandFor(outcome.options).c_str());
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
  if (!outcome.violation) return checkTwin(outcome, totals);
  ++totals.failed;
  std::printf("%s\n  FAILED: %s\n  again: %s\n", options.describe().c_str(),
              outcome.violation->c_str(), commandFor(options).c_str());
  std::fflush(stdout);
  SimOptions least = options;
  if (wanted.shrink) {
    least = *drawSteered(options.seed, shrink(options));
    least.mutant = options.mutant;
    std::printf("  shrunk: %s\n", commandFor(least).c_str());
  }
  if (wanted.shrink || !wanted.seed) saveTrace(wanted, least);
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
  app.add_flag("--shrink", wanted.shrink, "Look for the least that still fails");
  app.add_option("--mutant", wanted.mutant, "Break this rule on purpose");
  CLI11_PARSE(app, count, words);
  return rapport::simulation::run(wanted);
}
