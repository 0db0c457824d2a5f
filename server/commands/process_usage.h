#pragma once

#include <chrono>
#include <cstdint>

namespace rapport {

// What this process has of the machine. Zero where the system does not tell.
struct ProcessUsage {
  std::chrono::duration<double> cpu{0};  // of all threads, in user and kernel
  std::uint64_t residentBytes = 0;
  std::uint64_t openDescriptors = 0, mostDescriptors = 0;
};

ProcessUsage processUsage();

}  // namespace rapport
