#pragma once

#include <string>
#include <vector>

#include "tests/simulation/small/small_world.h"

namespace rapport::simulation {

struct NamedScript {
  std::string name;
  SmallScript script;
};

// Every way to give `changes` changes to three replicas, two tablets and the console or three
// tablets, each a write, an element or a deletion; with as many cuts and kills in each.
std::vector<NamedScript> smallScripts(std::size_t changes, unsigned cuts, unsigned kills);

}  // namespace rapport::simulation
