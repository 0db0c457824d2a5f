#include "tests/simulation/trace.h"

#include <cstdio>

namespace rapport::simulation {

std::uint64_t hashOf(ByteView bytes, std::uint64_t from) {
  for (const char byte : bytes) {
    from = (from ^ static_cast<std::uint8_t>(byte)) * 0x0000'0100'0000'01B3U;
  }
  return from;
}

std::string hexOf(std::uint64_t number) {
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(number));
  return text;
}

void Trace::line(Millis at, std::string_view who, std::string_view what) {
  char head[64];
  const int size =
      std::snprintf(head, sizeof head, "%9.3f %.*s ", static_cast<double>(at.count()) / 1000.0,
                    static_cast<int>(who.size()), who.data());
  const ByteView start(head, static_cast<std::size_t>(size));
  hash_ = hashOf(what, hashOf(start, hash_));
  if (keep_ == Keep::kLines) lines_.push_back(std::string(start).append(what));
}

}  // namespace rapport::simulation
