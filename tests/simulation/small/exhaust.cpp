#include <chrono>
#include <cstdio>

#include <CLI/CLI.hpp>

#include "tests/simulation/small/explore.h"
#include "tests/simulation/small/scripts.h"

namespace rapport::simulation {
namespace {

struct Wanted {
  std::size_t changes = 3;
  unsigned cuts = 0, kills = 0;
  std::size_t every = 1;
  double minutes = 0;
};

int run(const Wanted& wanted) {
  const auto began = std::chrono::steady_clock::now();
  const auto minutesPassed = [began] {
    const std::chrono::duration<double, std::ratio<60>> passed =
        std::chrono::steady_clock::now() - began;
    return passed.count();
  };
  Explored all;
  std::size_t done = 0;
  const auto scripts = smallScripts(wanted.changes, wanted.cuts, wanted.kills);
  for (std::size_t i = 0; i < scripts.size() && !all.failed; i += wanted.every) {
    if (wanted.minutes > 0 && minutesPassed() > wanted.minutes) break;
    const Explored explored = explore(scripts[i].script);
    all.states += explored.states;
    all.steps += explored.steps;
    all.ends += explored.ends;
    all.failed = explored.failed;
    all.complete = all.complete && explored.complete;
    ++done;
    if (explored.failed) std::printf("in: %s\n", scripts[i].name.c_str());
  }
  std::printf(
      "%zu of %zu scripts of %zu changes, %u cuts, %u kills: %llu states, %llu steps, "
      "%llu ends, %s, %.1f minutes: %s\n",
      done, scripts.size(), wanted.changes, wanted.cuts, wanted.kills,
      static_cast<unsigned long long>(all.states), static_cast<unsigned long long>(all.steps),
      static_cast<unsigned long long>(all.ends), all.complete ? "complete" : "NOT complete",
      minutesPassed(), all.failed ? "FAILED" : "no violation");
  return all.failed ? 1 : 0;
}

}  // namespace
}  // namespace rapport::simulation

int main(int count, char** words) {
  rapport::simulation::Wanted wanted;
  CLI::App app{"Takes every schedule of a small world: three replicas, a few changes."};
  app.add_option("--changes", wanted.changes, "How many, at most 3");
  app.add_option("--cuts", wanted.cuts, "Connections that may break in each schedule");
  app.add_option("--kills", wanted.kills, "Programs that may end and start in each schedule");
  app.add_option("--every", wanted.every, "Only every so manieth script");
  app.add_option("--minutes", wanted.minutes, "Begin no further script after so long");
  CLI11_PARSE(app, count, words);
  return rapport::simulation::run(wanted);
}
