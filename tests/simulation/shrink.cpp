#include "tests/simulation/shrink.h"

#include "tests/simulation/sim_types.h"
#include "tests/simulation/world.h"

namespace rapport::simulation {
namespace {

class Shrinking {
 public:
  explicit Shrinking(const SimOptions& failed) : least_(failed) {}

  std::string run() {
    std::string before;
    do {
      before = least_.steering;
      cutActions();
      dropTraits();
      lower("tablets", least_.tablets.size());
      lower("records", least_.records.size());
      dropFields();
    } while (least_.steering != before);
    return least_.steering;
  }

 private:
  // Keeps the words if the seed still fails with them.
  bool stillFails(const std::string& word) {
    const std::string words = (least_.steering.empty() ? "" : least_.steering + " ") + word;
    auto options = drawSteered(least_.seed, words);
    if (!options) return false;
    options->mutant = least_.mutant;
    if (!simulate(*options, Trace::Keep::kHash).violation) return false;
    least_ = *options;
    return true;
  }

  void cutActions() {
    for (std::size_t step = least_.actions / 2; step > 0; step /= 2) {
      while (least_.actions > step &&
             stillFails("actions=" + std::to_string(least_.actions - step))) {
      }
    }
  }

  void dropTraits() {
    for (std::size_t i = 0; i < kTraits; ++i) {
      const auto trait = static_cast<Trait>(i);
      if (least_.has(trait)) stillFails("-" + std::string(nameOf(trait)));
    }
  }

  void lower(const std::string& what, std::size_t from) {
    while (from > 1 && stillFails(what + "=" + std::to_string(from - 1))) --from;
  }

  void dropFields() {
    for (std::size_t i = 0; i < least_.fields.size() && least_.fields.size() > 1;) {
      std::string names;
      for (std::size_t each = 0; each < least_.fields.size(); ++each) {
        if (each == i) continue;
        if (!names.empty()) names += ",";
        names += simCatalogue().type(kPlot)->field(least_.fields[each])->name;
      }
      if (!stillFails("fields=" + names)) ++i;
    }
  }

  SimOptions least_;
};

}  // namespace

std::string shrink(const SimOptions& failed) { return Shrinking(failed).run(); }

}  // namespace rapport::simulation
