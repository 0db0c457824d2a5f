#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace rapport::simulation {

// A bug that planted/*.bugs puts into a copy of a source file (DESIGN.md). The copies are linked in
// front of the libraries they come from, in the programs that look for the bugs and in no other.
struct PlantedBug {
  std::uint32_t number;
  std::string_view name;
  std::string_view rule;   // what it leaves out
  std::string_view steer;  // where people must meet for it to matter (options.h)
};
// None in a program that has the real code.
std::span<const PlantedBug> plantedBugs();

// Which of them is there now; 0: none.
inline std::uint32_t plantedNow = 0;
inline bool isPlanted(std::uint32_t number) { return plantedNow == number; }

}  // namespace rapport::simulation
