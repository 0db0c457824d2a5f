#include <algorithm>
#include <charconv>
#include <sstream>

#include "tests/simulation/options.h"
#include "tests/simulation/sim_types.h"

// What a seed stands for, and how words bend it.

namespace rapport::simulation {
namespace {

constexpr std::size_t kFirstOfPeople = static_cast<std::size_t>(Trait::kRoles);
constexpr std::size_t kFirstOfSeldom = static_cast<std::size_t>(Trait::kRevocation);
constexpr std::size_t kFirstOfLater = static_cast<std::size_t>(Trait::kOfficeRestored);
constexpr std::uint64_t kPeopleOf100 = 50;
constexpr std::uint64_t kSeldomOf100 = 15;

struct Steering {
  Traits with, without;
  std::size_t actions = 0, tablets = 0, records = 0;  // 0: as drawn
  std::optional<TypeNumber> kind;
  std::vector<FieldNumber> fields;  // none: as drawn
};

bool readSize(std::string_view text, std::size_t& size) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), size);
  return read.ec == std::errc{} && read.ptr == text.data() + text.size() && size > 0;
}

bool readFields(const std::string& text, std::vector<FieldNumber>& fields) {
  std::istringstream names(text);
  fields.clear();
  for (std::string name; std::getline(names, name, ',');) {
    const FieldDeclaration* field = simCatalogue().type(kPlot)->field(std::string_view{name});
    if (field == nullptr) return false;
    fields.push_back(field->number);
  }
  return !fields.empty();
}

bool readWord(const std::string& word, Steering& steering) {
  const auto equals = word.find('=');
  if (equals == std::string::npos) {
    const bool without = word.front() == '-';
    const auto trait = traitNamed(std::string_view(word).substr(without ? 1 : 0));
    if (trait) (without ? steering.without : steering.with).set(static_cast<std::size_t>(*trait));
    return trait.has_value();
  }
  const std::string name = word.substr(0, equals);
  const std::string value = word.substr(equals + 1);
  if (name == "actions") return readSize(value, steering.actions);
  if (name == "tablets") return readSize(value, steering.tablets);
  if (name == "records") return readSize(value, steering.records);
  if (name == "fields") return readFields(value, steering.fields);
  const RecordType* type = name == "kind" ? simCatalogue().type(std::string_view{value}) : nullptr;
  if (type != nullptr) steering.kind = type->number;
  return type != nullptr;
}

std::optional<Steering> readSteering(std::string_view text) {
  Steering steering;
  std::istringstream words{std::string(text)};
  for (std::string word; words >> word;) {
    if (!readWord(word, steering)) return std::nullopt;
  }
  return steering;
}

Traits drawTraits(Dice& dice) {
  // Few faults, many, or none: each hides what the others show.
  constexpr std::uint64_t kTempers[] = {0, 10, 20, 30, 50};
  const std::uint64_t faults = kTempers[dice.below(std::size(kTempers))];
  Traits traits;
  for (std::size_t i = 0; i < kFirstOfLater; ++i) {
    const std::uint64_t chance = i < kFirstOfPeople   ? faults
                                 : i < kFirstOfSeldom ? kPeopleOf100
                                                      : kSeldomOf100;
    traits.set(i, dice.chance(chance));
  }
  const auto large = static_cast<std::size_t>(Trait::kLargeValues);
  traits.set(large, traits.test(large) && dice.chance(10));  // slow, so rare
  // Drawn last, so that older seeds have what they had.
  for (std::size_t i = kFirstOfLater; i < kTraits; ++i) traits.set(i, dice.chance(kSeldomOf100));
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
  if (dice.chance(30)) some.push_back(kBeds);  // the last of them; much can happen in it
  return some;
}

// Most runs are short: what goes wrong mostly does so early, and many different runs see more than
// few long ones.
std::size_t drawActions(Dice& dice) {
  constexpr std::size_t kLengths[] = {20, 30, 40, 60, 150};
  return kLengths[dice.below(std::size(kLengths))];
}

template <typename Thing>
void atMost(std::vector<Thing>& things, std::size_t most) {
  if (most > 0 && things.size() > most) things.resize(most);
}

}  // namespace

std::optional<SimOptions> drawSteered(std::uint64_t seed, std::string_view words) {
  const auto steering = readSteering(words);
  if (!steering) return std::nullopt;
  // Each part from dice of its own: bending one leaves the others as they are.
  Dice dice(seed * 0x2545'F491'4F6C'DD1DU + 1);
  Dice traits(dice.next()), people(dice.next()), records(dice.next()), fields(dice.next());
  SimOptions options;
  options.seed = seed;
  options.steering = words;
  options.traits = (drawTraits(traits) | steering->with) & ~steering->without;
  const std::size_t actions = drawActions(dice);
  options.actions = steering->actions > 0 ? steering->actions : actions;
  options.tablets = drawRoles(people, options.has(Trait::kRoles));
  options.records = drawRecords(records);
  options.fields = drawFields(fields);
  atMost(options.tablets, steering->tablets);
  atMost(options.records, steering->records);
  if (steering->kind) std::ranges::fill(options.records, *steering->kind);
  if (!steering->fields.empty()) {
    options.fields = steering->fields;
    std::ranges::fill(options.records, kPlot);
  }
  return options;
}

SimOptions drawOptions(std::uint64_t seed) { return *drawSteered(seed, ""); }

}  // namespace rapport::simulation
