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
    "roles",
    "role-changes",
    "forged",
    "deletes",
    "acts",
    "pages",
    "open-editors",
    "large-values",
};

constexpr std::size_t kFirstOfPeople = static_cast<std::size_t>(Trait::kRoles);

Traits drawTraits(Dice& dice) {
  // Few faults, many, or none: each hides what the others show.
  constexpr std::uint64_t kTempers[] = {0, 10, 20, 30, 50};
  const std::uint64_t faults = kTempers[dice.below(std::size(kTempers))];
  Traits traits;
  for (std::size_t i = 0; i < kTraits; ++i) {
    traits.set(i, dice.chance(i < kFirstOfPeople ? faults : 50));
  }
  const auto large = static_cast<std::size_t>(Trait::kLargeValues);
  traits.set(large, traits.test(large) && dice.chance(10));  // slow, so rare
  return traits;
}

std::vector<Role> drawRoles(Dice& dice, bool mixed) {
  std::vector<Role> roles(static_cast<std::size_t>(dice.between(2, 5)), Role::kWorker);
  if (!mixed) return roles;
  for (Role& role : roles) {
    const std::uint64_t drawn = dice.below(10);
    if (drawn < 4) role = Role::kVolunteer;
    if (drawn == 8) role = Role::kCoordinator;
    if (drawn == 9) role = Role::kSafeguarding;
  }
  return roles;
}

std::vector<TypeNumber> drawRecords(Dice& dice) {
  std::vector<TypeNumber> records(static_cast<std::size_t>(dice.between(1, 4)), kPlot);
  for (TypeNumber& type : records) {
    const std::uint64_t drawn = dice.below(10);
    if (drawn == 7 || drawn == 8) type = kPaper;
    if (drawn == 9) type = kSheet;
  }
  return records;
}

std::vector<FieldNumber> drawFields(Dice& dice) {
  std::vector<FieldNumber> all;
  for (const FieldDeclaration& field : simCatalogue().type(kPlot)->fields) {
    if (field.number != kBeds) all.push_back(field.number);
  }
  std::vector<FieldNumber> some;
  for (std::int64_t wanted = dice.between(1, 5); wanted > 0; --wanted) some.push_back(dice.of(all));
  std::ranges::sort(some);
  some.erase(std::ranges::unique(some).begin(), some.end());
  return some;
}

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

SimOptions drawOptions(std::uint64_t seed, const Traits& without) {
  Dice dice(seed * 0x2545'F491'4F6C'DD1DU + 1);
  SimOptions options;
  options.seed = seed;
  options.traits = drawTraits(dice) & ~without;
  options.tablets = drawRoles(dice, options.has(Trait::kRoles));
  options.records = drawRecords(dice);
  options.fields = drawFields(dice);
  if (dice.chance(30)) options.fields.push_back(kBeds);  // the last of them; much can happen in it
  return options;
}

}  // namespace rapport::simulation
