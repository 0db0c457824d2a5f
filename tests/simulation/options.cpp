#include "tests/simulation/options.h"

#include <algorithm>
#include <array>

#include "tests/simulation/sim_types.h"

namespace rapport::simulation {
namespace {

constexpr std::array<std::string_view, kTraits> kNames = {
    "slow-line",
    "cuts",
    "truncation",
    "half-open",
    "lost-answers",
    "second-line",
    "offline",
    "wrong-clocks",
    "drift",
    "jumps",
    "wrong-office-clock",
    "tablet-kill",
    "tablet-power",
    "tablet-sync",
    "tablet-disk",
    "tablet-full",
    "office-kill",
    "office-power",
    "office-sync",
    "office-disk",
    "office-full",
    "old-images",
    "tablet-kill-in-call",
    "office-kill-in-call",
    "liar",
    "roles",
    "role-changes",
    "forged",
    "deletes",
    "acts",
    "pages",
    "open-editors",
    "large-values",
    "narrow-pages",
    "undo",
    "revocation",
    "erasure",
    "reinstall",
    "office-restored",
    "clones",
};

constexpr std::size_t kFirstOfPeople = static_cast<std::size_t>(Trait::kRoles);

template <typename Things, typename Name>
std::string joined(const Things& things, const Name& name) {
  std::string all;
  for (const auto& thing : things) all.append(all.empty() ? "" : ",").append(name(thing));
  return all.empty() ? "none" : all;
}

}  // namespace

std::string_view nameOf(Trait trait) { return kNames[static_cast<std::size_t>(trait)]; }

std::optional<Trait> traitNamed(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Trait>(found - kNames.begin());
}

bool SimOptions::hasDiskFaults() const {
  for (auto i = static_cast<std::size_t>(Trait::kTabletKill); i < kFirstOfPeople; ++i) {
    if (traits.test(i)) return true;
  }
  return false;
}

std::string SimOptions::describe() const {
  std::vector<std::string_view> named;
  for (std::size_t i = 0; i < kTraits; ++i) {
    if (traits.test(i)) named.push_back(kNames[i]);
  }
  return "seed " + std::to_string(seed) + ": " + std::to_string(actions) + " actions, tablets " +
         joined(tablets, [](Role role) { return std::string(rapport::nameOf(role)); }) +
         ", records " +
         joined(records, [](TypeNumber type) { return simCatalogue().type(type)->name; }) +
         ", fields " +
         joined(fields,
                [](FieldNumber field) { return simCatalogue().type(kPlot)->field(field)->name; }) +
         ", traits " + joined(named, [](std::string_view name) { return std::string(name); });
}

}  // namespace rapport::simulation
