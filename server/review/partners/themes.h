#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace rapport {

// One note of a listening session.
struct NoteFact {
  std::string id, session;
  std::vector<std::string> codes{};
  std::string replaces{};  // the id of the note that it corrects
};

// A theme as sessions raised it: in so many of them, and never a share of people (PRODUCT.md
// "Practice rules").
struct Theme {
  std::string code;
  std::size_t sessions = 0, notes = 0;
};

struct Heard {
  std::size_t notes = 0;  // without those that a later one corrects
  std::vector<Theme> themes{};
};
// Those that most sessions raised first, then most notes.
Heard themesOf(const std::vector<NoteFact>& notes);

// Who agreed to a need. It is agreed once both sides did, and not before.
enum class Agreement : std::uint8_t { kNobody, kUs, kThem, kBoth };
// nobody, us, them, both.
const char* nameOf(Agreement agreement);
// A side stands there as "us", by its partner's id, or by its name.
Agreement agreementOf(const std::vector<std::string>& agreedBy, const std::string& partner,
                      const std::string& name);

}  // namespace rapport
