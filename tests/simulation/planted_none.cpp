#include "tests/simulation/planted.h"

namespace rapport::simulation {

std::span<const PlantedBug> plantedBugs() { return {}; }

}  // namespace rapport::simulation
