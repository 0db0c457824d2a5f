#include <cstddef>
#include <cstdint>

#include "tests/fuzz/target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t sizeBytes) {
  rapport::fuzz::tryBytes({reinterpret_cast<const char*>(data), sizeBytes});
  return 0;
}
