#pragma once

#include <cstdio>
#include <cstdlib>

#include "shared/base/bytes.h"

// A fuzz target reads bytes that nobody vouches for and stops the program when a promise is broken.
// Each target's source defines one tryBytes; it is linked with libFuzzer, or with replay.cpp, which
// gives it files.
namespace rapport::fuzz {

void tryBytes(ByteView bytes);

inline void demand(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", promise);
  std::abort();
}

}  // namespace rapport::fuzz
