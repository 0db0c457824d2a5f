#include "tests/simulation/small/scripts.h"

namespace rapport::simulation {
namespace {

constexpr FieldNumber kName = 1, kTags = 4;
constexpr std::size_t kReplicas = 3;
enum class Third { kConsole, kTablet };

std::vector<Wish> deeds() {
  return {{{kName}, Value{"moss"}},
          {{kTags}, EditElements{{Value{"reed"}}, {}}},
          {{}, Deletion::kDelete}};
}

std::string nameOf(std::size_t deed) {
  static constexpr const char* kNames[] = {"write", "element", "delete"};
  return kNames[deed];
}

// The changes one after another, each by somebody and of some kind: as many as fit `changes` digits
// of a number.
NamedScript scriptAt(std::size_t number, std::size_t changes, Third third) {
  const auto all = deeds();
  NamedScript named;
  std::vector<std::vector<Wish>> replicas(kReplicas);
  std::size_t before = 0;
  for (std::size_t i = 0; i < changes; ++i) {
    const std::size_t digit = number % (kReplicas * all.size());
    number /= kReplicas * all.size();
    if (digit < before) return {};  // the same changes in another order of telling
    before = digit;
    const std::size_t by = digit / all.size();
    replicas[by].push_back(all[digit % all.size()]);
    named.name += " " + std::to_string(by) + ":" + nameOf(digit % all.size());
  }
  if (third == Third::kConsole) named.script.console = replicas.back();
  if (third == Third::kConsole) replicas.pop_back();
  named.name =
      (third == Third::kConsole ? "two tablets and the console," : "three tablets,") + named.name;
  named.script.tablets = std::move(replicas);
  return named;
}

}  // namespace

std::vector<NamedScript> smallScripts(std::size_t changes, unsigned cuts, unsigned kills) {
  std::vector<NamedScript> scripts;
  std::size_t count = 1;
  for (std::size_t i = 0; i < changes; ++i) count *= kReplicas * deeds().size();
  for (const Third third : {Third::kConsole, Third::kTablet}) {
    for (std::size_t number = 0; number < count; ++number) {
      NamedScript named = scriptAt(number, changes, third);
      if (named.name.empty()) continue;
      named.script.cuts = cuts;
      named.script.kills = kills;
      scripts.push_back(std::move(named));
    }
  }
  return scripts;
}

}  // namespace rapport::simulation
