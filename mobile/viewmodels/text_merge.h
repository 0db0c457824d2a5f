#pragma once

#include <string>
#include <vector>

namespace rapport {

// Two versions of one text, side by side, in the sentences that people think in.
struct TextPart {
  std::string text;  // a sentence with the space after it
  bool differs = false;
  bool operator==(const TextPart&) const = default;
};

// `one`, with the sentences marked that `other` does not have at that place.
std::vector<TextPart> markDifferences(const std::string& one, const std::string& other);
// What both say once, and what only one says beside it: nothing is left out.
std::string mergeTexts(const std::string& one, const std::string& other);

}  // namespace rapport
